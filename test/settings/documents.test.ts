import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { z } from "zod";
import { configurationPage } from "../../settings/configuration-page";
import { stackSchema } from "../../settings/stack-schema";

const root = join(__dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface StackFile {
  readonly config: Readonly<Record<string, unknown>>;
}

describe("docs/configuration.md", () => {
  it("is what the schema of the spec says: npm run generate writes it", () => {
    assert.equal(read("docs/configuration.md"), configurationPage());
  });
});

describe("docs/schema/stack.schema.json", () => {
  const schema = z.fromJSONSchema(stackSchema());
  const production = load(read("Pulumi.production.yaml")) as StackFile;
  const accepts = (changes: Readonly<Record<string, unknown>>): boolean =>
    schema.safeParse({ ...production, config: { ...production.config, ...changes } }).success;

  it("is what the schema of the spec says: npm run generate writes it", () => {
    assert.deepEqual(JSON.parse(read("docs/schema/stack.schema.json")), stackSchema());
  });

  ["production", "staging"].forEach((stack) => {
    it(`is named by the file of ${stack}, and accepts it`, () => {
      const text = read(`Pulumi.${stack}.yaml`);
      const [first] = text.split("\n");
      assert.equal(first, "# yaml-language-server: $schema=docs/schema/stack.schema.json");
      assert.equal(schema.safeParse(load(text)).success, true);
    });
  });

  it("accepts overrides of any part, and null in place of a value", () => {
    const database = { port: null, storage: { iops: 12_000 }, proxy: { readOnlyEndpoint: null } };
    assert.equal(accepts({ "groundwork:overrides": { database } }), true);
  });

  it("accepts an encrypted secret", () => {
    assert.equal(accepts({ "groundwork:supplied.smtp.password": { secure: "v1:x" } }), true);
  });

  const refused: readonly (readonly [what: string, changes: Readonly<Record<string, unknown>>])[] =
    [
      ["an unknown setting", { "groundwork:regoin": "eu-west-1" }],
      ["an unknown system", { "groundwork:system": "payroll" }],
      ["an unknown field of the overrides", { "groundwork:overrides": { database: { az: 1 } } }],
      ["a wrong type in the overrides", { "groundwork:overrides": { database: { port: "x" } } }],
      ["a secret in plain text", { "groundwork:supplied.smtp.password": "hunter2" }],
      ["an account without quotes", { "groundwork:account": 123456789012 }],
    ];
  refused.forEach(([what, changes]) => {
    it(`marks ${what}`, () => {
      assert.equal(accepts(changes), false);
    });
  });

  it("marks a setting that is missing", () => {
    const settings = Object.entries(production.config);
    const config = Object.fromEntries(settings.filter(([key]) => key !== "groundwork:region"));
    assert.equal(schema.safeParse({ config }).success, false);
  });
});
