import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given } from "../must";
import type { Property } from "../property";
import { stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { isWholeInternet } from "./whole-internet";

/** SSH and RDP. */
const administrationPorts = [22, 3389];

const ruleType = "aws:ec2/networkAclRule:NetworkAclRule";

/** One entry of a network ACL, in whichever form it was written. */
interface Entry {
  readonly action: Property;
  readonly number: Property;
  readonly protocol: Property;
  readonly fromPort: Property;
  readonly toPort: Property;
  readonly ranges: readonly Property[];
}

export const networkAclLimited = stackRule({
  id: "network-acl-limited",
  requires: "Network ACLs let nobody reach SSH and RDP from the whole internet.",
  why: "The ACL is what holds when a security group is opened by mistake, and these ports are tried first.",
  fix: "Name the sources, or refuse ports 22 and 3389 in an entry with a lower number.",
  severity: "medium",
  standards: {
    securityHub: ["EC2.21"],
    checkov: ["CKV_AWS_229", "CKV_AWS_230", "CKV_AWS_231", "CKV_AWS_232", "CKV_AWS_352"],
  },
  types: [ruleType, "aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"],
  settings: {
    repliesCounted: {
      kind: "boolean",
      description:
        "Whether an entry for replies counts, TCP ports 1024 to 65535, which RDP is among. NAT gateways use them all: to refuse port 3389 before it drops one of their connections in 64,512.",
      default: false,
    },
  },
  exemptible: true,
  check: (resource, { repliesCounted }, stack) => {
    const egress = resource.at("egress");
    if (resource.type === ruleType && egress.value === true) {
      return notApplicable("it lets traffic out");
    }
    const ingress = resource.at("ingress");
    if (ingress.isUnknown) return undecided(ingress.path);
    const entries = entriesOf(resource);
    const suspects = entries.filter(
      (entry) => mayAdmitAll(entry) && (repliesCounted || !isForReplies(entry)),
    );
    if (suspects.length === 0) return pass;
    const others = resource.type === ruleType ? siblingsOf(resource, stack) : entries;
    const judgement = all(...suspects.map((entry) => mustNotAdmit(entry, others)));
    return resource.type === ruleType ? given(egress, judgement) : judgement;
  },
});

function entriesOf(resource: StackResource): readonly Entry[] {
  const isRule = resource.type === ruleType;
  const owners = isRule ? [resource] : resource.at("ingress").items;
  return owners.map((owner) => ({
    action: owner.at(isRule ? "ruleAction" : "action"),
    number: owner.at(isRule ? "ruleNumber" : "ruleNo"),
    protocol: owner.at("protocol"),
    fromPort: owner.at("fromPort"),
    toPort: owner.at("toPort"),
    ranges: [owner.at("cidrBlock"), owner.at("ipv6CidrBlock")],
  }));
}

function mayAdmitAll({ ranges }: Entry): boolean {
  return ranges.some((range) => range.isUnknown || isOpen(range));
}

/** A list is stateless: without it, whoever asked from one of these ports gets no answer. */
function isForReplies({ protocol, fromPort, toPort }: Entry): boolean {
  return isTcp(protocol) && fromPort.value === 1024 && toPort.value === 65535;
}

function isTcp({ value }: Property): boolean {
  return ["6", "tcp"].includes(String(value).toLowerCase());
}

/** The entries of the same ACL. */
function siblingsOf(rule: StackResource, stack: Stack): readonly Entry[] {
  const key = "networkAclId";
  const sources = new Set(rule.sources(key));
  const id = rule.at(key).value;
  const rules = stack.ofType(ruleType).filter((other) => {
    const isOfSame = other.sources(key).some((urn) => sources.has(urn));
    return isOfSame || (id !== undefined && other.at(key).value === id);
  });
  return rules.filter((other) => other.at("egress").value !== true).flatMap(entriesOf);
}

function mustNotAdmit(entry: Entry, others: readonly Entry[]): Judgement {
  const range = entry.ranges.find(isOpen);
  if (entry.action.value === "deny") return pass;
  if (range === undefined) return undecidedWhile(entry.ranges);
  const admitted = administrationPorts.filter(
    (port) => matches(entry, port) && !others.some((other) => refuses(other, entry, port)),
  );
  const open = [entry.action, entry.protocol, entry.fromPort, entry.toPort];
  if (open.some(({ isUnknown }) => isUnknown)) return undecidedWhile(open);
  if (admitted.length === 0) return pass;
  if (others.some(mayRefuse)) return undecided("the other entries of the network ACL");
  const ports = `port${admitted.length > 1 ? "s" : ""} ${admitted.join(" and ")}`;
  return fail(`${range.path} must not be the whole internet on ${ports}, ${range.finding}`);
}

function isOpen({ value }: Property): boolean {
  return typeof value === "string" && isWholeInternet(value);
}

function undecidedWhile(properties: readonly Property[]): Judgement {
  const unknown = properties.filter(({ isUnknown }) => isUnknown);
  return unknown.length > 0 ? undecided(...unknown.map(({ path }) => path)) : pass;
}

/** Whether TCP connections to the port match the entry. */
function matches({ protocol, fromPort, toPort }: Entry, port: number): boolean {
  if (["-1", "all"].includes(String(protocol.value).toLowerCase())) return true;
  return isTcp(protocol) && Number(fromPort.value) <= port && port <= Number(toPort.value);
}

/** Whether an entry stands before another one and refuses the port to all that it would admit. */
function refuses(other: Entry, entry: Entry, port: number): boolean {
  const isBefore = Number(other.number.value) < Number(entry.number.value);
  const ranges = entry.ranges.filter(isOpen).map(({ value }) => String(value));
  const isAsWide = ranges.every((range) => {
    const everyone = range.includes(":") ? "::/0" : "0.0.0.0/0";
    return other.ranges.some(({ value }) => value === range || value === everyone);
  });
  return other.action.value === "deny" && isBefore && isAsWide && matches(other, port);
}

/** Whether the entry may turn out to refuse what is judged. */
function mayRefuse(entry: Entry): boolean {
  const { action, number, protocol, fromPort, toPort, ranges } = entry;
  const isOpenYet = [action, number, protocol, fromPort, toPort, ...ranges].some(
    ({ isUnknown }) => isUnknown,
  );
  return isOpenYet && (action.isUnknown || action.value === "deny");
}
