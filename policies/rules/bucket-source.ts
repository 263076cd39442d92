import { type Judgement, notApplicable, undecided } from "../judgement";
import type { Stack, StackResource } from "../stack";
import { loadBalancerTypes } from "./load-balancer-kind";
import { titleOf } from "./title";

/** A way in which something else puts objects into a bucket. */
interface Source {
  /** The input that names the bucket, as `propertiesAt` takes paths. */
  readonly path: string;
  readonly types: readonly string[];
}

/** Other buckets, whose access S3 logs. */
export const accessLogs: readonly Source[] = [
  {
    path: "targetBucket",
    types: ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"],
  },
  { path: "logging.targetBucket", types: ["aws:s3/bucket:Bucket"] },
  { path: "loggings[].targetBucket", types: ["aws:s3/bucketV2:BucketV2"] },
];

const loadBalancers = [...loadBalancerTypes, "aws:elb/loadBalancer:LoadBalancer"];

/** Load balancers, which log what they were asked. */
export const loadBalancerLogs: readonly Source[] = [
  "accessLogs",
  "connectionLogs",
  "healthCheckLogs",
].map((input) => ({ path: `${input}.bucket`, types: loadBalancers }));

/** Distributions of CloudFront, which write their older logs by ACL. */
export const cloudFrontLogs: readonly Source[] = [
  { path: "loggingConfig.bucket", types: ["aws:cloudfront/distribution:Distribution"] },
];

/** Other buckets, whose objects S3 copies. */
export const replication: readonly Source[] = [
  {
    path: "rules[].destination.bucket",
    types: ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"],
  },
  {
    path: "replicationConfiguration.rules[].destination.bucket",
    types: ["aws:s3/bucket:Bucket"],
  },
  {
    path: "replicationConfigurations[].rules[].destinations[].bucket",
    types: ["aws:s3/bucketV2:BucketV2"],
  },
];

/** When a rule has nothing to say about a bucket. */
interface Exception {
  /** Where from its objects are. */
  readonly sources: readonly Source[];
  /** Why it has nothing to say then. */
  readonly reason: string;
}

/**
 * The judgement of a bucket whose objects are not from one of these sources; undecided while a failure may be
 * none because they are. A bucket that is its own source is judged like any other.
 */
export function unlessFrom(
  bucket: StackResource,
  stack: Stack,
  exception: Exception,
  judgement: Judgement,
): Judgement {
  const sources = exception.sources.map(({ path, types }) => {
    const { found, possible } = stack.referring(bucket, path, ...types);
    const isOther = (resource: StackResource): boolean => !isOf(resource, bucket, stack);
    return {
      found: found.filter(isOther),
      possible: possible.filter(isOther).map((resource) => `${path} of ${titleOf(resource)}`),
    };
  });
  if (sources.some(({ found }) => found.length > 0)) return notApplicable(exception.reason);
  const open = sources.flatMap(({ possible }) => possible);
  return open.length > 0 && judgement.verdict === "fail" ? undecided(...open) : judgement;
}

/** Whether it is the bucket itself, or a resource that says something about it. */
function isOf(resource: StackResource, bucket: StackResource, stack: Stack): boolean {
  const { found } = stack.referring(bucket, "bucket", resource.type);
  return resource.urn === bucket.urn || found.includes(resource);
}
