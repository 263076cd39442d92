import * as aws from "@pulumi/aws";
import type { BucketPlan, Configure, StandingBucket } from "./bucket";
import { bucketPolicy } from "./bucket-policy";
import { lifecycleRuleOf } from "./lifecycle";

/** Prefix of the access logs in their bucket. */
export const accessLogsPrefix = "requests/";

/**
 * What every bucket has for as long as it stands. The policy comes after the block of public access, which
 * judges it, and the lifecycle after the versioning, which it speaks of.
 */
export function protectionsOf({ accessLogs }: BucketPlan): readonly Configure[] {
  const logging = accessLogs === undefined ? [] : [logTo(accessLogs)];
  return [blockPublicAccess, disableAcls, encrypt, version, setPolicy, setLifecycle, ...logging];
}

const blockPublicAccess: Configure = ({ scope, plan, of }, after) =>
  new aws.s3.BucketPublicAccessBlock(
    plan.name,
    {
      ...of,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    { ...scope.lasting, dependsOn: [after] },
  );

const disableAcls: Configure = ({ scope, plan, of }, after) =>
  new aws.s3.BucketOwnershipControls(
    plan.name,
    { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } },
    { ...scope.lasting, dependsOn: [after] },
  );

const encrypt: Configure = ({ scope, plan: { name, keyArn, settings }, of }, after) => {
  const byKms = settings.encryption === "kms";
  const applyServerSideEncryptionByDefault = byKms
    ? { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn }
    : { sseAlgorithm: "AES256" };
  return new aws.s3.BucketServerSideEncryptionConfiguration(
    name,
    {
      ...of,
      rules: [
        {
          applyServerSideEncryptionByDefault,
          bucketKeyEnabled: byKms,
          blockedEncryptionTypes: ["SSE-C"],
        },
      ],
    },
    { ...scope.lasting, dependsOn: [after] },
  );
};

const version: Configure = ({ scope, plan: { name, settings }, of }, after) =>
  new aws.s3.BucketVersioning(
    name,
    { ...of, versioningConfiguration: { status: settings.versioning ? "Enabled" : "Suspended" } },
    { ...scope.lasting, dependsOn: [after] },
  );

const setPolicy: Configure = ({ scope, plan, of }, after) =>
  new aws.s3.BucketPolicy(
    plan.name,
    { ...of, policy: bucketPolicy(plan, scope.settings.accountId) },
    { ...scope.lasting, dependsOn: [after] },
  );

const setLifecycle: Configure = ({ scope, plan: { name, settings }, of }, after) =>
  new aws.s3.BucketLifecycleConfiguration(
    name,
    { ...of, rules: [lifecycleRuleOf(settings)] },
    { ...scope.lasting, dependsOn: [after] },
  );

/** Records requests in a bucket that must let S3 write by then. */
function logTo({ resource, last }: StandingBucket): Configure {
  return ({ scope, plan, of }, after) =>
    new aws.s3.BucketLogging(
      plan.name,
      {
        ...of,
        targetBucket: resource.bucket,
        targetPrefix: accessLogsPrefix,
        targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
      },
      { ...scope.lasting, dependsOn: [after, last] },
    );
}
