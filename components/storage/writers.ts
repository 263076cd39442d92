import type * as aws from "@pulumi/aws";
import { partitionOf } from "../../spec/partition";

/** An AWS service that writes to a bucket in its own name, and not with a role of the account. */
export type BucketWriter = "loadBalancerLogs" | "cloudTrail";

/** The bucket that is written to. */
interface WritersTarget {
  readonly bucketArn: string;
  readonly accountId: string;
  readonly region: string;
}

/**
 * What the policy of a bucket must say for those that write to it:
 *
 * - `loadBalancerLogs`: load balancers of the account and region deliver access and connection logs,
 *   configured without a prefix. The bucket must be encrypted by S3's own keys.
 * - `cloudTrail`: trails of the account in the region deliver events, configured without a prefix. In a
 *   bucket under a KMS key the trail must name that key, whose policy must let CloudTrail use it.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export function writerStatements(
  writers: readonly BucketWriter[],
  target: WritersTarget,
): readonly aws.iam.PolicyStatement[] {
  return writers.flatMap((writer) => statements[writer](target));
}

const statements: Readonly<
  Record<BucketWriter, (target: WritersTarget) => readonly aws.iam.PolicyStatement[]>
> = {
  loadBalancerLogs: (target) => [
    {
      Sid: "LoadBalancerLogs",
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: deliveriesOf(target),
      Condition: {
        ArnLike: { "aws:SourceArn": sourceOf(target, "elasticloadbalancing", "loadbalancer/*") },
      },
    },
  ],
  cloudTrail: (target) => {
    const from = { ArnLike: { "aws:SourceArn": sourceOf(target, "cloudtrail", "trail/*") } };
    const service = {
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
    } as const;
    return [
      {
        Sid: "CloudTrailLooks",
        ...service,
        Action: "s3:GetBucketAcl",
        Resource: target.bucketArn,
        Condition: from,
      },
      {
        Sid: "CloudTrailWrites",
        ...service,
        Action: "s3:PutObject",
        Resource: deliveriesOf(target),
        Condition: {
          ...from,
          StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
        },
      },
    ];
  },
};

/** Where AWS services put what they deliver for an account. */
function deliveriesOf({ bucketArn, accountId }: WritersTarget): string {
  return `${bucketArn}/AWSLogs/${accountId}/*`;
}

function sourceOf({ region, accountId }: WritersTarget, service: string, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:${region}:${accountId}:${resource}`;
}
