import type { Spec } from "../../spec/spec";

/** What matters of a component, in a line, from the spec that it was made from. */
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
};

function list(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== "").join(", ");
}

/** A number with its thousands set apart. */
export function grouped(number: number): string {
  return number.toLocaleString("en-US");
}
