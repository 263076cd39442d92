import assert from "node:assert/strict";
import { covers } from "../../policies/wildcard";

describe("covers", () => {
  const cases: readonly [pattern: string, other: string, expected: boolean][] = [
    ["*", "iam:*", true],
    ["iam:*", "iam:*", true],
    ["IAM:*", "iam:PassRole", true],
    ["i*:*", "iam:*", true],
    ["iam:Get*", "iam:*", false],
    ["iam:?etRole", "iam:GetRole", true],
    ["iam:?", "iam:*", false],
    ["s3:*", "iam:*", false],
    ["s3.x", "s3-x", false],
    ["(a", "(a", true],
    ["*a*a*", "baab", true],
    ["", "a", false],
  ];
  for (const [pattern, other, expected] of cases) {
    it(`says ${expected.toString()} of "${pattern}" and "${other}"`, () => {
      assert.equal(covers(pattern, other), expected);
    });
  }
});
