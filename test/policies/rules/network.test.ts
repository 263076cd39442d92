import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import type { Rule } from "../../../policies/rule";
import {
  networkDefaultSecurityGroupClosed,
  networkDnsLogged,
  networkFlowLogged,
} from "../../../policies/rules/network";
import { judge, resource, type Resource, root, unknown } from "../kit";

const vpc = resource("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }, { name: "main" });
const other = resource("aws:ec2/vpc:Vpc", { cidrBlock: "10.1.0.0/16" }, { name: "other" });

/** A resource that refers to another one by an id that is not known yet. */
function referring(type: string, key: string, target: Resource, inputs: Data = {}): Resource {
  const dependencies = { [key]: [target] };
  return resource(type, { [key]: unknown, ...inputs }, { name: "satellite", dependencies });
}

async function verdictsOf(rule: Rule, ...stack: readonly Resource[]): Promise<unknown> {
  const { verdicts } = await judge([rule], [root, ...stack]);
  return verdicts.map(({ verdict, message }) => [verdict, message]);
}

describe("network-flow-logged", () => {
  const type = "aws:ec2/flowLog:FlowLog";
  const verdicts = (...stack: readonly Resource[]): Promise<unknown> =>
    verdictsOf(networkFlowLogged, ...stack);
  const none = "the VPC must have an aws:ec2/flowLog:FlowLog, but none refers to it";

  for (const trafficType of ["ALL", "REJECT"]) {
    it(`passes a VPC with a flow log of ${trafficType}, its id not known yet`, async () => {
      const log = referring(type, "vpcId", vpc, { trafficType });
      assert.deepEqual(await verdicts(vpc, log), [["pass", undefined]]);
    });
  }

  it("passes a VPC whose flow log names its known id", async () => {
    const known = { ...vpc, outputs: { ...vpc.inputs, id: "vpc-0123456789abcdef0" } };
    const log = resource(type, { vpcId: "vpc-0123456789abcdef0", trafficType: "ALL" });
    assert.deepEqual(await verdicts(known, log), [["pass", undefined]]);
  });

  it("fails when there is no flow log", async () => {
    assert.deepEqual(await verdicts(vpc), [["fail", none]]);
  });

  it("fails when the flow log is another VPC's", async () => {
    const log = referring(type, "vpcId", other, { trafficType: "ALL" });
    assert.deepEqual(await verdicts(vpc, other, log), [
      ["fail", none],
      ["pass", undefined],
    ]);
  });

  it("fails when the flow log names another id", async () => {
    const known = { ...vpc, outputs: { ...vpc.inputs, id: "vpc-0123456789abcdef0" } };
    const log = resource(type, { vpcId: "vpc-0fedcba9876543210", trafficType: "ALL" });
    assert.deepEqual(await verdicts(known, log), [["fail", none]]);
  });

  it("fails when only accepted traffic is recorded", async () => {
    const log = referring(type, "vpcId", vpc, { trafficType: "ACCEPT" });
    assert.deepEqual(await verdicts(vpc, log), [
      [
        "fail",
        'aws:ec2/flowLog:FlowLog "satellite": trafficType must be ALL or REJECT, got "ACCEPT"',
      ],
    ]);
  });

  it("is undecided while the traffic is not known", async () => {
    const log = referring(type, "vpcId", vpc, { trafficType: unknown });
    assert.deepEqual(await verdicts(vpc, log), [
      ["undecided", 'not known until deployed: aws:ec2/flowLog:FlowLog "satellite": trafficType'],
    ]);
  });

  it("is undecided while a flow log of an unknown VPC may be its own", async () => {
    const log = resource(type, { vpcId: unknown, trafficType: "ALL" }, { name: "satellite" });
    assert.deepEqual(await verdicts(vpc, log), [
      ["undecided", 'not known until deployed: vpcId of aws:ec2/flowLog:FlowLog "satellite"'],
    ]);
  });

  it("says nothing of a stack without a VPC", async () => {
    assert.deepEqual(await verdicts(resource("aws:kms/key:Key", {})), []);
  });
});

describe("network-default-security-group-closed", () => {
  const type = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
  const closed = referring(type, "vpcId", vpc);
  const verdicts = (...stack: readonly Resource[]): Promise<unknown> =>
    verdictsOf(networkDefaultSecurityGroupClosed, ...stack);

  it("passes a VPC whose default group has no rules", async () => {
    assert.deepEqual(await verdicts(vpc, closed), [["pass", undefined]]);
  });

  it("passes one whose rules are empty lists", async () => {
    const group = referring(type, "vpcId", vpc, { ingress: [], egress: [] });
    assert.deepEqual(await verdicts(vpc, group), [["pass", undefined]]);
  });

  it("fails when the group is left as AWS makes it", async () => {
    assert.deepEqual(await verdicts(vpc), [
      ["fail", `the VPC must have an ${type}, but none refers to it`],
    ]);
  });

  it("fails when the group has rules", async () => {
    const rules = { ingress: [{ self: true }], egress: [{}, {}] };
    const group = referring(type, "vpcId", vpc, rules);
    assert.deepEqual(await verdicts(vpc, group), [
      [
        "fail",
        `${type} "satellite": egress must be empty, got 2 rules\n${type} "satellite": ingress must be empty, got 1 rule`,
      ],
    ]);
  });

  it("is undecided while the rules are not known", async () => {
    const group = referring(type, "vpcId", vpc, { ingress: unknown });
    assert.deepEqual(await verdicts(vpc, group), [
      ["undecided", `not known until deployed: ${type} "satellite": ingress`],
    ]);
  });

  it("is undecided while the group's VPC is not known", async () => {
    const group = resource(type, { vpcId: unknown }, { name: "satellite" });
    assert.deepEqual(await verdicts(vpc, group), [
      ["undecided", `not known until deployed: vpcId of ${type} "satellite"`],
    ]);
  });

  for (const ruleType of [
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  ]) {
    it(`fails when a ${ruleType} adds a rule to it`, async () => {
      const rule = { ...referring(ruleType, "securityGroupId", closed), name: "rule" };
      assert.deepEqual(await verdicts(vpc, closed, rule), [
        ["fail", `${type} "satellite": must have no rules, got ${ruleType} "rule"`],
      ]);
    });
  }

  it("fails when a rule is added by the group's id that the VPC gives", async () => {
    const ruleType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    const rule = referring(ruleType, "securityGroupId", vpc);
    assert.deepEqual(await verdicts(vpc, closed, rule), [
      ["fail", `${type} "satellite": must have no rules, got ${ruleType} "satellite"`],
    ]);
  });
});

describe("network-dns-logged", () => {
  const type = "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation";
  const verdicts = (...stack: readonly Resource[]): Promise<unknown> =>
    verdictsOf(networkDnsLogged, ...stack);

  it("passes a VPC whose queries are logged, its id not known yet", async () => {
    assert.deepEqual(await verdicts(vpc, referring(type, "resourceId", vpc)), [
      ["pass", undefined],
    ]);
  });

  it("fails when they are not", async () => {
    assert.deepEqual(await verdicts(vpc), [
      ["fail", `the VPC must have an ${type}, but none refers to it`],
    ]);
  });

  it("fails when another VPC's are", async () => {
    assert.deepEqual(await verdicts(vpc, other, referring(type, "resourceId", other)), [
      ["fail", `the VPC must have an ${type}, but none refers to it`],
      ["pass", undefined],
    ]);
  });

  it("is undecided while those of an unknown VPC may be its own", async () => {
    const log = resource(type, { resourceId: unknown }, { name: "satellite" });
    assert.deepEqual(await verdicts(vpc, log), [
      ["undecided", `not known until deployed: resourceId of ${type} "satellite"`],
    ]);
  });
});
