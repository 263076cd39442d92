import type * as pulumi from "@pulumi/pulumi";
import type { ApplicationUserArgs } from "./application-user";
import type { DnsArgs } from "./dns";
import type { EventsArgs } from "./events";
import type { CredentialsArgs } from "./master";
import type { MonitoringSettingsArgs } from "./monitoring-role";
import type { ProxyArgs } from "./proxy";
import type { DisasterRecoveryArgs } from "./recovery";
import type { ReplicaArgs } from "./replicas";
import type { RestoreArgs } from "./restore";
import type { StorageArgs } from "./storage";

/** Automated backups, which point-in-time recovery needs. */
export interface BackupArgs {
  /**
   * Days they are kept, 0 to 35; 0 turns them off.
   *
   * @default 7
   */
  readonly retentionDays?: number | undefined;
  /**
   * Daily window in UTC in which one starts, 30 minutes at least, outside of `maintenanceWindow`.
   *
   * @default "03:00-04:00"
   */
  readonly window?: string | undefined;
}

/** How a {@link Database} is built. Only plain values decide what is made; `Input`s are passed on. */
export interface DatabaseArgs {
  /** Identifier in AWS, from which all names follow: lower-case letters, digits and single hyphens, at most 40. */
  readonly identifier: string;
  /** Region of the database. */
  readonly region: string;
  /** Account of the database, 12 digits. */
  readonly accountId: string;
  /** VPC of the subnets. */
  readonly vpcId: pulumi.Input<string>;
  /** Subnets of the instances and of the proxy, in at least two zones. They need no way out. */
  readonly subnetIds: readonly pulumi.Input<string>[];
  /**
   * Subnets of the rotation functions. They must reach Secrets Manager, with `managed` credentials RDS
   * too, through a NAT gateway or VPC endpoints.
   *
   * @default - `subnetIds`
   */
  readonly functionSubnetIds?: readonly pulumi.Input<string>[];
  /**
   * What must be there before the rotation functions work: the ways out of their subnets.
   *
   * @default []
   */
  readonly functionsReady?: readonly pulumi.Resource[];
  /** Security groups that may connect, by a label that outlives them. Nobody else can. */
  readonly allowedSecurityGroups: Readonly<Record<string, pulumi.Input<string>>>;
  /** KMS key of the volumes, snapshots and Performance Insights. */
  readonly dataKeyArn: pulumi.Input<string>;
  /** KMS key of the log groups. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** KMS key of the master's and the application's secrets. */
  readonly secretsKeyArn: pulumi.Input<string>;
  /**
   * Copy in another region: of the backups, or of the database itself.
   *
   * @default - none
   */
  readonly disasterRecovery?: DisasterRecoveryArgs;
  /**
   * Who hears of backups, failovers, failures, maintenance and the like.
   *
   * @default - nobody
   */
  readonly events?: EventsArgs;
  /**
   * Names in a hosted zone that follow the instance.
   *
   * @default - none
   */
  readonly dns?: DnsArgs;
  /** PostgreSQL version: a major, whose minor RDS chooses and upgrades, or a fixed minor. */
  readonly engineVersion: string;
  /**
   * Parameter group family.
   *
   * @default - `postgres` and the major of `engineVersion`
   */
  readonly parameterGroupFamily?: string | undefined;
  /** RDS instance class, for example `db.r6g.2xlarge`. */
  readonly instanceClass: string;
  /** The volume. */
  readonly storage: StorageArgs;
  /**
   * Whether a standby in a second zone takes over by itself.
   *
   * @default true
   */
  readonly multiAz?: boolean | undefined;
  /**
   * Zone of an instance without standby, for example `eu-west-1a`.
   *
   * @default - RDS chooses
   */
  readonly availabilityZone?: string;
  /** Database that is made with the instance. */
  readonly databaseName: string;
  /**
   * Name of the master user.
   *
   * @default "postgres"
   */
  readonly masterUsername?: string | undefined;
  /**
   * Port it listens on, 1150 to 65535.
   *
   * @default 5432
   */
  readonly port?: number | undefined;
  /**
   * Automated backups.
   *
   * @default - 7 days, from 03:00
   */
  readonly backup?: BackupArgs | undefined;
  /**
   * Weekly window in UTC for maintenance and for changes that wait for it, 30 minutes at least.
   *
   * @default "sun:05:00-sun:06:00"
   */
  readonly maintenanceWindow?: string | undefined;
  /**
   * PostgreSQL parameters in the units of RDS, over the secure ones.
   *
   * @default {}
   */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /**
   * Extensions that may be created; who creates them is the application's migration.
   *
   * @default - all that RDS offers
   */
  readonly extensions?: readonly string[] | undefined;
  /**
   * The master password.
   *
   * @default - managed by RDS, a new one every 30 days
   */
  readonly credentials?: CredentialsArgs | undefined;
  /**
   * The role that applications log in as, with a secret of its own. They never get the master's.
   *
   * @default - none
   */
  readonly applicationUser?: ApplicationUserArgs | undefined;
  /**
   * Read replicas in the region, by name; at most 15.
   *
   * @default {}
   */
  readonly readReplicas?: Readonly<Record<string, ReplicaArgs>> | undefined;
  /**
   * RDS Proxy in front of the instance; needs `applicationUser`.
   *
   * @default - none
   */
  readonly proxy?: ProxyArgs | undefined;
  /**
   * Whether changes are made to a copy that then takes the instance's place, with little downtime.
   * They happen at once, not in the maintenance window.
   *
   * @default false
   */
  readonly blueGreenUpdates?: boolean | undefined;
  /**
   * Whether a new major in `engineVersion` may be applied.
   *
   * @default false
   */
  readonly majorVersionUpgrades?: boolean | undefined;
  /**
   * Whether changes are made at once, with the restarts they bring, and not in the maintenance window.
   *
   * @default false
   */
  readonly applyImmediately?: boolean | undefined;
  /**
   * Whether AWS and Pulumi refuse to delete the instances, and Pulumi the secrets. An instance that is
   * taken out all the same, after `pulumi state unprotect`, is left standing in AWS.
   *
   * @default true
   */
  readonly deletionProtection?: boolean | undefined;
  /**
   * Whether a last snapshot is taken when the instance is deleted.
   *
   * @default - as `deletionProtection`
   */
  readonly finalSnapshot?: boolean | undefined;
  /**
   * Name of the last snapshot. It must be free when the instance is deleted.
   *
   * @default - the instance's identifier and `-final`
   */
  readonly finalSnapshotIdentifier?: string;
  /**
   * Days in which a deleted secret can be restored: 7 to 30, or 0 for none.
   *
   * @default 30
   */
  readonly secretRecoveryDays?: number | undefined;
  /**
   * Whether IAM identities may log in to roles that are granted `rds_iam`.
   *
   * @default true
   */
  readonly iamAuthentication?: boolean | undefined;
  /**
   * Certificate authority of the server's certificate.
   *
   * @default "rds-ca-rsa2048-g1"
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
   */
  readonly caCertificate?: string | undefined;
  /**
   * Logs and metrics of the instances.
   *
   * @default - Enhanced Monitoring every 60 s, 7 days of Performance Insights, 90 days of logs
   */
  readonly monitoring?: MonitoringSettingsArgs | undefined;
  /**
   * Backup that the instance was made from.
   *
   * @default - an empty database
   */
  readonly restoreFrom?: RestoreArgs | undefined;
}
