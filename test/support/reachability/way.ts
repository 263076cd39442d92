import type { Graph } from "./graph";
import type { Host, Port, Site } from "./host";
import { aclsAllow, aclsAllowReply } from "./network-acls";
import { policiesAllow } from "./network-policies";
import { isRouted } from "./routes";
import { groupsAllow } from "./security-groups";

/** A connection from one site of a host to one of another. */
interface Attempt {
  readonly from: Host;
  readonly source: Site;
  readonly to: Host;
  readonly target: Site;
  readonly port: Port;
}

/** One of the things between two hosts that lets a connection through or not. */
interface Gate {
  readonly barrier: (from: Host, to: Host) => string;
  readonly isOpen: (graph: Graph, attempt: Attempt) => boolean;
}

const policyOut: Gate = {
  barrier: (from) => `network policy out of ${from.name}`,
  isOpen: (graph, { from, to, target, port }) =>
    policiesAllow(graph, from, "Egress", [{ host: to, site: target }, port]),
};

const policyIn: Gate = {
  barrier: (_, to) => `network policy into ${to.name}`,
  isOpen: (graph, { from, source, to, port }) =>
    policiesAllow(graph, to, "Ingress", [{ host: from, site: source }, port]),
};

/** What stands between two hosts, in the order in which a connection meets it. */
const gates: readonly Gate[] = [
  policyOut,
  {
    barrier: (from) => `security group out of ${from.name}`,
    isOpen: (graph, { from, to, target, port }) =>
      groupsAllow(graph, from, "egress", [to, target, port]),
  },
  {
    barrier: (from, to) => `route from ${from.name} to ${to.name}`,
    isOpen: (graph, { from, source, to, target }) => isRouted(graph, [from, source], [to, target]),
  },
  {
    barrier: (from, to) => `network ACL from ${from.name} to ${to.name}`,
    isOpen: (graph, { source, target, port }) => aclsAllow(graph, source, target, port),
  },
  {
    barrier: (from, to) => `network ACL for replies of ${to.name} to ${from.name}`,
    isOpen: (graph, { source, target, port }) => aclsAllowReply(graph, source, target, port),
  },
  {
    barrier: (_, to) => `security group into ${to.name}`,
    isOpen: (graph, { from, source, to, port }) =>
      groupsAllow(graph, to, "ingress", [from, source, port]),
  },
  policyIn,
];

/** What is found of the ways between the sites of two hosts. */
export interface Way {
  /** Whether a connection works from some site to some other: what nobody may reach has no such way. */
  readonly isOpen: boolean;
  /** What stops connections between any two sites, in the order in which they meet it: none where all work. */
  readonly barriers: readonly string[];
}

/** Follows a connection between all the sites of two hosts. */
export function wayTo(graph: Graph, from: Host, to: Host, port: Port): Way {
  const attempts = from.sites.flatMap((source) =>
    to.sites.map((target) => ({ from, source, to, target, port })),
  );
  const closed = attempts.map((attempt) =>
    gatesOn(attempt).filter(({ isOpen }) => !isOpen(graph, attempt)),
  );
  const met = gates.filter((gate) => closed.some((some) => some.includes(gate)));
  return {
    isOpen: closed.some((some) => some.length === 0),
    barriers: met.map(({ barrier }) => barrier(from, to)),
  };
}

/** What has a link-local address stands on the node itself: only policies are between it and the pods. */
function gatesOn({ target }: Attempt): readonly Gate[] {
  return target.address.startsWith("169.254.") ? [policyOut, policyIn] : gates;
}
