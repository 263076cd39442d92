import ipaddr from "ipaddr.js";
import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule } from "./rule";

type Network = Spec["network"];

/** AWS keeps the first four addresses and the last of every subnet. */
const reservedAddresses = 5;

/** Least subnet by tier, as the length of its prefix: what has to find room there. */
const smallest = {
  public: { prefix: 28, what: "NAT gateways and load balancers, which want 8 free addresses" },
  private: { prefix: 26, what: "nodes and pods, each with an address of its own" },
  database: { prefix: 28, what: "instances, their standbys and the proxy" },
} as const;

type Tier = keyof typeof smallest;
const tiers = ["public", "private", "database"] as const;

/** One subnet, and the path it was written at. */
interface Subnet {
  readonly path: string;
  readonly cidr: string;
}

/**
 * Subnets that fit into the VPC, each other and their purpose.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
 */
export const subnetRules = [
  rule(["network"], ({ network }) => subnetsOf(network).flatMap((each) => inside(each, network))),
  rule(["network"], ({ network }) => disjoint(subnetsOf(network))),
  rule(["network"], ({ network }) => tiers.flatMap((tier) => roomy(tier, network))),
  rule(["network", "availabilityZones"], ({ network, availabilityZones }) =>
    tiers.flatMap((tier) => oneByZone(tier, network, Object.keys(availabilityZones))),
  ),
  rule(["network"], ({ network }) => wayOut(network)),
];

function subnetsOf({ subnets }: Network): readonly Subnet[] {
  return tiers.flatMap((tier) => subnetsOfTier(tier, subnets[tier]));
}

function subnetsOfTier(tier: Tier, byZone: Readonly<Record<string, string>>): readonly Subnet[] {
  return Object.entries(byZone).map(([zone, cidr]) => ({
    path: `network.subnets.${tier}.${zone}`,
    cidr,
  }));
}

function inside({ path, cidr }: Subnet, { cidrBlock }: Network): readonly Problem[] {
  if (contains(cidrBlock, cidr)) return [];
  return [
    {
      path,
      value: cidr,
      rule: `must lie inside network.cidrBlock ${cidrBlock}`,
      fix: "choose a free range of the VPC, or widen the VPC",
    },
  ];
}

function disjoint(subnets: readonly Subnet[]): readonly Problem[] {
  return subnets.flatMap((subnet, index) => {
    const other = subnets.slice(0, index).find(({ cidr }) => overlap(cidr, subnet.cidr));
    if (other === undefined) return [];
    return [
      {
        path: subnet.path,
        value: subnet.cidr,
        rule: `must not overlap ${other.path} ${other.cidr}`,
        fix: "give each subnet a range of its own",
      },
    ];
  });
}

function roomy(tier: Tier, { subnets }: Network): readonly Problem[] {
  const { prefix, what } = smallest[tier];
  return subnetsOfTier(tier, subnets[tier])
    .filter(({ cidr }) => prefixOf(cidr) > prefix)
    .map(({ path, cidr }) => ({
      path,
      value: cidr,
      rule: `must be at least a /${prefix}, which leaves ${2 ** (32 - prefix) - reservedAddresses} addresses for ${what}`,
      fix: `widen it to /${prefix} or more`,
    }));
}

function oneByZone(tier: Tier, network: Network, zones: readonly string[]): readonly Problem[] {
  const given = Object.keys(network.subnets[tier]);
  if (tier === "public" && given.length === 0) return [];
  const path = `network.subnets.${tier}`;
  return [
    ...zones
      .filter((zone) => !given.includes(zone))
      .map((zone) => ({
        path,
        rule: `must have a subnet in every zone: ${zone} has none`,
        fix: `add ${path}.${zone}, or remove availabilityZones.${zone}`,
      })),
    ...given
      .filter((zone) => !zones.includes(zone))
      .map((zone) => ({
        path: `${path}.${zone}`,
        value: network.subnets[tier][zone],
        rule: `must be in a zone of the stack: ${zones.join(", ")}`,
        fix: `remove it, or add availabilityZones.${zone}`,
      })),
  ];
}

function wayOut({ natGateways, subnets }: Network): readonly Problem[] {
  if (natGateways === "none" || Object.keys(subnets.public).length > 0) return [];
  return [
    {
      path: "network.natGateways",
      value: natGateways,
      rule: "must be none without public subnets: a NAT gateway stands in one",
      fix: "add network.subnets.public, or write none",
    },
  ];
}

function prefixOf(cidr: string): number {
  return ipaddr.IPv4.parseCIDR(cidr)[1];
}

function contains(outer: string, inner: string): boolean {
  const [address, prefix] = ipaddr.IPv4.parseCIDR(inner);
  return prefixOf(outer) <= prefix && address.match(ipaddr.IPv4.parseCIDR(outer));
}

function overlap(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}
