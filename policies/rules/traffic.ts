import { all, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given } from "../must";
import type { Property } from "../property";
import type { Subject } from "../subject";
import { isWholeInternet } from "./whole-internet";

/** What a rule of a security group lets through, in whichever of AWS's forms it was written. */
export interface Traffic {
  readonly protocol: Property;
  readonly fromPort: Property;
  readonly toPort: Property;
}

type Direction = "egress" | "ingress";

const groupTypes = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
];

/** A rule that says itself in which direction it goes. */
const ruleType = "aws:ec2/securityGroupRule:SecurityGroupRule";

/** The types that let traffic in. */
export const ingressTypes = [
  ...groupTypes,
  ruleType,
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
];

/** The types that let traffic out. */
export const egressTypes = [
  ...groupTypes,
  ruleType,
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
];

/** Judges each rule that opens ports from, or to, the whole internet. */
export function judgeOpenTraffic(
  resource: Subject,
  direction: Direction,
  judge: (range: Property, traffic: Traffic) => Judgement,
): Judgement {
  const type = resource.at("type");
  const isRule = resource.type === ruleType;
  if (isRule && typeof type.value === "string" && type.value !== direction) {
    return notApplicable(`it lets traffic ${direction === "egress" ? "in" : "out"}`);
  }
  const rules = rulesOf(resource, direction);
  const lists = [resource.at(direction), ...rules.flatMap(listsOf)];
  const judgement = all(
    ...rules.flatMap((rule) => rangesOf(rule).map((range) => judgeRange(range, rule, judge))),
    ...lists.filter(({ isUnknown }) => isUnknown).map(({ path }) => undecided(path)),
    pass,
  );
  return isRule ? given(type, judgement) : judgement;
}

/** A rule: an element of a group's list, or a resource of its own. */
type Rule = Pick<Property, "at">;

function rulesOf(resource: Subject, direction: Direction): readonly Rule[] {
  return groupTypes.includes(resource.type) ? resource.at(direction).items : [resource];
}

function listsOf(rule: Rule): readonly Property[] {
  return [rule.at("cidrBlocks"), rule.at("ipv6CidrBlocks")];
}

function rangesOf(rule: Rule): readonly Property[] {
  return [...listsOf(rule).flatMap(({ items }) => items), rule.at("cidrIpv4"), rule.at("cidrIpv6")];
}

function judgeRange(
  range: Property,
  rule: Rule,
  judge: (range: Property, traffic: Traffic) => Judgement,
): Judgement {
  if (range.isUnknown) return undecided(range.path);
  if (typeof range.value !== "string" || !isWholeInternet(range.value)) return pass;
  const protocol = rule.at("ipProtocol");
  return judge(range, {
    protocol: protocol.isSet ? protocol : rule.at("protocol"),
    fromPort: rule.at("fromPort"),
    toPort: rule.at("toPort"),
  });
}

/** The first and the last port; none where it is all of them. */
export function portsOf(traffic: Traffic): readonly [from: number, to: number] | undefined {
  const [from, to] = [portOf(traffic.fromPort), portOf(traffic.toPort)];
  const isEveryProtocol = ["-1", "all"].includes(String(traffic.protocol.value).toLowerCase());
  return isEveryProtocol || from === undefined || to === undefined ? undefined : [from, to];
}

/** None where it stands for all of them: -1 with ICMP. */
function portOf({ value }: Property): number | undefined {
  return typeof value === "number" && value >= 0 ? value : undefined;
}
