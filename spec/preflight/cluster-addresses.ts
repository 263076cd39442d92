import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { prefixOf } from "./cidr";
import { sectionRule } from "./rule";

type Cluster = NonNullable<Spec["cluster"]>;

/** Addresses that the network of pods takes at a time: a /28. */
const block = 16;
/** Blocks of a node at least: one in use, and the next one ready. */
const blocksOfNode = 2;
/** Addresses of a node beside them: its own, and that of a second network interface. */
const addressesOfNode = 2;
/** Addresses that others take: AWS 5, the control plane, endpoints and load balancers the rest. */
const addressesOfOthers = 30;

/**
 * Subnets with room for the most nodes that there may be.
 *
 * @see https://docs.aws.amazon.com/eks/latest/best-practices/prefix-mode-linux.html
 */
export const clusterAddressRules = [
  sectionRule(
    "cluster",
    ["network", "availabilityZones"],
    ({ nodeGroups }, { network, availabilityZones }) => {
      const zones = Object.keys(availabilityZones).length;
      const nodes = mostNodesInZone(nodeGroups, zones);
      const needed = nodes * (blocksOfNode * block + addressesOfNode) + addressesOfOthers;
      return Object.entries(network.subnets.private).flatMap(([zone, cidr]) =>
        roomFor(`network.subnets.private.${zone}`, cidr, { nodes, needed }),
      );
    },
  ),
];

function mostNodesInZone(nodeGroups: Cluster["nodeGroups"], zones: number): number {
  return Object.values(nodeGroups)
    .map(({ maximum, onePerSubnet }) => (onePerSubnet ? maximum : Math.ceil(maximum / zones)))
    .reduce((sum, nodes) => sum + nodes, 0);
}

function roomFor(
  path: string,
  cidr: string,
  { nodes, needed }: { readonly nodes: number; readonly needed: number },
): readonly Problem[] {
  if (2 ** (32 - prefixOf(cidr)) >= needed) return [];
  return [
    {
      path,
      value: cidr,
      rule: `must have ${needed} addresses for ${nodes} nodes, which take them for their pods in blocks of ${block}`,
      fix: "widen it, or lower maximum of cluster.nodeGroups",
    },
  ];
}
