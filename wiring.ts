import type { Output } from "@pulumi/pulumi";
import type { DatabaseArgs } from "./components/database/args";
import type { Keys, KeysArgs } from "./components/keys";
import type { KeyUse } from "./components/keys/grants";
import type { MonitoringArgs, Monitoring } from "./components/monitoring";
import type { Network, NetworkArgs } from "./components/network";
import type { SecretsArgs, SuppliedValues } from "./components/secrets";
import type { KeyDomain } from "./spec/keys";
import type { Spec } from "./spec/spec";

type KeyArns = Keys<KeyDomain>["arns"];

/** First part of the names that AWS or people need to know: `<system>-<environment>`. */
function prefixOf({ system, environment }: Spec): string {
  return `${system}-${environment}`;
}

/** Tags that every resource carries. */
export function tags(spec: Spec): Readonly<Record<string, string>> {
  return { Environment: spec.environment, ManagedBy: "Pulumi", ...spec.tags };
}

/** One key a domain, each usable for exactly what the stack's components do with it. */
export function keysArgs(spec: Spec): KeysArgs<KeyDomain> {
  const replicate = recoveryRegion(spec) !== undefined;
  return {
    ...place(spec),
    ...optional("replicaRegion", recoveryRegion(spec)),
    ...spec.keys,
    aliasPrefix: prefixOf(spec),
    deletionProtection: isProtected(spec),
    domains: {
      data: { uses: ["rds"], replicate },
      logs: { uses: ["cloudwatchLogs"] },
      messaging: { uses: ["sns", "cloudwatchAlarms", "rdsEvents"] },
      secrets: { uses: secretUses, replicate },
    },
  };
}

const secretUses: readonly KeyUse[] = ["secretsManager", "rdsMasterPassword"];

export function networkArgs(spec: Spec, keyArns: KeyArns): NetworkArgs {
  const { subnets, ...network } = spec.network;
  return {
    ...network,
    ...place(spec),
    availabilityZones: Object.values(spec.availabilityZones),
    subnets: {
      public: byZone(spec, subnets.public),
      private: byZone(spec, subnets.private),
      database: byZone(spec, subnets.database),
    },
    namePrefix: prefixOf(spec),
    logsKeyArn: keyArns.logs,
    logGroupPrefix: `/${spec.system}/${spec.environment}`,
    deletionProtection: isProtected(spec),
  };
}

export function monitoringArgs(spec: Spec, keyArns: KeyArns): MonitoringArgs {
  const topics = Object.entries(spec.monitoring.topics).map(([name, { contacts }]) => {
    const subscriptions = contacts.map((role) => [role, spec.contacts[role] ?? ""]);
    return [name, { subscriptions: Object.fromEntries(subscriptions) as Record<string, string> }];
  });
  return {
    ...place(spec),
    keyArn: keyArns.messaging,
    namePrefix: prefixOf(spec),
    topics: Object.fromEntries(topics) as MonitoringArgs["topics"],
  };
}

export function secretsArgs(
  spec: Spec,
  keys: Keys<KeyDomain>,
  supplied: SuppliedValues,
): SecretsArgs {
  return {
    ...spec.secrets,
    ...optional("replicaRegion", recoveryRegion(spec)),
    ...optional("replicaKeyArn", keys.replicaArns["secrets"]),
    namePrefix: `${spec.system}/${spec.environment}`,
    keyArn: keys.arns.secrets,
    supplied,
    deletionProtection: isProtected(spec),
  };
}

/** What a database is joined to. */
export interface DatabaseNeighbours {
  readonly keys: Keys<KeyDomain>;
  readonly network: Network;
  readonly monitoring: Monitoring;
}

export function databaseArgs(
  spec: Spec,
  { keys, network, monitoring }: DatabaseNeighbours,
): DatabaseArgs {
  return {
    ...spec.database,
    ...place(spec),
    ...optional("eventTopicArn", monitoring.topicArns["database-events"]),
    ...optional("disasterRecovery", backupCopies(spec, keys.replicaArns["data"])),
    identifier: prefixOf(spec),
    vpcId: network.vpcId,
    subnetIds: network.databaseSubnetIds,
    functionSubnetIds: network.privateSubnetIds,
    allowedSecurityGroups: { app: network.appSecurityGroupId },
    dataKeyArn: keys.arns.data,
    logsKeyArn: keys.arns.logs,
    secretsKeyArn: keys.arns.secrets,
  };
}

function backupCopies(
  spec: Spec,
  keyArn: Output<string> | undefined,
): DatabaseArgs["disasterRecovery"] {
  const region = recoveryRegion(spec);
  if (region === undefined || keyArn === undefined) return undefined;
  return { mode: "backups", region, keyArn, retentionDays: spec.database.backup.retentionDays };
}

function place({ account, region }: Spec): { readonly accountId: string; readonly region: string } {
  return { accountId: account, region };
}

/** The region that keeps copies; undefined where nothing is to survive the loss of the first. */
function recoveryRegion({ disasterRecovery, disasterRecoveryRegion }: Spec): string | undefined {
  return disasterRecovery.topology === "none" ? undefined : disasterRecoveryRegion;
}

function isProtected({ environment }: Spec): boolean {
  return environment === "production";
}

/** A record by zone's label, by the zone's name. */
function byZone(
  { availabilityZones }: Spec,
  labelled: Readonly<Record<string, string>>,
): Record<string, string> {
  const entries = Object.entries(labelled).map(([label, cidr]) => [availabilityZones[label], cidr]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, Value>>);
}
