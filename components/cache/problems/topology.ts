import { outsideOf, unless } from "../../problems/phrases";
import type { Settings } from "../cache-settings";
import { nodesOf, replicasOf } from "../topology";

/**
 * What AWS refuses of how the nodes are arranged.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
 */
export function topologyProblems(settings: Settings): readonly string[] {
  const { topology, automaticFailover, multiAz, nodeQuota } = settings;
  const nodes = nodesOf(topology);
  return [
    ...countProblems(settings),
    ...outsideOf("nodeQuota", nodeQuota, 90, 500),
    ...unless(
      nodes <= nodeQuota,
      `topology must be at most ${nodeQuota} nodes, the account's nodeQuota, got ${nodes}`,
    ),
    ...unless(
      automaticFailover || topology.clusterMode === "disabled",
      "automaticFailover must be true in cluster mode, got false",
    ),
    ...unless(
      automaticFailover || !multiAz,
      "automaticFailover must be true with multiAz, got false",
    ),
    ...replicaProblems(settings),
  ];
}

function countProblems({ topology, disasterRecovery }: Settings): readonly string[] {
  const replicas = outsideOf("disasterRecovery.replicas", disasterRecovery?.replicas, 0, 5);
  if (topology.clusterMode === "disabled") {
    return [
      ...outsideOf("topology.numCacheClusters", topology.numCacheClusters, 1, 6),
      ...replicas,
    ];
  }
  return [
    ...outsideOf("topology.numNodeGroups", topology.numNodeGroups, 1, 500),
    ...outsideOf("topology.replicasPerNodeGroup", topology.replicasPerNodeGroup, 0, 5),
    ...replicas,
  ];
}

/** Who must have a replica to take over. */
function replicaProblems(settings: Settings): readonly string[] {
  const { topology, automaticFailover, multiAz, disasterRecovery } = settings;
  const lonely = replicasOf(topology) < 1;
  const copyIsLonely = (disasterRecovery?.replicas ?? replicasOf(topology)) < 1;
  return [
    ...unless(
      !lonely || !multiAz,
      "multiAz must be false without a replica of each primary, got true",
    ),
    ...unless(
      !lonely || !automaticFailover || topology.clusterMode === "enabled",
      "automaticFailover must be false without a replica, got true",
    ),
    ...unless(
      disasterRecovery === undefined || !automaticFailover || !copyIsLonely,
      "disasterRecovery.replicas must be at least 1 with automaticFailover, got 0",
    ),
  ];
}
