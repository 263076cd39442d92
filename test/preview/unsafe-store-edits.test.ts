import { having, refusesEdits, without } from "../support/unsafe-edit";

const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const cluster = "aws:msk/cluster:Cluster";

const documents = { name: "storage-documents", resource: "storage-documents" };

describe("the pack, of the cache,", () => {
  refusesEdits([
    {
      what: "nodes that share a zone",
      set: "cache.multiAz=false",
      rule: "cache-multi-az",
      resource: "cache",
    },
    {
      what: "snapshots of two days",
      set: "cache.snapshot.retentionDays=2",
      rule: "cache-snapshots-kept",
      resource: "cache",
    },
    {
      what: "one that takes connections without TLS",
      type: group,
      change: having({ transitEncryptionMode: "preferred" }),
      rule: "cache-tls-required",
      resource: "cache",
    },
    {
      what: "data in plain text on its disks",
      type: group,
      change: having({ atRestEncryptionEnabled: false }),
      rule: "cache-encrypted",
      resource: "cache",
    },
    {
      what: "the key that AWS manages",
      type: group,
      change: without("kmsKeyId"),
      rule: "cache-customer-key",
      resource: "cache",
    },
    {
      what: "one without a password",
      set: "cache.auth={mode: none}",
      rule: "cache-authenticated",
      resource: "cache",
    },
    {
      what: "a deletion without a last snapshot",
      type: group,
      change: without("finalSnapshotIdentifier"),
      rule: "cache-final-snapshot",
      resource: "cache",
    },
    {
      what: "logs that nobody receives",
      type: group,
      change: having({ logDeliveryConfigurations: [] }),
      rule: "cache-logs-delivered",
      resource: "cache",
    },
  ]);
});

describe("the pack, of the brokers,", () => {
  const encrypted = (encryptionInTransit: object) => ({
    encryptionInfo: { encryptionAtRestKmsKeyArn: "arn:aws:kms:::key/1", encryptionInTransit },
  });
  refusesEdits([
    {
      what: "clients without TLS",
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
      what: "the key that AWS manages",
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
      what: "logs that nobody receives",
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
  ]);
});

describe("the pack, of buckets,", () => {
  refusesEdits([
    {
      what: "public access",
      type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      ...documents,
      change: having({ blockPublicPolicy: false }),
      rule: "bucket-public-access-blocked",
    },
    {
      what: "rights by ACL",
      type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
      ...documents,
      change: having({ rule: { objectOwnership: "ObjectWriter" } }),
      rule: "bucket-acls-disabled",
    },
    {
      what: "the keys that S3 manages",
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
      what: "requests without TLS",
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
  ]);
});
