import type * as aws from "@pulumi/aws";
import { createEncryptedLogGroup } from "../encrypted-log-group";
import type { Settings } from "./broker-settings";
import type { Scope } from "./scope";

/**
 * Name of the log group of a cluster's brokers. AWS lets every group below `/aws/vendedlogs/` be written to by one
 * policy, which has no room for many others.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
export function logGroupNameOf({ clusterName }: Settings): string {
  return `/aws/vendedlogs/msk/${clusterName}`;
}

/** Makes the log group of the brokers, which must be there before them. It tells who connected, so it outlasts them. */
export function createLogGroup({ name, settings, lasting }: Scope): aws.cloudwatch.LogGroup {
  const { region, logsKeyArn, monitoring } = settings;
  const path = logGroupNameOf(settings);
  const retentionDays = monitoring.logRetentionDays;
  return createEncryptedLogGroup(
    { name: `${name}-logs`, region, path, logsKeyArn, retentionDays },
    lasting,
  );
}
