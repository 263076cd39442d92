import assert from "node:assert/strict";
import { z } from "zod";
import { documentFields } from "../../spec/document";
import { expectation } from "../../spec/expectation";
import { designSchema } from "../../spec/spec";

describe("documentFields", () => {
  it("lists a field and those below it, with unit, default and description", () => {
    const schema = z
      .strictObject({
        days: z.int().min(1).default(7).meta({ description: "How long.", unit: "days" }),
        name: z.string().optional().meta({ description: "Its name." }),
      })
      .meta({ description: "Backups." });
    assert.deepEqual(documentFields(schema, "backup"), [
      {
        path: "backup",
        expects: "a mapping",
        unit: "",
        required: true,
        fallback: undefined,
        description: "Backups.",
      },
      {
        path: "backup.days",
        expects: "a whole number of at least 1",
        unit: "days",
        required: false,
        fallback: 7,
        description: "How long.",
      },
      {
        path: "backup.name",
        expects: "text",
        unit: "",
        required: false,
        fallback: undefined,
        description: "Its name.",
      },
    ]);
  });

  it("writes <name> where names are the user's", () => {
    const schema = z.record(z.string(), z.strictObject({ size: z.int() }));
    assert.deepEqual(
      documentFields(schema, "volumes").map(({ path }) => path),
      ["volumes", "volumes.<name>.size"],
    );
  });

  it("describes a mapping of plain values in one line", () => {
    const schema = z.record(z.string(), z.boolean()).meta({ description: "Switches." });
    const [line, ...others] = documentFields(schema, "on");
    assert.deepEqual(others, []);
    assert.equal(line?.path, "on.<name>");
    assert.equal(line.expects, "true or false");
    assert.equal(line.description, "Switches.");
  });

  it("lists the fields of alternatives, each once", () => {
    const schema = z.union([
      z.strictObject({ kind: z.literal("a"), size: z.int() }),
      z.strictObject({ kind: z.literal("b"), size: z.int() }),
    ]);
    assert.deepEqual(
      documentFields(schema, "x").map(({ path, expects }) => `${path}: ${expects}`),
      ["x: a mapping with kind: a or kind: b", "x.kind: a", "x.size: a whole number", "x.kind: b"],
    );
  });
});

describe("the schema of the spec", () => {
  const fields = Object.entries(designSchema.shape).flatMap(([key, schema]) =>
    documentFields(schema, key),
  );

  it("describes every field", () => {
    const bare = fields.filter(({ description }) => description === "").map(({ path }) => path);
    assert.deepEqual(bare, []);
  });

  it("says of every field what it must be", () => {
    const vague = fields.filter(({ expects }) => expects === "a value of another kind");
    assert.deepEqual(vague, []);
  });

  it("gives every whole number that counts something a unit", () => {
    const counted = /(Days|Minutes|Seconds|GiB|MiBps|iops|bytes|length|Percent|Limit)$/;
    const without = fields.filter(({ path, unit }) => counted.test(path) && unit === "");
    assert.deepEqual(without, []);
  });
});

describe("expectation", () => {
  const cases: readonly (readonly [z.ZodType, string])[] = [
    [z.int().max(5), "a whole number of at most 5"],
    [z.int(), "a whole number"],
    [z.string().min(1).max(5), "text of 1 to 5 characters"],
    [z.enum(["a", "b", "c", "d", "e"]), "one of a, b, c, d, e"],
    [z.literal("a"), "a"],
    [z.union([z.literal(0), z.int().min(7).max(30)]), "0 or a whole number from 7 to 30"],
    [z.array(z.email()), "a list, each an e-mail address"],
    [z.boolean().optional(), "true or false"],
  ];
  cases.forEach(([schema, phrase]) => {
    it(`says ${phrase}`, () => {
      assert.equal(expectation(schema), phrase);
    });
  });
});
