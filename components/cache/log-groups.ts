import type * as aws from "@pulumi/aws";
import { createEncryptedLogGroup } from "../encrypted-log-group";
import type { Scope, Site } from "./scope";

/** What the nodes log: commands that took long, and what the engine itself has to say. */
const logTypes = ["slow-log", "engine-log"] as const;

/** A log group, and the log that goes to it. */
export interface LogDelivery {
  readonly logType: (typeof logTypes)[number];
  readonly group: aws.cloudwatch.LogGroup;
}

/**
 * The name of the log group of a log. AWS lets its services write to groups of this prefix by one statement for all,
 * where others need one each, of a policy that can be full.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
function logGroupName(replicationGroupId: string, logType: string): string {
  return `/aws/vendedlogs/elasticache/${replicationGroupId}/${logType}`;
}

/** The names of the log groups of a place. */
export function logGroupNamesOf({ replicationGroupId }: Site): readonly string[] {
  return logTypes.map((logType) => logGroupName(replicationGroupId, logType));
}

/** Makes the log groups of a place, which must be there before its nodes. They outlast the nodes. */
export function createLogGroups({ settings, lasting }: Scope, site: Site): readonly LogDelivery[] {
  const { groupName, replicationGroupId, region, logsKeyArn } = site;
  return logTypes.map((logType) => ({
    logType,
    group: createEncryptedLogGroup(
      {
        name: `${groupName}-${logType}`,
        region,
        path: logGroupName(replicationGroupId, logType),
        logsKeyArn,
        retentionDays: settings.monitoring.logRetentionDays,
      },
      lasting,
    ),
  }));
}
