import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { statefulFiles, type StatefulFile } from "../../bin/stateful-lists";
import { root } from "../../preview/root";
import { statefulChanges } from "../../preview/stateful/stateful-changes";
import type { StatefulList } from "../../preview/stateful/stateful-list";
import { statefulTypes } from "../../preview/stateful/stateful-types";
import { environments } from "../../spec/spec";
import { previewConfigured } from "../support/preview-configured";
import { previewProduction } from "../support/preview-production";

const accept = "if that is meant, run `npm run generate -- --stateful`";
const production = "urn:pulumi:production::cdf-smart-hub::groundwork:platform";
const database = `${production}:Database$aws:rds/instance:Instance::database`;

/** The committed list of production. */
const listed = JSON.parse(
  readFileSync(join(root, "systems/cdf-smart-hub/stateful.production.json"), "utf8"),
) as StatefulList;

describe("the stateful resources", () => {
  let files: readonly StatefulFile[] = [];
  before(async () => {
    files = await statefulFiles();
  });
  const fileOf = (stack: string) =>
    files.find((file) => file.stack === stack) ?? assert.fail(`${stack} has no list`);

  const accounts = environments.map((environment) => `account:${environment}`);
  for (const stack of [...environments, ...accounts]) {
    it(`of ${stack} are still those that it is known to have`, () => {
      assert.deepEqual(fileOf(stack).changes, []);
    });

    it(`of ${stack} are listed as \`npm run generate -- --stateful\` lists them`, () => {
      const { path, text } = fileOf(stack);
      const file = join(root, path);
      assert.equal(existsSync(file) ? readFileSync(file, "utf8") : "", text);
    });
  }

  it("are all that production protects", async () => {
    const { document } = await previewConfigured({});
    const unguarded = document.resources.filter(
      ({ type, options }) => options.protect && !(type in statefulTypes),
    );
    assert.deepEqual(
      unguarded.map(({ type, name }) => `${type} ${name}`),
      [],
    );
  });

  it("are missed when a value is edited that makes a new one", async () => {
    const { resources } = await previewProduction(["database.databaseName=orders"]);
    assert.deepEqual(statefulChanges(listed, resources), [
      `${database} dbName was "cdf_smarthub" and is "orders": the next deployment replaces it, which loses the database. Undo the change or, ${accept}`,
    ]);
  });

  it("are missed when what they are made from is edited", async () => {
    const subnets = Object.keys(listed).filter((urn) => urn.includes("::network-database-"));
    const { resources } = await previewProduction(["network.subnets.database.a=10.0.40.0/24"]);
    assert.deepEqual(statefulChanges(listed, resources), [
      `${subnets[0] ?? ""} cidrBlock was "10.0.21.0/24" and is "10.0.40.0/24": the next deployment replaces it, which loses everything that stands in it. Undo the change or, ${accept}`,
    ]);
  });

  it("are missed when the spec no longer asks for them", async () => {
    const { resources } = await previewProduction(["network.natGateways=single"]);
    const address = `${production}:Network$aws:ec2/eip:Eip::network-nat-eu-west-1`;
    const lost = "the address that others know and let in";
    assert.deepEqual(statefulChanges(listed, resources), [
      `${address}b is gone: the next deployment deletes it, which loses ${lost}. Put it back or, ${accept}`,
      `${address}c is gone: the next deployment deletes it, which loses ${lost}. Put it back or, ${accept}`,
    ]);
  });

  it("are missed when the component that they are part of is of another type", async () => {
    const { document } = await previewConfigured({});
    const retyped = document.resources.map((one) => ({
      ...one,
      urn: one.urn.replace(":Cache$", ":Store$"),
    }));
    const lost = Object.keys(listed).filter((urn) => urn.includes(":Cache$"));
    assert.equal(lost.length > 0, true);
    assert.deepEqual(
      statefulChanges(listed, retyped).map((change) => change.split(": the next deployment")[0]),
      lost.map((urn) => `${urn} has become ${urn.replace(":Cache$", ":Store$")}`),
    );
  });
});
