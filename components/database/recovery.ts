import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Scope, Site } from "./scope";

/** A copy of the backups in another region, from which a database is restored there. */
export interface RecoveryBackupsArgs {
  readonly mode: "backups";
  /** Region of the copy. */
  readonly region: string;
  /** KMS key of that region which encrypts the copy. */
  readonly keyArn: pulumi.Input<string>;
  /**
   * Days the copies are kept, 1 to 35.
   *
   * @default - as long as the backups
   */
  readonly retentionDays?: number;
  /**
   * KMS key of that region for copies of the secrets; those that RDS manages have none.
   *
   * @default - the secrets are not copied
   */
  readonly secretsKeyArn?: pulumi.Input<string>;
}

/** A replica in another region, which is promoted when the first is lost. */
export interface RecoveryReplicaArgs {
  readonly mode: "replica";
  /** Region of the replica. */
  readonly region: string;
  /** KMS key of that region for the volume, snapshots and Performance Insights. */
  readonly keyArn: pulumi.Input<string>;
  /** KMS key of that region for the log groups. */
  readonly logsKeyArn: pulumi.Input<string>;
  /**
   * KMS key of that region for copies of the secrets.
   *
   * @default - the secrets are not copied
   */
  readonly secretsKeyArn?: pulumi.Input<string>;
  /** VPC of the subnets. */
  readonly vpcId: pulumi.Input<string>;
  /** Subnets of the replica, in at least two zones. */
  readonly subnetIds: readonly pulumi.Input<string>[];
  /**
   * Security groups of that VPC that may connect, by a label that outlives them.
   *
   * @default {}
   */
  readonly allowedSecurityGroups?: Readonly<Record<string, pulumi.Input<string>>>;
  /**
   * RDS instance class of the replica.
   *
   * @default - the primary's
   */
  readonly instanceClass?: string;
  /**
   * Whether it has a standby of its own, so that it can take over without a conversion.
   *
   * @default - as the primary
   */
  readonly multiAz?: boolean;
}

/** What stands ready in another region when the first is lost. */
export type DisasterRecoveryArgs = RecoveryBackupsArgs | RecoveryReplicaArgs;

/** Where the replica in another region stands; undefined where there is none. */
export function recoverySiteOf({ name, settings }: Scope): Site | undefined {
  const { disasterRecovery } = settings;
  if (disasterRecovery?.mode !== "replica") return undefined;

  const { keyArn, allowedSecurityGroups = {}, multiAz = settings.multiAz } = disasterRecovery;
  return {
    ...disasterRecovery,
    prefix: `${name}-recovery`,
    dataKeyArn: keyArn,
    allowedSecurityGroups,
    multiAz,
  };
}

/** Where the secrets are copied to: nowhere, or the region of the disaster recovery. */
export function secretReplicasOf({
  settings: { disasterRecovery },
}: Scope): aws.types.input.secretsmanager.SecretReplica[] {
  return disasterRecovery?.secretsKeyArn === undefined
    ? []
    : [{ region: disasterRecovery.region, kmsKeyId: disasterRecovery.secretsKeyArn }];
}

/** Copies the backups of the primary to another region where that was asked for. */
export function replicateBackups(scope: Scope, primary: aws.rds.Instance): void {
  const { instanceName, settings, stateful, lasting } = scope;
  const { disasterRecovery, backup } = settings;
  if (disasterRecovery?.mode !== "backups") return;

  const { region, keyArn, retentionDays = backup.retentionDays } = disasterRecovery;
  new aws.rds.InstanceAutomatedBackupsReplication(
    `${instanceName}-recovery`,
    {
      region,
      sourceDbInstanceArn: primary.arn,
      kmsKeyId: keyArn,
      retentionPeriod: retentionDays,
    },
    { ...stateful, ...lasting },
  );
}
