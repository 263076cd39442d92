import { maximumConnectionsOf, memoryBytesOf } from "./node-memory";
import { sitesOf, type Scope, type Site } from "./scope";
import { memberIdsOf, replicasOf } from "./topology";

/** What alarms on one node need to know. */
export interface NodeAlarmInputs {
  /** Value of the dimension `CacheClusterId`. */
  readonly memberId: string;
  readonly region: string;
  readonly nodeType: string;
  /** Memory of the node in bytes, the unit of `BytesUsedForCache`; undefined where it is not known. */
  readonly memoryBytes: number | undefined;
  /** Most connections it takes, the unit of `CurrConnections`. */
  readonly maximumConnections: number;
}

/** What alarms on a cache need to know. All of it is plain data, so that alarms can follow from it. */
export interface AlarmInputs {
  /** Values of the dimension `ReplicationGroupId`, the cache that is written to first. */
  readonly replicationGroups: readonly { readonly id: string; readonly region: string }[];
  /** The nodes, those of the cache that is written to first. */
  readonly nodes: readonly NodeAlarmInputs[];
  /** Whether primaries have replicas, which may lag behind. */
  readonly replicated: boolean;
}

/** What alarms on a cache need to know, from its settings. */
export function alarmInputsOf(scope: Scope): AlarmInputs {
  const sites = sitesOf(scope);
  return {
    replicationGroups: sites.map(({ replicationGroupId: id, region }) => ({ id, region })),
    nodes: sites.flatMap((site) => nodesAt(scope, site)),
    replicated: sites.some(({ topology }) => replicasOf(topology) > 0),
  };
}

function nodesAt({ settings }: Scope, site: Site): readonly NodeAlarmInputs[] {
  const { replicationGroupId, region, topology } = site;
  const { nodeType } = settings;
  return memberIdsOf(replicationGroupId, topology).map((memberId) => ({
    memberId,
    region,
    nodeType,
    memoryBytes: memoryBytesOf(nodeType),
    maximumConnections: maximumConnectionsOf(nodeType),
  }));
}
