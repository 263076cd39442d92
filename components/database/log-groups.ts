import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { createEncryptedLogGroup } from "../encrypted-log-group";
import { exportedLogs, instanceLogGroupName } from "./log-group-names";
import type { Member } from "./members";
import type { Scope, Site } from "./scope";

/** A log group: its name as a resource, its path in AWS, and its place. */
export interface LogGroupArgs extends Pick<Site, "region" | "logsKeyArn"> {
  readonly name: string;
  readonly path: string;
}

/**
 * Makes the log groups of an instance, which must be there before it: RDS would make them itself,
 * without key and retention. They tell who connected, so they outlast the instance.
 */
export function createInstanceLogGroups(
  scope: Scope,
  { name, identifier }: Member,
  { region, logsKeyArn }: Site,
): readonly aws.cloudwatch.LogGroup[] {
  return exportedLogs.map((log) => {
    const path = instanceLogGroupName(identifier, log);
    return createLogGroup(
      scope,
      { name: `${name}-${log}`, path, region, logsKeyArn },
      scope.lasting,
    );
  });
}

/** Makes an encrypted log group that keeps its events as long as the settings say. */
export function createLogGroup(
  { settings, options }: Scope,
  { name, path, region, logsKeyArn }: LogGroupArgs,
  opts: pulumi.CustomResourceOptions = options,
): aws.cloudwatch.LogGroup {
  const retentionDays = settings.monitoring.logRetentionDays;
  return createEncryptedLogGroup({ name, path, region, logsKeyArn, retentionDays }, opts);
}
