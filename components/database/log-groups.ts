import * as aws from "@pulumi/aws";
import { exportedLogs, instanceLogGroupName } from "./log-group-names";
import type { Member } from "./members";
import type { Scope, Site } from "./scope";

/**
 * Makes the log groups of an instance, which must be there before it: RDS would make them itself,
 * without key and retention.
 */
export function createInstanceLogGroups(
  scope: Scope,
  { name, identifier }: Member,
  site: Site,
): readonly aws.cloudwatch.LogGroup[] {
  return exportedLogs.map((log) =>
    createLogGroup(scope, `${name}-${log}`, instanceLogGroupName(identifier, log), site),
  );
}

/** Makes an encrypted log group that keeps its events as long as the settings say. */
export function createLogGroup(
  { settings, options }: Scope,
  name: string,
  path: string,
  { region, logsKeyArn }: Pick<Site, "region" | "logsKeyArn">,
): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(
    name,
    {
      region,
      name: path,
      kmsKeyId: logsKeyArn,
      retentionInDays: settings.monitoring.logRetentionDays,
    },
    options,
  );
}
