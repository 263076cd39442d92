import { complete } from "../complete";
import { mapRecord } from "../map-record";
import type { ClusterArgs } from "./args";
import type { NodeGroupArgs } from "./node-group-args";

/** What holds where an argument is left out. Every value is the safe one. */
const defaults = {
  cluster: { logRetentionDays: 90, tags: {}, deletionProtection: true },
  endpointAccess: { publicAccessCidrs: [] },
  nodeGroup: {
    amiType: "AL2023_ARM_64_STANDARD",
    volumeGiB: 50,
    capacityType: "ON_DEMAND",
    maxPods: 110,
    onePerSubnet: false,
    labels: {},
    taints: [],
  },
} as const;

/** The arguments of a cluster with nothing left out that has a default. */
export type Settings = ReturnType<typeof settingsOf>;

/** The arguments of nodes with nothing left out that has a default. */
export type NodeGroupSettings = ReturnType<typeof nodeGroupSettings>;

/** Completes the arguments of a cluster by their defaults. */
export function settingsOf(args: ClusterArgs) {
  return {
    ...complete(args, defaults.cluster),
    endpointAccess: complete(args.endpointAccess ?? {}, defaults.endpointAccess),
    nodeGroups: mapRecord(args.nodeGroups, nodeGroupSettings),
  };
}

function nodeGroupSettings(args: NodeGroupArgs) {
  return { ...complete(args, defaults.nodeGroup), desired: args.desired ?? args.minimum };
}
