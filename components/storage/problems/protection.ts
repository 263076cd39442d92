import { outsideOf, unless } from "../../problems/phrases";
import type { BucketSettings } from "../storage-settings";

/** Settings of a bucket that need its versions. */
const needVersions = {
  replicate: ({ replicate }: BucketSettings) => replicate,
  objectLock: ({ objectLock }: BucketSettings) => objectLock !== undefined,
} as const;

/**
 * What S3 refuses of how a bucket's objects are protected.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
 */
export function protectionProblems(path: string, settings: BucketSettings): readonly string[] {
  const { versioning, objectLock, replicate, replicationTimeControl } = settings;
  const needing = Object.entries(needVersions).filter(([, needs]) => needs(settings));
  return [
    ...(versioning ? [] : needing).map(
      ([field]) => `${path}.versioning must be true with ${field}, got false`,
    ),
    ...unless(
      replicate || !replicationTimeControl,
      `${path}.replicationTimeControl must be false without replicate, got true`,
    ),
    ...outsideOf(`${path}.objectLock.days`, objectLock?.days, 1, 36_500),
    ...lockProblems(path, settings),
    ...unless(
      settings.encryption === "s3" || !settings.writers.includes("loadBalancerLogs"),
      `${path}.encryption must be s3 with the writer loadBalancerLogs, got kms: load balancers know no KMS key`,
    ),
  ];
}

function lockProblems(path: string, { objectLock, lifecycle }: BucketSettings): readonly string[] {
  const { expirationDays } = lifecycle;
  if (objectLock === undefined || expirationDays === undefined) return [];
  return unless(
    expirationDays >= objectLock.days,
    `${path}.lifecycle.expirationDays must be at least the ${objectLock.days} days of objectLock, got ${expirationDays}`,
  );
}
