import assert from "node:assert/strict";
import { replacingInputs, statefulTypes } from "../../../preview/stateful/stateful-types";
import { cfnLintOrSkip } from "./cfn-lint";
import { targetOf } from "./mapping";
import { mappings } from "./mappings";
import { isWithin } from "./paths";
import { Schemas } from "./schemas";

describe("What is stateful", () => {
  let schemas: Schemas;
  let likelyStateful: readonly string[] = [];

  before(function () {
    const cfnLint = cfnLintOrSkip(this);
    schemas = new Schemas(cfnLint, "eu-west-1");
    const { ResourceTypes } = cfnLint.data("AdditionalSpecs/StatefulResources.json") as {
      ResourceTypes: object;
    };
    likelyStateful = Object.keys(ResourceTypes);
  });

  const ofAws = Object.entries(statefulTypes).filter(([type]) => type.startsWith("aws:"));

  for (const [type, { createOnly = {} }] of ofAws) {
    const mapping = mappings[type];
    const { schema = "" } = mapping ?? {};

    it(`is replaced by AWS where the schema of ${type} says so`, () => {
      const expected = mapping?.partOf === undefined ? schemas.createOnly(schema) : [];
      assert.deepEqual(Object.keys(createOnly).sort(), [...expected].sort());
    });

    it(`is replaced by every input of ${type} that is held against a create-only property`, () => {
      const inputs = Object.entries(mapping?.properties ?? {}).flatMap(([input, target]) =>
        Object.keys(createOnly).some((property) => isWithin(targetOf(target).path, property))
          ? [input]
          : [],
      );
      const replacing = replacingInputs(type);
      assert.deepEqual(
        inputs.filter((input) => !replacing.some((one) => isWithin(input, one))),
        [],
      );
    });
  }

  it("is every type of the stacks that cfn-lint takes for stateful", () => {
    const stateful = Object.entries(mappings).filter(
      ([, { schema, partOf }]) => partOf === undefined && likelyStateful.includes(schema),
    );
    assert.deepEqual(
      stateful.map(([type]) => type).filter((type) => !(type in statefulTypes)),
      [],
    );
  });
});
