import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../../spec/partition";
import { recoverySiteOf } from "./recovery";
import type { Scope } from "./scope";

/** Logs and metrics of the instances. */
export interface MonitoringSettingsArgs {
  /**
   * Seconds between measurements of Enhanced Monitoring: 0 for none, 1, 5, 10, 15, 30 or 60.
   *
   * @default 60
   */
  readonly intervalSeconds?: number | undefined;
  /**
   * Days of Performance Insights: 7, a multiple of 31 up to 713, or 731.
   *
   * @default 7
   */
  readonly performanceInsightsDays?: number | undefined;
  /**
   * Mode of CloudWatch Database Insights. `advanced` is paid for and needs 465 days of Performance
   * Insights at least.
   *
   * @default "standard"
   */
  readonly databaseInsights?: "standard" | "advanced" | undefined;
  /**
   * Days that log events are kept, as CloudWatch Logs allows.
   *
   * @default 90
   */
  readonly logRetentionDays?: number | undefined;
}

/** How instances report to Enhanced Monitoring. */
export interface MonitoringRole {
  readonly arn: pulumi.Output<string>;
  /** What must be there before an instance can use the role. */
  readonly attachment: pulumi.Resource;
}

/** The role by which RDS writes the measurements of this database's instances; none without them. */
export function createMonitoringRole(scope: Scope): MonitoringRole | undefined {
  const { name, settings, options } = scope;
  if (settings.monitoring.intervalSeconds === 0) return undefined;

  const role = new aws.iam.Role(
    `${name}-monitoring`,
    {
      description: `Lets RDS measure the instances of the database ${settings.identifier}`,
      assumeRolePolicy: trustPolicy(scope),
    },
    options,
  );
  const policy = "service-role/AmazonRDSEnhancedMonitoringRole";
  const attachment = new aws.iam.RolePolicyAttachment(
    `${name}-monitoring`,
    {
      role: role.name,
      policyArn: `arn:${partitionOf(settings.region)}:iam::aws:policy/${policy}`,
    },
    options,
  );
  return { arn: role.arn, attachment };
}

/** RDS alone, and only for instances of this database. */
function trustPolicy(scope: Scope): string {
  const { accountId, region } = scope.settings;
  const recovery = recoverySiteOf(scope);
  const regions = recovery === undefined ? [region] : [region, recovery.region];
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "monitoring.rds.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": accountId },
          ArnLike: { "aws:SourceArn": regions.map((place) => instancesIn(scope, place)) },
        },
      },
    ],
  });
}

function instancesIn({ settings }: Scope, region: string): string {
  const { accountId, identifier } = settings;
  return `arn:${partitionOf(region)}:rds:${region}:${accountId}:db:${identifier}*`;
}
