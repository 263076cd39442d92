import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { prefixOf } from "./cidr";
import { requestsOfCluster } from "./cluster-overhead";
import { sectionRule } from "./rule";
import { podsAtMost, workloadsOf } from "./workloads";

type Cluster = NonNullable<Spec["cluster"]>;

/** Addresses that the network of pods takes at a time: a /28. */
const block = 16;
/** Pods of each node that have an address of their own: that of volumes. The others have the node's. */
const podsOfNode = 1;
/** Addresses of a node beside them: its own, and that of a second network interface. */
const addressesOfNode = 2;
/** Addresses that others take: AWS 5, the control plane, endpoints and load balancers the rest. */
const addressesOfOthers = 30;
/** Share of a subnet that the network keeps for blocks. The last block of it lacks the address that AWS takes. */
const shareOfBlocks = 3 / 4;

/**
 * Subnets with room for the most nodes and pods that there may be. However pods are spread, they need as many addresses
 * as when they are spread evenly: blocks of a node that are in use, and the next one ready. All other addresses are of
 * the part that is not kept for blocks.
 *
 * @see https://docs.aws.amazon.com/eks/latest/best-practices/prefix-mode-linux.html
 */
export const clusterAddressRules = [
  sectionRule(
    "cluster",
    ["network", "availabilityZones", "services", "jobs"],
    ({ nodeGroups }, { network, availabilityZones, ...workloads }) => {
      const zones = Object.keys(availabilityZones).length;
      const nodes = mostNodesInZone(nodeGroups, zones);
      if (nodes === 0) return [];
      const pods = mostPodsInZone(workloads, zones);
      const blocks = Math.ceil((pods / nodes + podsOfNode) / block) + 1;
      const needed = addressesFor(nodes * blocks, nodes * addressesOfNode + addressesOfOthers);
      return Object.entries(network.subnets.private).flatMap(([zone, cidr]) =>
        roomFor(`network.subnets.private.${zone}`, cidr, { nodes, blocks, needed }),
      );
    },
  ),
];

/** Least addresses of a subnet, of which one part has room for blocks and the other for single addresses. */
function addressesFor(blocks: number, single: number): number {
  return Math.ceil(Math.max(((blocks + 1) * block) / shareOfBlocks, single / (1 - shareOfBlocks)));
}

function mostNodesInZone(nodeGroups: Cluster["nodeGroups"], zones: number): number {
  return Object.values(nodeGroups)
    .map(({ maximum, onePerSubnet }) => (onePerSubnet ? maximum : Math.ceil(maximum / zones)))
    .reduce((sum, nodes) => sum + nodes, 0);
}

function mostPodsInZone(workloads: Pick<Spec, "services" | "jobs">, zones: number): number {
  const pods = workloadsOf(workloads).reduce((sum, placed) => sum + podsAtMost(placed), 0);
  return Math.ceil((pods + requestsOfCluster.length) / zones);
}

/** What a zone is to have room for. */
interface Need {
  readonly nodes: number;
  /** Blocks of each node. */
  readonly blocks: number;
  /** Addresses of all of them. */
  readonly needed: number;
}

function roomFor(path: string, cidr: string, { nodes, blocks, needed }: Need): readonly Problem[] {
  if (2 ** (32 - prefixOf(cidr)) >= needed) return [];
  return [
    {
      path,
      value: cidr,
      rule: `must have ${needed} addresses for ${nodes === 1 ? "1 node" : `${nodes} nodes, each`} with ${blocks} blocks of ${block} for its pods`,
      fix: "widen it, or lower maximum of cluster.nodeGroups or replicas.maximum",
    },
  ];
}
