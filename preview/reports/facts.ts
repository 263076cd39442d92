import type { Spec } from "../../spec/spec";
import { grouped, list } from "./lists";
import { edgeFacts, workloadFacts } from "./workload-facts";

/** What matters of a component, in a line, from the spec that it was made from. */
export function factsOf(name: string, spec: Spec): string {
  return facts[name]?.(spec) ?? workloadFacts(name, spec);
}

/** What matters of the components that a system has one of, in the order in which they are shown. */
export const facts: Readonly<Record<string, (spec: Spec) => string>> = {
  keys: ({ keys, disasterRecoveryRegion, disasterRecovery }) =>
    list(
      "one KMS key per domain",
      `rotated every ${keys.rotationDays} days`,
      disasterRecovery.topology !== "none" &&
        `replicas in ${disasterRecoveryRegion ?? "no region"}`,
    ),
  network: ({ network, availabilityZones }) =>
    list(
      `${network.cidrBlock} in ${Object.keys(availabilityZones).length} zones`,
      { none: "no NAT", single: "one NAT", perZone: "NAT per zone" }[network.natGateways],
      `flow logs ${network.flowLogs.retentionDays} days`,
    ),
  "recovery-network": ({ disasterRecovery, disasterRecoveryRegion }) =>
    list(disasterRecovery.network?.cidrBlock ?? "", disasterRecoveryRegion ?? ""),
  monitoring: ({ monitoring }) => `topics ${Object.keys(monitoring.topics).sort().join(", ")}`,
  secrets: ({ secrets }) =>
    list(
      Object.keys(secrets.entries).sort().join(", "),
      secrets.recoveryDays === 0 ? "no recovery" : `recoverable for ${secrets.recoveryDays} days`,
    ),
  database: ({ database: { engineVersion, instanceClass, storage, multiAz, backup } }) =>
    list(
      `PostgreSQL ${engineVersion}`,
      instanceClass,
      `${storage.allocatedGiB} GB ${storage.type}${storage.iops === undefined ? "" : ` ${grouped(storage.iops)} IOPS`}`,
      multiAz ? "Multi-AZ" : "one zone",
      `backups ${backup.retentionDays} days`,
    ),
  cache: ({ cache }) => (cache === undefined ? "" : cacheFacts(cache)),
  broker: ({ broker, availabilityZones }) =>
    broker === undefined ? "" : brokerFacts(broker, Object.keys(availabilityZones).length),
  storage: ({ storage }) => {
    const buckets = Object.entries(storage.buckets);
    const replicated = buckets.filter(([, { replicate }]) => replicate).length;
    return list(
      `buckets ${Object.keys(storage.buckets).sort().join(", ")}`,
      replicated > 0 && `${replicated} replicated`,
    );
  },
  cluster: ({ cluster }) => (cluster === undefined ? "" : clusterFacts(cluster)),
  "cluster-services": ({ cluster }) =>
    `namespaces ${Object.keys(cluster?.namespaces ?? {})
      .sort()
      .join(", ")}`,
  "database-bootstrap": ({ database: { applicationUser, extensions } }) =>
    list(
      applicationUser !== undefined && `role ${applicationUser.name}`,
      applicationUser?.connectionLimit !== undefined &&
        `${applicationUser.connectionLimit} connections`,
      extensions.length > 0 && `extensions ${extensions.join(", ")}`,
    ),
  "database-verification": ({ database: { verification } }) =>
    verification === undefined ? "" : verificationFacts(verification),
  "edge-keys": () => "the KMS key of CloudFront's logs, in us-east-1",
  edge: ({ edge }) => (edge === undefined ? "" : edgeFacts(edge)),
};

function verificationFacts({
  checks,
  schedule,
}: NonNullable<Spec["database"]["verification"]>): string {
  return list(
    `looks for ${checks.map(({ name }) => name).join(", ")}`,
    schedule.suspended ? "when started" : schedule.cron,
  );
}

function cacheFacts(cache: NonNullable<Spec["cache"]>): string {
  const { engine, engineVersion, nodeType, topology, multiAz, snapshot } = cache;
  const nodes =
    topology.clusterMode === "enabled"
      ? `${topology.numNodeGroups} × ${topology.replicasPerNodeGroup + 1} ${nodeType}`
      : `${topology.numCacheClusters} ${nodeType}`;
  return list(
    `${engine === "redis" ? "Redis OSS" : "Valkey"} ${engineVersion}`,
    nodes,
    multiAz ? "Multi-AZ" : "one zone",
    `snapshots ${snapshot.retentionDays} days`,
  );
}

function brokerFacts(broker: NonNullable<Spec["broker"]>, zones: number): string {
  const { kafkaVersion, instanceType, brokersPerZone, storage } = broker;
  return list(
    `Kafka ${kafkaVersion}`,
    `${zones * brokersPerZone} ${instanceType}`,
    `${grouped(storage.allocatedGiB)} GB each`,
  );
}

function clusterFacts(cluster: NonNullable<Spec["cluster"]>): string {
  const { kubernetesVersion, nodeGroups, endpointAccess } = cluster;
  const nodes = Object.values(nodeGroups).map(
    ({ minimum, maximum, instanceTypes }) =>
      `${minimum} to ${maximum} ${instanceTypes.join(" or ")}`,
  );
  return list(
    `Kubernetes ${kubernetesVersion}`,
    ...nodes,
    endpointAccess.publicAccessCidrs.length === 0
      ? "private API"
      : `API open to ${endpointAccess.publicAccessCidrs.join(", ")}`,
  );
}
