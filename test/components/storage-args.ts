import type { StorageArgs } from "../../components/storage/args";
import { Storage } from "../../components/storage";
import { preview, type Previewed } from "../support/preview";

export const dataKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";
export const replicaKeyArn = "arn:aws:kms:eu-central-1:123456789012:key/5678efab";

/** Only what must be said. */
export const args: StorageArgs = {
  namePrefix: "shop-production",
  region: "eu-west-1",
  accountId: "123456789012",
  dataKeyArn,
  buckets: { documents: {} },
};

/** One bucket with a replica. */
export const replicated: StorageArgs = {
  ...args,
  disasterRecovery: { region: "eu-central-1", keyArn: replicaKeyArn },
  buckets: { documents: { replicate: true } },
};

export const types = {
  accessBlock: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  bucket: "aws:s3/bucket:Bucket",
  cors: "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
  encryption:
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  inventory: "aws:s3/inventory:Inventory",
  lifecycle: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  lock: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  logging: "aws:s3/bucketLogging:BucketLogging",
  notification: "aws:s3/bucketNotification:BucketNotification",
  ownership: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  policy: "aws:s3/bucketPolicy:BucketPolicy",
  replication: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  tiering: "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
  versioning: "aws:s3/bucketVersioning:BucketVersioning",
} as const;

export function previewStorage(storageArgs: StorageArgs): Promise<Previewed> {
  return preview((providers) => {
    new Storage("storage", storageArgs, { providers });
  });
}

/** Previews the buckets with something changed in the one for documents. */
export function previewDocuments(
  change: StorageArgs["buckets"][string],
  storageArgs: StorageArgs = args,
): Promise<Previewed> {
  const documents = { ...storageArgs.buckets["documents"], ...change };
  return previewStorage({ ...storageArgs, buckets: { documents } });
}
