import type { Graph } from "./graph";
import type { Host, Port, Site } from "./host";
import { isWithin } from "./ipv4";
import { listAt, textAt } from "./read";

/** One rule: what it lets through, and to or from whom. */
interface Rule {
  readonly group: unknown;
  readonly protocol: string;
  readonly ports: readonly [number, number];
  readonly range?: string;
  readonly peerGroup?: unknown;
  readonly prefixListId?: unknown;
}

const ruleTypes = {
  egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
} as const;

/** Whether the security groups of a host let a connection out to a peer, or in from one. Answers need no rule. */
export function groupsAllow(
  graph: Graph,
  { groups }: Host,
  direction: "egress" | "ingress",
  [peer, site, port]: readonly [Host, Site, Port],
): boolean {
  if (groups === undefined) return true;
  return rulesOf(graph, direction).some(
    (rule) =>
      groups.includes(String(rule.group)) && allowsPort(rule, port) && isFor(rule, peer, site),
  );
}

const known = {
  egress: new WeakMap<Graph, readonly Rule[]>(),
  ingress: new WeakMap<Graph, readonly Rule[]>(),
};

/** The rules of the stack, and those that EKS gives the group of a cluster. */
function rulesOf(graph: Graph, direction: "egress" | "ingress"): readonly Rule[] {
  const rules = known[direction].get(graph) ?? findRules(graph, direction);
  known[direction].set(graph, rules);
  return rules;
}

function findRules(graph: Graph, direction: "egress" | "ingress"): readonly Rule[] {
  const own = graph.ofType(ruleTypes[direction]).map(({ inputs }): Rule => {
    const { securityGroupId, ipProtocol, fromPort, toPort } = inputs;
    return {
      group: securityGroupId,
      protocol: String(ipProtocol),
      ports: [Number(fromPort ?? 0), Number(toPort ?? 65_535)],
      ...(inputs["cidrIpv4"] === undefined ? {} : { range: textAt(inputs, "cidrIpv4") }),
      peerGroup: inputs["referencedSecurityGroupId"],
      prefixListId: inputs["prefixListId"],
    };
  });
  return [...own, ...rulesOfClusters(graph, direction)];
}

/**
 * EKS makes a group for the control plane of each cluster, whose members reach each other and everything else.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html
 */
function rulesOfClusters(graph: Graph, direction: "egress" | "ingress"): readonly Rule[] {
  return graph.ofType("aws:eks/cluster:Cluster").map(({ outputs }): Rule => {
    const group = textAt(outputs, "vpcConfig", "clusterSecurityGroupId");
    const all = { group, protocol: "-1", ports: [0, 65_535] } as const;
    return direction === "egress" ? { ...all, range: "0.0.0.0/0" } : { ...all, peerGroup: group };
  });
}

function allowsPort({ protocol, ports: [first, last] }: Rule, port: Port): boolean {
  if (protocol === "-1") return true;
  return protocol === port.protocol && first <= port.number && port.number <= last;
}

function isFor({ range, peerGroup, prefixListId }: Rule, peer: Host, site: Site): boolean {
  if (range !== undefined && isWithin(site.address, range)) return true;
  if (prefixListId !== undefined && prefixListId === peer.prefixListId) return true;
  return peerGroup !== undefined && listAt(peer.groups).includes(peerGroup);
}
