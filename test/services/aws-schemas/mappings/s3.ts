import type { Mapping } from "../mapping";

const schema = "AWS::S3::Bucket";
const satellite = {
  schema,
  partOf: "aws:s3/bucket:Bucket",
  unmapped: { bucket: "the schema has this in the bucket itself" },
};

/** The buckets and what belongs to each: `aws.s3.*`. */
export const s3: Readonly<Record<string, Mapping>> = {
  "aws:s3/bucket:Bucket": {
    schema,
    properties: {
      bucket: "BucketName",
      objectLockEnabled: "ObjectLockEnabled",
      tagsAll: ["Tags", "tags"],
    },
    unmapped: { forceDestroy: "says what the provider does, not what AWS is told" },
  },
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
    ...satellite,
    properties: {
      "rules[].abortIncompleteMultipartUpload.daysAfterInitiation":
        "LifecycleConfiguration.Rules[].AbortIncompleteMultipartUpload.DaysAfterInitiation",
      "rules[].expiration.days": "LifecycleConfiguration.Rules[].ExpirationInDays",
      "rules[].expiration.expiredObjectDeleteMarker":
        "LifecycleConfiguration.Rules[].ExpiredObjectDeleteMarker",
      "rules[].filter.prefix": "LifecycleConfiguration.Rules[].Prefix",
      "rules[].id": "LifecycleConfiguration.Rules[].Id",
      "rules[].noncurrentVersionExpiration.newerNoncurrentVersions":
        "LifecycleConfiguration.Rules[].NoncurrentVersionExpiration.NewerNoncurrentVersions",
      "rules[].noncurrentVersionExpiration.noncurrentDays":
        "LifecycleConfiguration.Rules[].NoncurrentVersionExpiration.NoncurrentDays",
      "rules[].noncurrentVersionTransitions":
        "LifecycleConfiguration.Rules[].NoncurrentVersionTransitions",
      "rules[].status": "LifecycleConfiguration.Rules[].Status",
      "rules[].transitions[].days": "LifecycleConfiguration.Rules[].Transitions[].TransitionInDays",
      "rules[].transitions[].storageClass":
        "LifecycleConfiguration.Rules[].Transitions[].StorageClass",
    },
  },
  "aws:s3/bucketLogging:BucketLogging": {
    ...satellite,
    properties: {
      targetBucket: "LoggingConfiguration.DestinationBucketName",
      "targetObjectKeyFormat.partitionedPrefix.partitionDateSource":
        "LoggingConfiguration.TargetObjectKeyFormat.PartitionedPrefix.PartitionDateSource",
      targetPrefix: "LoggingConfiguration.LogFilePrefix",
    },
  },
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": {
    ...satellite,
    properties: {
      objectLockEnabled: "ObjectLockConfiguration.ObjectLockEnabled",
      "rule.defaultRetention.days": "ObjectLockConfiguration.Rule.DefaultRetention.Days",
      "rule.defaultRetention.mode": "ObjectLockConfiguration.Rule.DefaultRetention.Mode",
    },
  },
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": {
    ...satellite,
    properties: { "rule.objectOwnership": "OwnershipControls.Rules[].ObjectOwnership" },
  },
  "aws:s3/bucketPolicy:BucketPolicy": {
    schema: "AWS::S3::BucketPolicy",
    properties: { bucket: "Bucket", policy: ["PolicyDocument", "json"] },
  },
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
    ...satellite,
    properties: {
      blockPublicAcls: "PublicAccessBlockConfiguration.BlockPublicAcls",
      blockPublicPolicy: "PublicAccessBlockConfiguration.BlockPublicPolicy",
      ignorePublicAcls: "PublicAccessBlockConfiguration.IgnorePublicAcls",
      restrictPublicBuckets: "PublicAccessBlockConfiguration.RestrictPublicBuckets",
    },
  },
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": {
    ...satellite,
    properties: {
      role: "ReplicationConfiguration.Role",
      "rules[].deleteMarkerReplication.status":
        "ReplicationConfiguration.Rules[].DeleteMarkerReplication.Status",
      "rules[].destination.bucket": "ReplicationConfiguration.Rules[].Destination.Bucket",
      "rules[].destination.encryptionConfiguration.replicaKmsKeyId":
        "ReplicationConfiguration.Rules[].Destination.EncryptionConfiguration.ReplicaKmsKeyID",
      "rules[].destination.metrics.status":
        "ReplicationConfiguration.Rules[].Destination.Metrics.Status",
      "rules[].filter.prefix": "ReplicationConfiguration.Rules[].Filter.Prefix",
      "rules[].id": "ReplicationConfiguration.Rules[].Id",
      "rules[].sourceSelectionCriteria.sseKmsEncryptedObjects.status":
        "ReplicationConfiguration.Rules[].SourceSelectionCriteria.SseKmsEncryptedObjects.Status",
      "rules[].status": "ReplicationConfiguration.Rules[].Status",
    },
  },
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {
    ...satellite,
    properties: {
      "rules[].applyServerSideEncryptionByDefault.kmsMasterKeyId":
        "BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.KMSMasterKeyID",
      "rules[].applyServerSideEncryptionByDefault.sseAlgorithm":
        "BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.SSEAlgorithm",
      "rules[].blockedEncryptionTypes":
        "BucketEncryption.ServerSideEncryptionConfiguration[].BlockedEncryptionTypes.EncryptionType",
      "rules[].bucketKeyEnabled":
        "BucketEncryption.ServerSideEncryptionConfiguration[].BucketKeyEnabled",
    },
  },
  "aws:s3/bucketVersioning:BucketVersioning": {
    ...satellite,
    properties: { "versioningConfiguration.status": "VersioningConfiguration.Status" },
  },
};
