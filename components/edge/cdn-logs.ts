import * as aws from "@pulumi/aws";
import { createEncryptedLogGroup } from "../encrypted-log-group";
import type { CdnSettings } from "./edge-settings";
import { globalRegion } from "../../spec/partition";
import type { Scope } from "./scope";

/**
 * Keeps what is asked of the distribution. Its logs are delivered by CloudWatch Logs: into a bucket CloudFront itself
 * writes only where access control lists are on.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export function createCdnLogs(
  { name, settings: { namePrefix }, options, lasting }: Scope,
  { logsKeyArn, logRetentionDays }: CdnSettings,
  distribution: aws.cloudfront.Distribution,
): string {
  const region = globalRegion;
  const part = `${name}-cdn`;
  // Where AWS's own services write: their log groups have one entry in the account's resource policy for all.
  const path = `/aws/vendedlogs/cloudfront/${namePrefix}`;
  const retentionDays = logRetentionDays;
  const logGroup = createEncryptedLogGroup(
    { name: part, region, path, logsKeyArn, retentionDays },
    lasting,
  );
  const source = new aws.cloudwatch.LogDeliverySource(
    part,
    { region, logType: "ACCESS_LOGS", resourceArn: distribution.arn },
    options,
  );
  const destination = new aws.cloudwatch.LogDeliveryDestination(
    part,
    {
      region,
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: logGroup.arn },
    },
    options,
  );
  new aws.cloudwatch.LogDelivery(
    part,
    {
      region,
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
    },
    options,
  );
  return path;
}
