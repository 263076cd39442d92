import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import type { Port, Site } from "./host";
import { isWithin } from "./ipv4";
import { textAt } from "./read";

/** Packets in one direction, between any two ports of two ranges' ends. */
interface Packets {
  readonly from: Site;
  readonly to: Site;
  readonly protocol: string;
  readonly ports: readonly number[];
}

/** Where the client's end of a connection may be: load balancers, functions and NAT gateways use the whole range. */
const clientPorts = [1024, 65_535];

/** The numbers that AWS also takes for the protocols. */
const protocolNumbers: Readonly<Record<string, string>> = { tcp: "6", udp: "17" };

/** Whether the lists around both subnets let a question through. Within a subnet none is asked. */
export function aclsAllow(graph: Graph, from: Site, to: Site, port: Port): boolean {
  return passes(graph, { from, to, protocol: port.protocol, ports: [port.number] });
}

/** Whether the lists let the reply through: they are stateless, so that it takes rules of its own. */
export function aclsAllowReply(graph: Graph, from: Site, to: Site, port: Port): boolean {
  return passes(graph, { from: to, to: from, protocol: port.protocol, ports: clientPorts });
}

function passes(graph: Graph, packets: Packets): boolean {
  const { from, to } = packets;
  if (from.subnetId === to.subnetId) return true;
  return listAllows(graph, from, [packets, true]) && listAllows(graph, to, [packets, false]);
}

function listAllows(
  graph: Graph,
  { subnetId }: Site,
  [packets, egress]: readonly [Packets, boolean],
): boolean {
  if (subnetId === undefined) return true;
  const [association] = graph.referring(
    "aws:ec2/networkAclAssociation:NetworkAclAssociation",
    "subnetId",
    subnetId,
  );
  // The default list of a locked VPC lets nothing through.
  if (association === undefined) return false;
  const rules = rulesOf(graph, textAt(association.inputs, "networkAclId"), egress);
  const peer = egress ? packets.to : packets.from;
  return packets.ports.every((port) => {
    const first = rules.find((rule) => isAbout(rule, peer, [packets.protocol, port]));
    return first?.inputs["ruleAction"] === "allow";
  });
}

/** The rules of a list for one direction, in the order in which they are asked. */
function rulesOf(graph: Graph, list: string, egress: boolean): readonly Deployed[] {
  return graph.answer(`rules ${egress ? "out of" : "into"} ${list}`, () =>
    graph
      .referring("aws:ec2/networkAclRule:NetworkAclRule", "networkAclId", list)
      .filter(({ inputs }) => (inputs["egress"] === true) === egress)
      .sort((a, b) => Number(a.inputs["ruleNumber"]) - Number(b.inputs["ruleNumber"])),
  );
}

function isAbout(
  { inputs }: Deployed,
  { address }: Site,
  [protocol, port]: readonly [string, number],
): boolean {
  const { protocol: spoken, fromPort, toPort } = inputs;
  if (!isWithin(address, textAt(inputs, "cidrBlock"))) return false;
  if (spoken === "-1") return true;
  const isSpoken = spoken === protocol || spoken === protocolNumbers[protocol];
  return isSpoken && Number(fromPort) <= port && port <= Number(toPort);
}
