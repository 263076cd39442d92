import type * as pulumi from "@pulumi/pulumi";
import type { Ground } from "./ground";
import { exportedLogs } from "./log-group-names";
import type { Member } from "./members";
import type { Scope } from "./scope";
import { storageInputs } from "./storage";

/** Long enough for a restore of terabytes or a change by way of a blue/green deployment. */
const instanceTimeouts: pulumi.CustomTimeouts = {
  create: "120m",
  update: "180m",
  delete: "80m",
};

/** The inputs that the primary and its replicas share. */
export function commonInputs(
  { settings }: Scope,
  { site, ...ground }: Ground,
  { identifier, region, instanceClass }: Member,
) {
  const { monitoring, engineVersion } = settings;
  return {
    region,
    identifier,
    instanceClass,
    ...storageInputs(settings),
    port: settings.port,
    publiclyAccessible: false,
    vpcSecurityGroupIds: [ground.securityGroup.id],
    parameterGroupName: ground.parameterGroup.name,
    caCertIdentifier: settings.caCertificate,
    iamDatabaseAuthenticationEnabled: settings.iamAuthentication,
    autoMinorVersionUpgrade: !engineVersion.includes("."),
    allowMajorVersionUpgrade: settings.majorVersionUpgrades,
    applyImmediately: settings.applyImmediately,
    maintenanceWindow: settings.maintenanceWindow,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: false,
    deletionProtection: settings.deletionProtection,
    enabledCloudwatchLogsExports: [...exportedLogs],
    monitoringInterval: monitoring.intervalSeconds,
    monitoringRoleArn: ground.monitoring?.arn,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: site.dataKeyArn,
    performanceInsightsRetentionPeriod: monitoring.performanceInsightsDays,
  };
}

/** The options of an instance: what must be there before it, and its timeouts. */
export function instanceOptions(
  { stateful, lasting }: Scope,
  { monitoring }: Ground,
  logGroups: readonly pulumi.Resource[],
) {
  const attachments = monitoring === undefined ? [] : [monitoring.attachment];
  return {
    ...stateful,
    ...lasting,
    dependsOn: [...logGroups, ...attachments],
    customTimeouts: instanceTimeouts,
  };
}
