import type { Problem } from "../problem";
import { contains, overlap, prefixOf } from "./cidr";
import {
  networkRules,
  zonedNetworkRules,
  type PlacedNetwork,
  type PlacedZones,
} from "./network-rule";

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
  ...networkRules((placed) => subnetsOf(placed).flatMap((each) => inside(each, placed))),
  ...networkRules((placed) => disjoint(subnetsOf(placed))),
  ...networkRules((placed) => tiers.flatMap((tier) => roomy(tier, placed))),
  ...zonedNetworkRules((placed, zones) => tiers.flatMap((tier) => oneByZone(tier, placed, zones))),
  ...networkRules(wayOut),
];

function subnetsOf(placed: PlacedNetwork): readonly Subnet[] {
  return tiers.flatMap((tier) => subnetsOfTier(tier, placed));
}

function subnetsOfTier(tier: Tier, { path, network }: PlacedNetwork): readonly Subnet[] {
  return Object.entries(network.subnets[tier]).map(([zone, cidr]) => ({
    path: `${path}.subnets.${tier}.${zone}`,
    cidr,
  }));
}

function inside({ path, cidr }: Subnet, { path: at, network }: PlacedNetwork): readonly Problem[] {
  if (contains(network.cidrBlock, cidr)) return [];
  return [
    {
      path,
      value: cidr,
      rule: `must lie inside ${at}.cidrBlock ${network.cidrBlock}`,
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

function roomy(tier: Tier, placed: PlacedNetwork): readonly Problem[] {
  const { prefix, what } = smallest[tier];
  return subnetsOfTier(tier, placed)
    .filter(({ cidr }) => prefixOf(cidr) > prefix)
    .map(({ path, cidr }) => ({
      path,
      value: cidr,
      rule: `must be at least a /${prefix}, which leaves ${2 ** (32 - prefix) - reservedAddresses} addresses for ${what}`,
      fix: `widen it to /${prefix} or more`,
    }));
}

function oneByZone(
  tier: Tier,
  { path: at, network: { subnets } }: PlacedNetwork,
  zones: PlacedZones,
): readonly Problem[] {
  const given = Object.keys(subnets[tier]);
  if (tier === "public" && given.length === 0) return [];
  const path = `${at}.subnets.${tier}`;
  return [
    ...zones.labels
      .filter((zone) => !given.includes(zone))
      .map((zone) => ({
        path,
        rule: `must have a subnet in every zone: ${zone} has none`,
        fix: `add ${path}.${zone}, or remove ${zones.path}.${zone}`,
      })),
    ...given
      .filter((zone) => !zones.labels.includes(zone))
      .map((zone) => ({
        path: `${path}.${zone}`,
        value: subnets[tier][zone],
        rule: `must be in a zone of the stack: ${zones.labels.join(", ")}`,
        fix: `remove it, or add ${zones.path}.${zone}`,
      })),
  ];
}

function wayOut({ path, network: { natGateways, subnets } }: PlacedNetwork): readonly Problem[] {
  if (natGateways === "none" || Object.keys(subnets.public).length > 0) return [];
  return [
    {
      path: `${path}.natGateways`,
      value: natGateways,
      rule: "must be none without public subnets: a NAT gateway stands in one",
      fix: `add ${path}.subnets.public, or write none`,
    },
  ];
}
