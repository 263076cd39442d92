import type * as aws from "@pulumi/aws";
import { createBucket, type StandingBucket } from "./bucket";
import { inventoriesPrefix } from "./features";
import { accessLogsPrefix } from "./protections";
import { accessLogsLabel, bucketArnOf, bucketNameOf, type Scope, type Site } from "./scope";
import { bucketSettingsOf } from "./storage-settings";

/**
 * Makes the bucket that the access logs of a site go to, and the lists of objects. S3 delivers logs only within
 * a region, and only to buckets that it encrypts with its own keys and that do not log to themselves.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export function createAccessLogs(scope: Scope, site: Site): StandingBucket {
  const { name, settings } = scope;
  const bucketName = bucketNameOf(settings, accessLogsLabel, site);
  return createBucket(scope, {
    ...site,
    name: `${name}-${accessLogsLabel}${site.suffix}`,
    bucketName,
    settings: bucketSettingsOf({
      encryption: "s3",
      lifecycle: { expirationDays: settings.accessLogs.expirationDays },
    }),
    statements: deliveries(scope, site, bucketArnOf(site, bucketName)),
    accessLogs: undefined,
  });
}

function deliveries(scope: Scope, site: Site, bucketArn: string): aws.iam.PolicyStatement[] {
  const { namePrefix, accountId } = scope.settings;
  const write = { Effect: "Allow", Action: "s3:PutObject" } as const;
  const ofAccount = { "aws:SourceAccount": accountId };
  const fromBuckets = { ArnLike: { "aws:SourceArn": bucketArnOf(site, `${namePrefix}-*`) } };
  const requests = {
    Sid: "AccessLogs",
    ...write,
    Principal: { Service: "logging.s3.amazonaws.com" },
    Resource: `${bucketArn}/${accessLogsPrefix}*`,
    Condition: { StringEquals: ofAccount, ...fromBuckets },
  };
  const inventories = {
    Sid: "Inventories",
    ...write,
    Principal: { Service: "s3.amazonaws.com" },
    Resource: `${bucketArn}/${inventoriesPrefix}/*`,
    Condition: {
      StringEquals: { ...ofAccount, "s3:x-amz-acl": "bucket-owner-full-control" },
      ...fromBuckets,
    },
  };
  const listed = Object.values(site.buckets).some(({ inventory }) => inventory !== undefined);
  return listed ? [requests, inventories] : [requests];
}
