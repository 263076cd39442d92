import type * as pulumi from "@pulumi/pulumi";
import type { AuthArgs } from "./auth";
import type { Engine } from "./engine";
import type { DisasterRecoveryArgs } from "./recovery";
import type { RestoreArgs } from "./restore";
import type { TopologyArgs } from "./topology";

/** Daily snapshots. */
export interface SnapshotArgs {
  /**
   * Days that snapshots are kept, 0 to 35; 0 takes none.
   *
   * @default 7
   */
  readonly retentionDays?: number | undefined;
  /**
   * Daily window in UTC in which the snapshot starts, an hour at least.
   *
   * @default "03:00-04:00"
   */
  readonly window?: string | undefined;
}

/** Logs of the nodes. */
export interface MonitoringArgs {
  /**
   * Days that the slow log and the engine's log are kept, as CloudWatch Logs allows.
   *
   * @default 90
   */
  readonly logRetentionDays?: number | undefined;
}

/** How a cache is built. Only what has no safe default is required. */
export interface CacheArgs {
  /** Identifier of the replication group, for example `shop-production`; its parts have names that begin with it. */
  readonly replicationGroupId: string;
  /** Region it stands in. */
  readonly region: string;
  /** VPC of the subnets. */
  readonly vpcId: pulumi.Input<string>;
  /** Subnets of the nodes, in two zones at least with `multiAz`. */
  readonly subnetIds: readonly pulumi.Input<string>[];
  /** Security groups that may connect, by a label that outlives them; it becomes part of their rules' names. */
  readonly allowedSecurityGroups: Readonly<Record<string, pulumi.Input<string>>>;
  /** KMS key of the disk and the snapshots. */
  readonly dataKeyArn: pulumi.Input<string>;
  /** KMS key of the log groups. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** KMS key of the secret. */
  readonly secretsKeyArn: pulumi.Input<string>;
  /**
   * Copy of the cache in another region.
   *
   * @default - none
   */
  readonly disasterRecovery?: DisasterRecoveryArgs | undefined;
  /**
   * SNS topic that hears of failovers, failures, snapshots and the like. It must not be encrypted: ElastiCache
   * then stops to use it, and says so only in its console.
   *
   * @default - nobody
   * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ElastiCacheSNS.html
   */
  readonly eventTopicArn?: pulumi.Input<string> | undefined;
  /** What keeps the data. */
  readonly engine: Engine;
  /**
   * Version of the engine, major and minor, for example `7.1`. Where AWS has raised the minor by itself, raise it
   * here too: to go back would replace the cache.
   */
  readonly engineVersion: string;
  /**
   * Parameter group family.
   *
   * @default - of the engine's major
   */
  readonly parameterGroupFamily?: string | undefined;
  /** Node type, for example `cache.r7g.xlarge`. */
  readonly nodeType: string;
  /** How the nodes are arranged. */
  readonly topology: TopologyArgs;
  /**
   * Most nodes that the account may have in one cache, 90 to 500: AWS's quota "Nodes per cluster per instance type".
   *
   * @default 90
   */
  readonly nodeQuota?: number | undefined;
  /**
   * Whether a replica takes over by itself where its primary fails. Cluster mode needs it.
   *
   * @default true
   */
  readonly automaticFailover?: boolean | undefined;
  /**
   * Whether the nodes of a shard stand in several zones.
   *
   * @default true
   */
  readonly multiAz?: boolean | undefined;
  /**
   * Port it listens on, 1 to 65535.
   *
   * @default 6379
   */
  readonly port?: number | undefined;
  /**
   * Whether clients must use TLS. `preferred` lets them do without for as long as they are moved to it, and takes
   * no password.
   *
   * @default "required"
   */
  readonly transitEncryptionMode?: "preferred" | "required" | undefined;
  /**
   * How clients show that they may use it.
   *
   * @default - by a token that is generated and kept in a secret
   */
  readonly auth?: AuthArgs | undefined;
  /**
   * Parameters of the engine, in its units.
   *
   * @default {}
   */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /**
   * Daily snapshots.
   *
   * @default - kept 7 days, from 03:00
   */
  readonly snapshot?: SnapshotArgs | undefined;
  /**
   * Weekly window in UTC for maintenance and for changes that wait for it, an hour at least.
   *
   * @default "sun:05:00-sun:06:00"
   */
  readonly maintenanceWindow?: string | undefined;
  /**
   * Whether AWS installs new minor versions in the maintenance window.
   *
   * @default - true, but false with `disasterRecovery`, where AWS turns it off
   */
  readonly autoMinorVersionUpgrade?: boolean | undefined;
  /**
   * Whether changes are made at once, with the failovers they bring, and not in the maintenance window. A new
   * token, shards and replicas never wait.
   *
   * @default false
   */
  readonly applyImmediately?: boolean | undefined;
  /**
   * Whether Pulumi refuses to delete the cache and its secret. AWS offers no such protection.
   *
   * @default true
   */
  readonly deletionProtection?: boolean | undefined;
  /**
   * Whether a last snapshot is taken when the cache is deleted.
   *
   * @default - as `deletionProtection`
   */
  readonly finalSnapshot?: boolean | undefined;
  /**
   * Name of the last snapshot. It must be free when the cache is deleted.
   *
   * @default - the identifier and `-final`
   */
  readonly finalSnapshotIdentifier?: string | undefined;
  /**
   * Days in which a deleted secret can be restored: 7 to 30, or 0 for none.
   *
   * @default 30
   */
  readonly secretRecoveryDays?: number | undefined;
  /**
   * Logs of the nodes.
   *
   * @default - kept 90 days
   */
  readonly monitoring?: MonitoringArgs | undefined;
  /**
   * Snapshot that the cache was made from.
   *
   * @default - an empty cache
   */
  readonly restoreFrom?: RestoreArgs | undefined;
}
