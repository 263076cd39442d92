import * as aws from "@pulumi/aws";
import { partitionOf } from "../../spec/partition";
import { createLogGroup, type LogKeeping } from "./log-group";
import type { Site } from "./site";

/** What VPC flow logs record, and for how long. */
export interface FlowLogsArgs {
  /**
   * Days that the records are kept, as CloudWatch Logs allows.
   *
   * @default 365
   */
  readonly retentionDays?: number;
  /**
   * Which traffic is recorded.
   *
   * @default "ALL"
   */
  readonly trafficType?: "ALL" | "ACCEPT" | "REJECT";
  /**
   * Longest time a flow is aggregated over, in seconds: 60 or 600.
   *
   * @default 60
   */
  readonly aggregationSeconds?: 60 | 600;
}

/** Records the traffic of the whole VPC in a log group of its own. */
export function createFlowLogs(
  site: Site,
  keeping: LogKeeping,
  { retentionDays = 365, trafficType = "ALL", aggregationSeconds = 60 }: FlowLogsArgs = {},
): void {
  const name = `${site.name}-flow-logs`;
  const { parent, region, vpcId, nameTag } = site;
  const logGroup = createLogGroup(site, "flow-logs", retentionDays, keeping);
  const role = createRole(site, name);
  const permissions = new aws.iam.RolePolicy(
    name,
    { role: role.id, policy: writeTo(site, `${keeping.prefix}/flow-logs`) },
    { parent },
  );
  new aws.ec2.FlowLog(
    name,
    {
      region,
      vpcId,
      trafficType,
      maxAggregationInterval: aggregationSeconds,
      logDestinationType: "cloud-watch-logs",
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
      tags: nameTag(name),
    },
    // AWS refuses a flow log that writes where one like it does already.
    { parent, dependsOn: permissions, deleteBeforeReplace: true },
  );
}

/** The role that only the flow logs of this account and region can take on. */
function createRole({ accountId, region, parent, nameTag }: Site, name: string): aws.iam.Role {
  const flowLogs = `arn:${partitionOf(region)}:ec2:${region}:${accountId}:vpc-flow-log/*`;
  return new aws.iam.Role(
    name,
    {
      description: "Lets VPC flow logs write to their log group.",
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "vpc-flow-logs.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: {
              StringEquals: { "aws:SourceAccount": accountId },
              ArnLike: { "aws:SourceArn": flowLogs },
            },
          },
        ],
      }),
      tags: nameTag(name),
    },
    { parent },
  );
}

/**
 * Permission to write to one log group. The group exists already, so it may not create any; it may
 * look for the group among the others.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
function writeTo({ accountId, region }: Site, logGroup: string): string {
  const logGroups = `arn:${partitionOf(region)}:logs:${region}:${accountId}:log-group`;
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        Resource: `${logGroups}:${logGroup}:*`,
      },
      { Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: `${logGroups}:*` },
    ],
  });
}
