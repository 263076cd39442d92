import { having, without, type InputEdit, type SpecEdit } from "../../support/unsafe-edit";

const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const cluster = "aws:msk/cluster:Cluster";

const documents = { name: "storage-documents", resource: "storage-documents" };

const encrypted = (encryptionInTransit: object) => ({
  encryptionInfo: { encryptionAtRestKmsKeyArn: "arn:aws:kms:::key/1", encryptionInTransit },
});

/** The cache, the brokers and the buckets, unsafe in one way each. */
export const storeEdits: readonly (SpecEdit | InputEdit)[] = [
  {
    what: "nodes of the cache that share a zone",
    set: "cache.multiAz=false",
    rule: "cache-multi-az",
    resource: "cache",
  },
  {
    what: "snapshots of the cache of two days",
    set: "cache.snapshot.retentionDays=2",
    rule: "cache-snapshots-kept",
    resource: "cache",
  },
  {
    what: "a cache that takes connections without TLS",
    type: group,
    change: having({ transitEncryptionMode: "preferred" }),
    rule: "cache-tls-required",
    resource: "cache",
  },
  {
    what: "a cache with plain text on its disks",
    type: group,
    change: having({ atRestEncryptionEnabled: false }),
    rule: "cache-encrypted",
    resource: "cache",
  },
  {
    what: "a cache on the key that AWS manages",
    type: group,
    change: without("kmsKeyId"),
    rule: "cache-customer-key",
    resource: "cache",
  },
  {
    what: "a cache without a password",
    type: group,
    change: without("authTokenWo"),
    rule: "cache-authenticated",
    resource: "cache",
  },
  {
    what: "a cache that goes without a last snapshot",
    type: group,
    change: without("finalSnapshotIdentifier"),
    rule: "cache-final-snapshot",
    resource: "cache",
  },
  {
    what: "logs of the cache that nobody receives",
    type: group,
    change: having({ logDeliveryConfigurations: [] }),
    rule: "cache-logs-delivered",
    resource: "cache",
  },
  {
    what: "clients of the brokers without TLS",
    type: cluster,
    change: having(encrypted({ clientBroker: "TLS_PLAINTEXT", inCluster: true })),
    rule: "broker-tls-only",
    resource: "broker",
  },
  {
    what: "brokers that talk to each other in plain text",
    type: cluster,
    change: having(encrypted({ clientBroker: "TLS", inCluster: false })),
    rule: "broker-cluster-tls",
    resource: "broker",
  },
  {
    what: "brokers on the key that AWS manages",
    type: cluster,
    change: having({ encryptionInfo: { encryptionInTransit: { clientBroker: "TLS" } } }),
    rule: "broker-customer-key",
    resource: "broker",
  },
  {
    what: "clients that say nobody who they are",
    type: cluster,
    change: having({ clientAuthentication: { unauthenticated: true } }),
    rule: "broker-authenticated",
    resource: "broker",
  },
  {
    what: "logs of the brokers that nobody receives",
    type: cluster,
    change: without("loggingInfo"),
    rule: "broker-logs-delivered",
    resource: "broker",
  },
  {
    what: "topics that lose what one broker loses",
    type: "aws:msk/configuration:Configuration",
    change: having({ serverProperties: "unclean.leader.election.enable=true" }),
    rule: "broker-topics-durable",
    resource: "broker",
  },
  {
    what: "a bucket with public access",
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    ...documents,
    change: having({ blockPublicPolicy: false }),
    rule: "bucket-public-access-blocked",
  },
  {
    what: "rights to a bucket by ACL",
    type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    ...documents,
    change: having({ rule: { objectOwnership: "ObjectWriter" } }),
    rule: "bucket-acls-disabled",
  },
  {
    what: "a bucket on the keys that S3 manages",
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    ...documents,
    change: having({
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    }),
    rule: "bucket-encrypted-by-customer-key",
  },
  {
    what: "objects that are gone once they are overwritten",
    set: "storage.buckets.static.versioning=false",
    rule: "bucket-versioned",
    resource: "storage-static",
  },
  {
    what: "documents that are in one region only",
    set: "storage.buckets.documents.replicate=false",
    rule: "bucket-replicated",
    resource: "storage-documents",
  },
  {
    what: "requests to a bucket without TLS",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    ...documents,
    change: having({ policy: JSON.stringify({ Version: "2012-10-17", Statement: [] }) }),
    rule: "bucket-tls-only",
  },
  {
    what: "uploads that are never completed nor removed",
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    ...documents,
    change: having({
      rules: [
        {
          id: "lifecycle",
          status: "Enabled",
          filter: { prefix: "" },
          noncurrentVersionExpiration: { noncurrentDays: 90 },
        },
      ],
    }),
    rule: "bucket-lifecycle-set",
  },
  {
    what: "objects that go with their bucket",
    set: "storage.forceDestroy=true",
    rule: "bucket-kept",
    resource: "storage-access-logs",
  },
];
