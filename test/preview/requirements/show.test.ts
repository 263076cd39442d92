import assert from "node:assert/strict";
import { show, showOrigin, showType, showWhole } from "../../../preview/requirements/show";

describe("show", () => {
  for (const [value, words] of [
    ["db.r6g.2xlarge", "db.r6g.2xlarge"],
    ["", '""'],
    [500, "500"],
    ["500", '"500"'],
    ["-1.5", '"-1.5"'],
    ["true", '"true"'],
    ["16.1.2", "16.1.2"],
    [false, "false"],
    [undefined, "nothing"],
    [null, "nothing"],
    [[], "[]"],
    [["a", 1, null], "a, 1, nothing"],
    [{ a: 1 }, '{"a":1}'],
    [{ $secret: true }, "a secret"],
    [{ $unknown: true }, "a value not known yet"],
    [[{ $secret: true }, "b"], "a secret, b"],
    ["x".repeat(120), "x".repeat(120)],
    ["x".repeat(121), `${"x".repeat(117)}...`],
  ] as const) {
    it(`says ${words}`, () => {
      assert.equal(show(value), words);
    });
  }
});

describe("showWhole", () => {
  for (const [value, words] of [
    ["x".repeat(121), "x".repeat(121)],
    [["x".repeat(121), "y"], `${"x".repeat(121)}, y`],
    [undefined, "nothing"],
    [{ $secret: true }, "a secret"],
  ] as const) {
    it(`says ${words}`, () => {
      assert.equal(showWhole(value), words);
    });
  }
});

describe("showType", () => {
  for (const [type, words] of [
    ["aws:rds/instance:Instance", "rds instance"],
    [
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      "vpc security group ingress rule",
    ],
    ["kubernetes:apps/v1:Deployment", "apps deployment"],
    ["random:index/randomBytes:RandomBytes", "random bytes"],
    ["groundwork:platform:Database", "platform database"],
  ] as const) {
    it(`says ${words}`, () => {
      assert.equal(showType(type), words);
    });
  }
});

describe("showOrigin", () => {
  it("says the type alone where there is no name", () => {
    assert.equal(showOrigin("aws:ec2/vpc:Vpc"), "ec2 vpc");
  });

  it("says type and name", () => {
    assert.equal(showOrigin("aws:ec2/vpc:Vpc::network"), "ec2 vpc network");
  });
});
