import type { Graph } from "./graph";
import { endsOf } from "./ipv4";
import { textAt } from "./read";

/** An address at which something stands. */
export interface Site {
  readonly address: string;
  /** The subnet around it; left out for what stands outside of the network. */
  readonly subnetId?: string;
}

/** A pod, as network policies know it. */
export interface Pod {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, unknown>>;
}

/** What opens connections or takes them, wherever in the network it may stand. */
export interface Host {
  /** What the barriers around it are called by. */
  readonly name: string;
  /** Addresses at both ends of each subnet that it may stand in. */
  readonly sites: readonly Site[];
  /** Its security groups; left out for what no group guards. */
  readonly groups?: readonly string[];
  /** What it is to network policies; left out for what none of them selects. */
  readonly pod?: Pod;
  /** Whether the internet knows its addresses. */
  readonly isPublic?: boolean;
  /** The list of addresses that security groups and routes know it by. */
  readonly prefixListId?: string;
}

/** What is asked for at a host. */
export interface Port {
  readonly protocol: "tcp" | "udp";
  readonly number: number;
}

/** The addresses that stand for subnets. */
export function sitesIn(graph: Graph, subnetIds: readonly string[]): readonly Site[] {
  return subnetIds.flatMap((subnetId) => {
    const subnet = graph.named("aws:ec2/subnet:Subnet", subnetId);
    if (subnet === undefined) throw new Error(`no subnet has the id ${subnetId}`);
    return endsOf(textAt(subnet.inputs, "cidrBlock")).map((address) => ({ address, subnetId }));
  });
}
