import { complete } from "../complete";

/**
 * Shards with replicas each. Clients must speak the cluster protocol, and find the shards by the
 * configuration endpoint.
 */
export interface ClusterModeEnabledArgs {
  readonly clusterMode: "enabled";
  /** Shards, 1 to 500. */
  readonly numNodeGroups: number;
  /**
   * Replicas of each shard, 0 to 5.
   *
   * @default 1
   */
  readonly replicasPerNodeGroup?: number | undefined;
}

/** One primary that holds all keys, and its replicas. Clients need no cluster protocol. */
export interface ClusterModeDisabledArgs {
  readonly clusterMode: "disabled";
  /**
   * Nodes, the primary and its replicas, 1 to 6.
   *
   * @default 2
   */
  readonly numCacheClusters?: number | undefined;
}

/** How the nodes are arranged. */
export type TopologyArgs = ClusterModeEnabledArgs | ClusterModeDisabledArgs;

/** The arrangement of the nodes with nothing left out. */
export type Topology = ReturnType<typeof completeTopology>;

/** Completes the arrangement of the nodes: one replica of each primary. */
export function completeTopology(topology: TopologyArgs) {
  return topology.clusterMode === "enabled"
    ? complete(topology, { replicasPerNodeGroup: 1 })
    : complete(topology, { numCacheClusters: 2 });
}

/** Shards; without cluster mode all keys are in one. */
function shardsOf(topology: Topology): number {
  return topology.clusterMode === "enabled" ? topology.numNodeGroups : 1;
}

/** Replicas of each primary. */
export function replicasOf(topology: Topology): number {
  return topology.clusterMode === "enabled"
    ? topology.replicasPerNodeGroup
    : topology.numCacheClusters - 1;
}

/** All nodes, primaries and replicas. */
export function nodesOf(topology: Topology): number {
  return shardsOf(topology) * (1 + replicasOf(topology));
}

/** The same shards with other replicas. */
export function withReplicas(topology: Topology, replicas: number): Topology {
  return topology.clusterMode === "enabled"
    ? { ...topology, replicasPerNodeGroup: replicas }
    : { ...topology, numCacheClusters: 1 + replicas };
}

/**
 * The identifiers that ElastiCache gives to the nodes of a new group, `<group>-001` or `<group>-0001-001`. It
 * counts on where nodes are added, so that a group that was made smaller and larger again may have others.
 */
export function memberIdsOf(replicationGroupId: string, topology: Topology): readonly string[] {
  const members = numbered(1 + replicasOf(topology), 3);
  if (topology.clusterMode === "disabled") {
    return members.map((member) => `${replicationGroupId}-${member}`);
  }
  return numbered(topology.numNodeGroups, 4).flatMap((shard) =>
    members.map((member) => `${replicationGroupId}-${shard}-${member}`),
  );
}

/** `001`, `002` and so on. */
function numbered(count: number, digits: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1).padStart(digits, "0"));
}
