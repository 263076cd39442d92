import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { replacingInputs, statefulTypes } from "../../../preview/stateful/stateful-types";

/** What a provider's SDK declares of the inputs of a type. */
function inputsOf(type: string): readonly string[] {
  const [provider = "", module = "", name = ""] = type.split(":");
  const path = require.resolve(`@pulumi/${provider}/${module.replace(/^index\//, "")}`);
  const declarations = readFileSync(path.replace(/\.js$/, ".d.ts"), "utf8");
  const [, args = ""] = declarations.split(`export interface ${name}Args {`);
  return [...args.matchAll(/^ {4}(\w+)\??:/gm)].map(([, input = ""]) => input);
}

describe("the stateful types", () => {
  for (const type of Object.keys(statefulTypes)) {
    it(`name inputs that ${type} has`, () => {
      const known = inputsOf(type);
      const named = replacingInputs(type).map((path) => path.split(".")[0] ?? "");
      assert.deepEqual(
        named.filter((input) => !known.includes(input)),
        [],
      );
    });
  }

  it("are replaced in another region where they are AWS's", () => {
    assert.deepEqual(replacingInputs("aws:kms/replicaKey:ReplicaKey"), ["primaryKeyArn", "region"]);
    assert.deepEqual(replacingInputs("random:index/randomBytes:RandomBytes"), [
      "keepers",
      "length",
    ]);
  });

  it("have no inputs where the type is none of them", () => {
    assert.deepEqual(replacingInputs("random:index/randomId:RandomId"), []);
  });
});
