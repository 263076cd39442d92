import { all, fail, type Judgement, pass, undecided } from "../judgement";
import { must } from "../must";
import type { Property } from "../property";
import { stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { named, titleOf } from "./title";

const types = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"];

export const networkFlowLogged = stackRule({
  id: "network-flow-logged",
  requires: "Every VPC has a flow log that records at least what was rejected.",
  why: "Without one there is no telling, after an incident, who talked to whom.",
  fix: "Create an aws.ec2.FlowLog with the VPC's id and the trafficType ALL or REJECT.",
  severity: "medium",
  standards: { cis: ["3.7"], securityHub: ["EC2.6"], checkov: ["CKV2_AWS_11"] },
  types,
  exemptible: true,
  check: (vpc, _settings, stack) => {
    const { found, possible } = stack.referring(vpc, "vpcId", "aws:ec2/flowLog:FlowLog");
    const judgements = found.map((log) => mustRecordRejects(log));
    if (judgements.some(({ verdict }) => verdict === "pass")) return pass;
    if (possible.length > 0) return undecided(...possible.map((log) => `vpcId of ${titleOf(log)}`));
    return judgements.length > 0 ? all(...judgements) : fail(noneRefers("aws:ec2/flowLog:FlowLog"));
  },
});

const queryLogType =
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation";

export const networkDnsLogged = stackRule({
  id: "network-dns-logged",
  requires: "The names that are looked up in every VPC are logged.",
  why: "What calls home asks for a name first; a flow log shows only addresses, which thousands of names share.",
  fix: "Create an aws.route53.ResolverQueryLogConfig, and an association of it with the VPC's id as resourceId.",
  severity: "low",
  standards: {},
  types,
  exemptible: true,
  level: "advisory",
  check: (vpc, _settings, stack) => {
    const { found, possible } = stack.referring(vpc, "resourceId", queryLogType);
    if (found.length > 0) return pass;
    return possible.length > 0
      ? undecided(...possible.map((log) => `resourceId of ${titleOf(log)}`))
      : fail(noneRefers(queryLogType));
  },
});

function mustRecordRejects(log: StackResource): Judgement {
  const judgement = must(log.at("trafficType"), "be ALL or REJECT", (value) =>
    ["ALL", "REJECT"].includes(String(value)),
  );
  return named(log, judgement);
}

const groupType = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

/** The resources that add a rule to a security group from outside. */
const ruleTypes = [
  "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
];

export const networkDefaultSecurityGroupClosed = stackRule({
  id: "network-default-security-group-closed",
  requires: "The default security group of every VPC admits and lets out nothing.",
  why: "Whatever is launched without a security group gets this one; as AWS makes it, it lets all its members talk to each other and to the world.",
  fix: "Create an aws.ec2.DefaultSecurityGroup with the VPC's id, without ingress and egress, and give every resource a group of its own.",
  severity: "high",
  standards: { cis: ["5.5"], securityHub: ["EC2.2"], checkov: ["CKV2_AWS_12"] },
  types,
  exemptible: false,
  check: (vpc, _settings, stack) => {
    const { found, possible } = stack.referring(vpc, "vpcId", groupType);
    if (found.length > 0) return all(...found.map((group) => mustBeClosed(group, vpc, stack)));
    if (possible.length > 0)
      return undecided(...possible.map((group) => `vpcId of ${titleOf(group)}`));
    return fail(noneRefers(groupType));
  },
});

function mustBeClosed(group: StackResource, vpc: StackResource, stack: Stack): Judgement {
  const added = [group, vpc].flatMap(
    (owner) => stack.referring(owner, "securityGroupId", ...ruleTypes).found,
  );
  return all(
    named(group, mustHaveNoRules(group.at("ingress"))),
    named(group, mustHaveNoRules(group.at("egress"))),
    ...added.map((rule) => fail(`${titleOf(group)}: must have no rules, got ${titleOf(rule)}`)),
  );
}

function mustHaveNoRules(rules: Property): Judgement {
  if (rules.isUnknown) return undecided(rules.path);
  const { length } = rules.items;
  if (length === 0) return pass;
  return fail(
    `${rules.path} must be empty, got ${length.toString()} rule${length === 1 ? "" : "s"}`,
  );
}

function noneRefers(type: string): string {
  return `the VPC must have an ${type}, but none refers to it`;
}
