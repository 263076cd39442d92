import type * as aws from "@pulumi/aws";
import { partitionOf } from "../../spec/partition";

/** A bucket whose files distributions serve. */
export interface ServedBucket {
  /** Account of the distributions, 12 digits. */
  readonly accountId: string;
  /** Region of the bucket. */
  readonly region: string;
  /** ARN of the bucket, plain: its policy is then known before it is made, and can be judged. */
  readonly bucketArn: string;
}

/**
 * What the policy of a bucket must say for an {@link Edge} to serve its files: that distributions of the account may
 * read them, and those of no other account.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function distributionReads({
  accountId,
  region,
  bucketArn,
}: ServedBucket): aws.iam.PolicyStatement {
  const distributions = `arn:${partitionOf(region)}:cloudfront::${accountId}:distribution/*`;
  return {
    Sid: "CloudFrontReads",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: `${bucketArn}/*`,
    Condition: { ArnLike: { "aws:SourceArn": distributions } },
  };
}
