import * as aws from "@pulumi/aws";
import { createLogGroup, type LogKeeping } from "./log-group";
import type { Site } from "./site";

/** How long DNS queries are kept. */
export interface DnsQueryLogsArgs {
  /**
   * Days that the queries are kept, as CloudWatch Logs allows.
   *
   * @default 90
   */
  readonly retentionDays?: number;
}

/**
 * Records the DNS queries made in the VPC. AWS itself adds the resource policy with which the
 * resolver writes to the log group, when who deploys has `logs:PutResourcePolicy`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html
 */
export function createDnsQueryLogs(
  site: Site,
  keeping: LogKeeping,
  { retentionDays = 90 }: DnsQueryLogsArgs = {},
): void {
  const name = `${site.name}-dns-queries`;
  const { parent, region, vpcId, nameTag } = site;
  const logGroup = createLogGroup(site, "dns-queries", retentionDays, keeping);
  const config = new aws.route53.ResolverQueryLogConfig(
    name,
    { region, destinationArn: logGroup.arn, tags: nameTag(name) },
    { parent },
  );
  new aws.route53.ResolverQueryLogConfigAssociation(
    name,
    { region, resolverQueryLogConfigId: config.id, resourceId: vpcId },
    { parent },
  );
}
