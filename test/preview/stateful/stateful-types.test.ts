import assert from "node:assert/strict";
import { replacingInputs, statefulTypes } from "../../../preview/stateful/stateful-types";
import { inputsOf } from "../../support/inputs-of";

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

  it("are replaced in another region where they are AWS's and in one", () => {
    assert.deepEqual(replacingInputs("aws:kms/replicaKey:ReplicaKey"), ["primaryKeyArn", "region"]);
    assert.deepEqual(replacingInputs("aws:cloudfront/distribution:Distribution"), ["staging"]);
    assert.deepEqual(replacingInputs("random:index/randomBytes:RandomBytes"), [
      "keepers",
      "length",
    ]);
  });

  it("have no inputs where the type is none of them", () => {
    assert.deepEqual(replacingInputs("random:index/randomId:RandomId"), []);
  });
});
