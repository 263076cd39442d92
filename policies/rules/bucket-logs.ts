import { mustBeSet } from "../must";
import { stackRule } from "../rule";
import { bucketTypes, judgeMatter } from "./bucket-matter";
import { accessLogs, cloudFrontLogs, loadBalancerLogs, unlessFrom } from "./bucket-source";

export const bucketAccessLogged = stackRule({
  id: "bucket-access-logged",
  requires: "S3 records the requests to buckets.",
  why: "Without the record there is no telling, after an incident, who read or deleted what.",
  fix: "Create an aws.s3.BucketLogging of the bucket, with another bucket for the logs.",
  severity: "medium",
  standards: { securityHub: ["S3.9"], checkov: ["CKV_AWS_18"] },
  types: bucketTypes,
  exemptible: true,
  check: (bucket, _settings, stack) => {
    const sources = [...accessLogs, ...loadBalancerLogs, ...cloudFrontLogs];
    const judgement = judgeMatter(bucket, stack, {
      types: ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"],
      own: (resource) => mustBeSet(resource.at("targetBucket")),
      inline: ["logging", "loggings[]"],
      within: (input) => mustBeSet(input.at("targetBucket")),
    });
    return unlessFrom(bucket, stack, { sources, reason: "it holds such records" }, judgement);
  },
});
