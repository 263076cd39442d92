import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { dnsSuffixOf } from "../../spec/partition";
import { arnOf, type StandingBucket } from "./bucket";
import { bucketArnOf, type Scope } from "./scope";

/** Minutes within which S3 commits to copy; it knows no other figure. */
const timeControlMinutes = 15;

/** A bucket and the one it is copied to. */
interface Pair {
  readonly source: StandingBucket;
  readonly replica: StandingBucket;
}

/**
 * Copies what is new in a bucket to its replica, delete markers too, so that the replica shows what the bucket
 * does. Versions that are deleted for good are deleted there by nobody but the replica's own lifecycle.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
export function replicate(scope: Scope, pair: Pair): StandingBucket {
  const { source, replica } = pair;
  const { role, permissions } = createRole(scope, pair);
  const last = new aws.s3.BucketReplicationConfig(
    source.name,
    {
      region: source.region,
      bucket: source.resource.bucket,
      role: role.arn,
      rules: [
        {
          id: "replica",
          status: "Enabled",
          filter: { prefix: "" },
          deleteMarkerReplication: { status: "Enabled" },
          ...encryptionOf(pair),
          destination: destinationOf(pair),
        },
      ],
    },
    { ...scope.options, dependsOn: [source.last, replica.last, ...permissions] },
  );
  return { ...source, last };
}

/** S3 leaves out what KMS encrypted unless both are said: that it is to be copied, and with which key. */
function encryptionOf({ source: { settings } }: Pair) {
  return settings.encryption === "kms"
    ? { sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } } }
    : {};
}

function destinationOf({ source: { settings }, replica }: Pair) {
  const time = { minutes: timeControlMinutes };
  const encryption =
    settings.encryption === "kms"
      ? { encryptionConfiguration: { replicaKmsKeyId: replica.keyArn } }
      : {};
  const timing = settings.replicationTimeControl
    ? {
        replicationTime: { status: "Enabled", time },
        metrics: { status: "Enabled", eventThreshold: time },
      }
    : { metrics: { status: "Enabled" } };
  return { bucket: arnOf(replica), ...encryption, ...timing };
}

/** The role by which S3 copies this one bucket. */
function createRole(
  { options }: Scope,
  pair: Pair,
): { readonly role: aws.iam.Role; readonly permissions: readonly pulumi.Resource[] } {
  const { source, replica } = pair;
  const name = `${source.name}-replication`;
  const role = new aws.iam.Role(
    name,
    {
      description: `Lets S3 copy the bucket ${source.bucketName} to ${replica.bucketName}`,
      assumeRolePolicy: trustPolicy,
    },
    options,
  );
  const objects = new aws.iam.RolePolicy(
    name,
    { role: role.name, policy: objectPolicy(pair) },
    options,
  );
  if (source.settings.encryption === "s3") return { role, permissions: [objects] };

  const keys = new aws.iam.RolePolicy(
    `${name}-keys`,
    { role: role.name, policy: keyPolicy(pair) },
    options,
  );
  return { role, permissions: [objects, keys] };
}

/** S3 takes a role on only for a bucket of an account whose principal was allowed to pass it. */
const trustPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Service: "s3.amazonaws.com" },
      Action: "sts:AssumeRole",
    },
  ],
});

function objectPolicy({ source, replica }: Pair): string {
  const from = bucketArnOf(source, source.bucketName);
  const to = bucketArnOf(replica, replica.bucketName);
  const locks =
    source.settings.objectLock === undefined
      ? []
      : ["s3:GetObjectRetention", "s3:GetObjectLegalHold"];
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
        Resource: from,
      },
      {
        Effect: "Allow",
        Action: [
          "s3:GetObjectVersionForReplication",
          "s3:GetObjectVersionAcl",
          "s3:GetObjectVersionTagging",
          ...locks,
        ],
        Resource: `${from}/*`,
      },
      {
        Effect: "Allow",
        Action: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
        Resource: `${to}/*`,
      },
    ],
  });
}

/**
 * A policy of its own, because the keys are not known before they stand. KMS is asked for a bucket's key in the
 * bucket's name, and for that of an object uploaded without one in the object's.
 */
function keyPolicy({ source, replica }: Pair): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: ["kms:Decrypt"], ...keyOf(source) },
      {
        Effect: "Allow",
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"],
        ...keyOf(replica),
      },
    ],
  });
}

function keyOf(bucket: StandingBucket) {
  const { region, keyArn, bucketName } = bucket;
  const arn = bucketArnOf(bucket, bucketName);
  return {
    Resource: keyArn,
    Condition: {
      StringEquals: { "kms:ViaService": `s3.${region}.${dnsSuffixOf(region)}` },
      StringLike: { "kms:EncryptionContext:aws:s3:arn": [arn, `${arn}/*`] },
    },
  };
}
