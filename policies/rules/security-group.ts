import { all, fail, type Judgement, pass, undecided } from "../judgement";
import type { Property } from "../property";
import { resourceRule, stackRule } from "../rule";
import type { Subject } from "../subject";
import { mustBeDescribed } from "./described";
import { frontDoorPorts } from "./front-door";
import { egressTypes, ingressTypes, judgeOpenTraffic, portsOf, type Traffic } from "./traffic";

export const securityGroupIngressLimited = stackRule({
  id: "security-group-ingress-limited",
  requires:
    "Security groups admit nothing from the whole internet, but where a load balancer that faces it listens, and on ports that configuration allows.",
  why: "Every address on the internet is scanned all the time; what is open to all is found within minutes.",
  fix: "Name the sources: a security group, a prefix list or narrow ranges.",
  severity: "critical",
  standards: {
    cis: ["5.3", "5.4"],
    securityHub: ["EC2.18", "EC2.19"],
    checkov: ["CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_260", "CKV_AWS_277"],
  },
  types: ingressTypes,
  settings: {
    allowedPorts: {
      kind: "integers",
      description: "Ports that may be open to the whole internet.",
      minimum: 0,
      maximum: 65535,
      default: [],
    },
  },
  exemptible: true,
  check: (resource, { allowedPorts }, stack) => {
    const ports = [...new Set([...allowedPorts, ...frontDoorPorts(resource, stack)])];
    return judgeOpenTraffic(resource, "ingress", (range, traffic) =>
      mustBeAllowed(range, traffic, ports),
    );
  },
});

function mustBeAllowed(
  range: Property,
  traffic: Traffic,
  allowedPorts: readonly number[],
): Judgement {
  const unknown = unknownOf(traffic);
  if (allowedPorts.length > 0 && unknown.length > 0) return undecided(...unknown);
  const [from, to] = portsOf(traffic) ?? [0, Number.POSITIVE_INFINITY];
  const allowed = allowedPorts.filter((port) => port >= from && port <= to);
  if (allowed.length === to - from + 1) return pass;
  return fail(
    `${range.path} must not be the whole internet, ${range.finding} on ${shownPorts(traffic)}`,
  );
}

function shownPorts(traffic: Traffic): string {
  const ends = [traffic.fromPort, traffic.toPort];
  if (ends.some((end) => end.isUnknown)) return "ports that are not known yet";
  if (ends.some((end) => end.isConfidential)) return "ports that are not shown";
  const ports = portsOf(traffic);
  if (ports === undefined) return "all ports";
  const [from, to] = ports;
  return from === to ? `port ${from.toString()}` : `ports ${from.toString()} to ${to.toString()}`;
}

export const securityGroupEgressLimited = resourceRule({
  id: "security-group-egress-limited",
  requires: "Security groups do not let everything out to the whole internet.",
  why: "What gets in must call home and carry data away; a group that names ports and destinations makes both harder, and shows up in the flow log.",
  fix: "Name the ports, mostly 443, and the destinations where they are known.",
  severity: "low",
  standards: { checkov: ["CKV_AWS_382"] },
  types: egressTypes,
  exemptible: true,
  level: "advisory",
  check: (resource) => judgeOpenTraffic(resource, "egress", mustNotBeEverything),
});

function mustNotBeEverything(range: Property, traffic: Traffic): Judgement {
  const [from, to] = portsOf(traffic) ?? [0, 65535];
  const unknown = unknownOf(traffic);
  if (unknown.length > 0) return undecided(...unknown);
  if (from > 0 || to < 65535) return pass;
  return fail(`${range.path} must not be the whole internet on all ports, ${range.finding}`);
}

function unknownOf({ protocol, fromPort, toPort }: Traffic): readonly string[] {
  return [protocol, fromPort, toPort].filter(({ isUnknown }) => isUnknown).map(({ path }) => path);
}

const groupType = "aws:ec2/securityGroup:SecurityGroup";

export const securityGroupDescribed = resourceRule({
  id: "security-group-described",
  requires: "Security groups and their rules say what they are for.",
  why: "Nobody dares to close a port of which nobody knows who needs it.",
  fix: "Set description to who talks to whom, and over what; that of a group cannot be changed later.",
  severity: "low",
  standards: { checkov: ["CKV_AWS_23"] },
  types: [
    groupType,
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  ],
  exemptible: true,
  check: (resource) => {
    const lists = resource.type === groupType ? listsWithin(resource) : [];
    return all(
      mustBeDescribed(resource.at("description")),
      ...lists.flatMap(({ items }) => items.map((rule) => mustBeDescribed(rule.at("description")))),
      ...lists.filter(({ isUnknown }) => isUnknown).map(({ path }) => undecided(path)),
    );
  },
});

function listsWithin(group: Subject): readonly Property[] {
  return [group.at("ingress"), group.at("egress")];
}
