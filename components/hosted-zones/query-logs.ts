import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { createEncryptedLogGroup } from "../encrypted-log-group";
import { globalRegion } from "../../spec/partition";
import type { HostedZonesArgs } from "./args";
import type { Zones } from "./zone";

/** First part of the names of the log groups, for which one policy lets Route 53 write. */
const prefix = "/aws/route53/";

/**
 * Logs every query for names of the zones.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
 */
export function createQueryLogs(
  name: string,
  { accountId, logsKeyArn, logRetentionDays: retentionDays = 90 }: HostedZonesArgs,
  zones: Zones,
  options: pulumi.CustomResourceOptions,
): void {
  if (zones.size === 0) return;
  const policy = new aws.cloudwatch.LogResourcePolicy(
    `${name}-query-logs`,
    {
      region: globalRegion,
      policyName: "groundwork-route53-query-logs",
      policyDocument: writePolicy(accountId),
    },
    options,
  );
  for (const [domain, { zoneId }] of zones) {
    const group = createEncryptedLogGroup(
      {
        name: `${name}-${domain}`,
        region: globalRegion,
        path: `${prefix}${domain}`,
        ...{ logsKeyArn, retentionDays },
      },
      options,
    );
    new aws.route53.QueryLog(
      `${name}-${domain}`,
      { zoneId, cloudwatchLogGroupArn: group.arn },
      { ...options, dependsOn: [policy] },
    );
  }
}

function writePolicy(accountId: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Route53Queries",
        Effect: "Allow",
        Principal: { Service: "route53.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `arn:aws:logs:${globalRegion}:${accountId}:log-group:${prefix}*`,
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ],
  });
}
