import assert from "node:assert/strict";
import { dnsSuffixOf, partitionOf } from "../../spec/partition";

describe("the partition of a region", () => {
  for (const [region, partition, suffix] of [
    ["eu-west-1", "aws", "amazonaws.com"],
    ["us-east-1", "aws", "amazonaws.com"],
    ["cn-north-1", "aws-cn", "amazonaws.com.cn"],
    ["us-gov-west-1", "aws-us-gov", "amazonaws.com"],
  ] as const) {
    it(`is ${partition} for ${region}, under ${suffix}`, () => {
      assert.equal(partitionOf(region), partition);
      assert.equal(dnsSuffixOf(region), suffix);
    });
  }
});
