import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Ground } from "./ground";
import { commonInputs, instanceOptions } from "./instance";
import { createInstanceLogGroups } from "./log-groups";
import { primaryOf } from "./members";
import { restoreIgnores, restoreInputs } from "./restore";
import type { Scope } from "./scope";
import { createSubnetGroup } from "./subnet-group";

/**
 * Makes the instance that is written to, its log groups before it.
 *
 * @param password - The first master password; undefined where RDS manages it.
 */
export function createPrimary(
  scope: Scope,
  ground: Ground,
  password: pulumi.Output<string> | undefined,
): aws.rds.Instance {
  const { site } = ground;
  const member = primaryOf(scope);
  const subnets = createSubnetGroup(scope, site);
  const logGroups = createInstanceLogGroups(scope, member, site);
  return new aws.rds.Instance(
    member.name,
    {
      ...commonInputs(scope, ground, member),
      ...engineInputs(scope),
      ...passwordInputs(scope, password),
      ...safetyInputs(scope),
      ...restoreInputs(scope),
      dbSubnetGroupName: subnets.name,
      kmsKeyId: site.dataKeyArn,
    },
    { ...instanceOptions(scope, ground, logGroups), ignoreChanges: restoreIgnores(scope) },
  );
}

function engineInputs({ settings }: Scope) {
  return {
    engine: "postgres",
    engineVersion: settings.engineVersion,
    engineLifecycleSupport: "open-source-rds-extended-support-disabled",
    databaseInsightsMode: settings.monitoring.databaseInsights,
    allocatedStorage: settings.storage.allocatedGiB,
    multiAz: settings.multiAz,
    availabilityZone: settings.availabilityZone,
    dbName: settings.databaseName,
    username: settings.masterUsername,
  };
}

function passwordInputs({ settings }: Scope, password: pulumi.Output<string> | undefined) {
  return password === undefined
    ? { manageMasterUserPassword: true, masterUserSecretKmsKeyId: settings.secretsKeyArn }
    : { passwordWo: password, passwordWoVersion: 1 };
}

function safetyInputs({ identifier, settings }: Scope) {
  const { backup, finalSnapshot = settings.deletionProtection } = settings;
  const { finalSnapshotIdentifier = `${identifier}-final` } = settings;
  return {
    backupRetentionPeriod: backup.retentionDays,
    backupWindow: backup.window,
    skipFinalSnapshot: !finalSnapshot,
    finalSnapshotIdentifier,
    blueGreenUpdate: settings.blueGreenUpdates ? { enabled: true } : undefined,
  };
}
