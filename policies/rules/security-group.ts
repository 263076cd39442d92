import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import { isWholeInternet } from "./whole-internet";

/** One rule that admits traffic, in whichever of AWS's forms it was written. */
interface Ingress {
  /** Properties that name an address range each. */
  readonly sources: readonly Property[];
  readonly protocol: Property;
  readonly fromPort: Property;
  readonly toPort: Property;
}

const groupTypes = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
];
const ruleType = "aws:ec2/securityGroupRule:SecurityGroupRule";

export const securityGroupIngressLimited = resourceRule({
  id: "security-group-ingress-limited",
  requires:
    "Security groups admit nothing from the whole internet, but on ports that configuration allows.",
  why: "Every address on the internet is scanned all the time; what is open to all is found within minutes.",
  fix: "Name the sources: a security group, a prefix list or narrow ranges.",
  severity: "critical",
  standards: {
    cis: ["5.3", "5.4"],
    securityHub: ["EC2.18", "EC2.19"],
    checkov: ["CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_260", "CKV_AWS_277"],
  },
  types: [...groupTypes, ruleType, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"],
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
  check: (resource, { allowedPorts }) => {
    if (resource.type === ruleType && resource.at("type").value === "egress") {
      return notApplicable("it lets traffic out");
    }
    const unreadable = listsOf(resource).filter((list) => list.isUnknown);
    const admitted = ingressOf(resource).flatMap((ingress) =>
      ingress.sources.map((source) => mustNotAdmitAll(source, ingress, allowedPorts)),
    );
    const judgement = all(...admitted, ...unreadable.map((list) => undecided(list.path)), pass);
    return resource.type === ruleType ? given(resource.at("type"), judgement) : judgement;
  },
});

/** The lists that must be known for every source to be seen. */
function listsOf(resource: Subject): readonly Property[] {
  const ingress = resource.at("ingress");
  const owners = groupTypes.includes(resource.type) ? ingress.items : [resource];
  const lists = owners.flatMap((owner) => [owner.at("cidrBlocks"), owner.at("ipv6CidrBlocks")]);
  return [ingress, ...lists];
}

function ingressOf(resource: Subject): readonly Ingress[] {
  const owners = groupTypes.includes(resource.type) ? resource.at("ingress").items : [resource];
  return owners.map((owner) => {
    const classic = ["cidrBlocks", "ipv6CidrBlocks"].flatMap((key) => owner.at(key).items);
    const single = [owner.at("cidrIpv4"), owner.at("cidrIpv6")];
    const protocol = owner.at("ipProtocol");
    return {
      sources: [...classic, ...single],
      protocol: protocol.isSet ? protocol : owner.at("protocol"),
      fromPort: owner.at("fromPort"),
      toPort: owner.at("toPort"),
    };
  });
}

function mustNotAdmitAll(
  source: Property,
  ingress: Ingress,
  allowedPorts: readonly number[],
): Judgement {
  if (source.isUnknown) return undecided(source.path);
  if (typeof source.value !== "string" || !isWholeInternet(source.value)) return pass;
  const { protocol, fromPort, toPort } = ingress;
  const unknown = [protocol, fromPort, toPort].filter((property) => property.isUnknown);
  if (allowedPorts.length > 0 && unknown.length > 0) {
    return undecided(...unknown.map(({ path }) => path));
  }
  if (areAllowed(ingress, allowedPorts)) return pass;
  return fail(
    `${source.path} must not be the whole internet, ${source.finding} on ${portsOf(ingress)}`,
  );
}

function areAllowed({ protocol, fromPort, toPort }: Ingress, allowed: readonly number[]): boolean {
  const [from, to] = [fromPort.value, toPort.value];
  if (isEveryProtocol(protocol) || typeof from !== "number" || typeof to !== "number") return false;
  const ports = allowed.filter((port) => port >= from && port <= to);
  return ports.length === to - from + 1;
}

function isEveryProtocol(protocol: Property): boolean {
  return ["-1", "all"].includes(String(protocol.value).toLowerCase());
}

function portsOf({ protocol, fromPort, toPort }: Ingress): string {
  const ends = [fromPort, toPort];
  if (ends.some((end) => end.isUnknown)) return "ports that are not known yet";
  if (ends.some((end) => end.isConfidential)) return "ports that are not shown";
  const [from, to] = ends.map(portOf);
  if (isEveryProtocol(protocol) || from === undefined || to === undefined) return "all ports";
  return from === to ? `port ${from.toString()}` : `ports ${from.toString()} to ${to.toString()}`;
}

/** None where it stands for all of them: -1 with ICMP. */
function portOf({ value }: Property): number | undefined {
  return typeof value === "number" && value >= 0 ? value : undefined;
}
