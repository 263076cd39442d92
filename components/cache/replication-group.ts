import type * as pulumi from "@pulumi/pulumi";
import type { Settings } from "./cache-settings";
import type { Ground } from "./ground";
import type { LogDelivery } from "./log-groups";
import type { Scope } from "./scope";
import { replicasOf, type Topology } from "./topology";

/** Long enough for a restore, for shards to be moved and for a chain of failovers. */
const timeouts: pulumi.CustomTimeouts = { create: "60m", update: "60m", delete: "60m" };

/** The inputs that the replication groups of every place share. */
export function commonInputs({ settings }: Scope, ground: Ground) {
  const { site, subnets, securityGroup, logs, access } = ground;
  return {
    region: site.region,
    replicationGroupId: site.replicationGroupId,
    description: `Cache ${settings.replicationGroupId}`,
    automaticFailoverEnabled: settings.automaticFailover,
    multiAzEnabled: settings.multiAz,
    subnetGroupName: subnets.name,
    securityGroupIds: [securityGroup.id],
    port: settings.port,
    kmsKeyId: site.dataKeyArn,
    ...access,
    snapshotRetentionLimit: settings.snapshot.retentionDays,
    snapshotWindow: settings.snapshot.window,
    maintenanceWindow: settings.maintenanceWindow,
    autoMinorVersionUpgrade: settings.autoMinorVersionUpgrade,
    applyImmediately: settings.applyImmediately,
    notificationTopicArn: site.eventTopicArn,
    logDeliveryConfigurations: logs.map(delivery),
  };
}

/** The inputs that say how many nodes there are, shards aside. */
export function replicaInputs(topology: Topology) {
  return topology.clusterMode === "enabled"
    ? { replicasPerNodeGroup: replicasOf(topology) }
    : { numCacheClusters: topology.numCacheClusters };
}

/** The shards, where there are shards. */
export function shardInputs(topology: Topology) {
  return topology.clusterMode === "enabled" ? { numNodeGroups: topology.numNodeGroups } : {};
}

/** The engine and its nodes, which a Global Datastore decides for its members. */
export function engineInputs({ engine, engineVersion }: Settings) {
  return { engine, engineVersion };
}

/** The options of a replication group. */
export function groupOptions({ stateful }: Scope) {
  return { ...stateful, customTimeouts: timeouts };
}

/** Names the log group by the resource, which must be there before whoever writes to it. */
function delivery({ logType, group }: LogDelivery) {
  return {
    destination: group.name,
    destinationType: "cloudwatch-logs",
    logFormat: "json",
    logType,
  };
}
