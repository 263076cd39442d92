import assert from "node:assert/strict";
import type { BucketArgs, StorageArgs } from "../../components/storage/args";
import { validateStorage } from "../../components/storage/validate-storage";
import { args, previewStorage, replicated } from "./storage-args";

type Case = readonly [what: string, change: Partial<StorageArgs>, ...problems: string[]];
type BucketCase = readonly [what: string, bucket: BucketArgs, ...problems: string[]];

const prefix33 = "a".repeat(33);

const refused: readonly Case[] = [
  ["the account is none", { accountId: "1234" }, "accountId must be 12 digits, got 1234"],
  [
    "the prefix has other characters",
    { namePrefix: "Shop.production" },
    "namePrefix must be lower-case letters, digits and single hyphens, and not begin with amzn-s3-demo- or sthree-, got Shop.production",
  ],
  [
    "the prefix has two hyphens side by side",
    { namePrefix: "xn--shop" },
    "namePrefix must be lower-case letters, digits and single hyphens, and not begin with amzn-s3-demo- or sthree-, got xn--shop",
  ],
  [
    "the prefix is S3's own",
    { namePrefix: "sthree-shop" },
    "namePrefix must be lower-case letters, digits and single hyphens, and not begin with amzn-s3-demo- or sthree-, got sthree-shop",
  ],
  [
    "a label has other characters",
    { buckets: { "my.documents": {} } },
    "buckets must be labelled by lower-case letters, digits and single hyphens, got my.documents",
  ],
  [
    "labels are those of buckets that are made anyhow",
    {
      ...replicated,
      buckets: {
        "access-logs": {},
        "access-logs-replica": {},
        documents: { replicate: true },
        "documents-replica": {},
      },
    },
    "buckets.access-logs must have another label, which buckets of access logs have",
    "buckets.access-logs-replica must have another label, which buckets of access logs have",
    "buckets.documents-replica must have another label, which the replica of documents has",
  ],
  [
    "names are longer than S3 takes",
    { namePrefix: prefix33, buckets: { ["b".repeat(17)]: {} } },
    `namePrefix and labels must make names of at most 63 characters, got 64: ${prefix33}-${"b".repeat(17)}-123456789012`,
  ],
  [
    "the names of replicas and of their access logs are longer than S3 takes",
    { ...replicated, namePrefix: prefix33, buckets: { documents: { replicate: true } } },
    `namePrefix and labels must make names of at most 63 characters, got 64: ${prefix33}-documents-replica-123456789012`,
    `namePrefix and labels must make names of at most 63 characters, got 66: ${prefix33}-access-logs-replica-123456789012`,
  ],
  [
    "replicas would stand where the buckets do",
    { disasterRecovery: { region: "eu-west-1", keyArn: "arn" } },
    "disasterRecovery.region must be another region than the buckets', got eu-west-1",
  ],
  [
    "replicas have no place",
    { buckets: { documents: { replicate: true }, backups: { replicate: true }, logs: {} } },
    "buckets.documents.replicate must be false without disasterRecovery, got true",
    "buckets.backups.replicate must be false without disasterRecovery, got true",
  ],
  [
    "access logs end at once",
    { accessLogs: { expirationDays: 0 } },
    "accessLogs.expirationDays must be a whole number from 1 to 36500, got 0",
  ],
  [
    "a statement is for a bucket that is not there",
    { policyStatements: { document: [], documents: [] } },
    "policyStatements.document must have the label of a bucket: documents",
  ],
];

const refusedOfBucket: readonly BucketCase[] = [
  [
    "replication lacks versions",
    { replicate: true, versioning: false },
    "buckets.documents.versioning must be true with replicate, got false",
  ],
  [
    "a lock lacks versions",
    { objectLock: { days: 1 }, versioning: false },
    "buckets.documents.versioning must be true with objectLock, got false",
  ],
  [
    "copying nothing has a time to keep",
    { replicationTimeControl: true },
    "buckets.documents.replicationTimeControl must be false without replicate, got true",
  ],
  [
    "a lock lasts longer than S3 knows",
    { objectLock: { days: 36_501 } },
    "buckets.documents.objectLock.days must be a whole number from 1 to 36500, got 36501",
  ],
  [
    "objects end before their lock",
    { objectLock: { days: 30 }, lifecycle: { expirationDays: 29 } },
    "buckets.documents.lifecycle.expirationDays must be at least the 30 days of objectLock, got 29",
  ],
  [
    "load balancers would have to use a KMS key",
    { writers: ["cloudTrail", "loadBalancerLogs"] },
    "buckets.documents.encryption must be s3 with the writer loadBalancerLogs, got kms: load balancers know no KMS key",
  ],
  [
    "days and versions are no such numbers",
    {
      lifecycle: { expirationDays: 0, noncurrentExpirationDays: 1.5, noncurrentVersionsKept: 101 },
    },
    "buckets.documents.lifecycle.expirationDays must be a whole number from 1 to 36500, got 0",
    "buckets.documents.lifecycle.noncurrentExpirationDays must be a whole number from 1 to 36500, got 1.5",
    "buckets.documents.lifecycle.noncurrentVersionsKept must be a whole number from 1 to 100, got 101",
  ],
  [
    "objects are too young for a storage class",
    {
      lifecycle: {
        transitions: { STANDARD_IA: 29, GLACIER: 119 },
        noncurrentTransitions: { ONEZONE_IA: 29 },
      },
    },
    "buckets.documents.lifecycle.transitions.STANDARD_IA must be a whole number from 30 to 36500, got 29",
    "buckets.documents.lifecycle.noncurrentTransitions.ONEZONE_IA must be a whole number from 30 to 36500, got 29",
  ],
  [
    "a storage class has negative days",
    { lifecycle: { transitions: { GLACIER: -1 } } },
    "buckets.documents.lifecycle.transitions.GLACIER must be a whole number from 0 to 36500, got -1",
  ],
  [
    "objects move on too soon",
    {
      lifecycle: {
        transitions: { STANDARD_IA: 30, GLACIER_IR: 59, DEEP_ARCHIVE: 148 },
        noncurrentExpirationDays: 400,
        noncurrentTransitions: { INTELLIGENT_TIERING: 0, GLACIER: 1, DEEP_ARCHIVE: 90 },
      },
    },
    "buckets.documents.lifecycle.transitions.GLACIER_IR must be at least 60 with STANDARD_IA 30, where objects stay until then, got 59",
    "buckets.documents.lifecycle.transitions.DEEP_ARCHIVE must be at least 149 with GLACIER_IR 59, where objects stay until then, got 148",
    "buckets.documents.lifecycle.noncurrentTransitions.DEEP_ARCHIVE must be at least 91 with GLACIER 1, where objects stay until then, got 90",
  ],
  [
    "objects would move back",
    { lifecycle: { transitions: { DEEP_ARCHIVE: 0, ONEZONE_IA: 400, GLACIER_IR: 500 } } },
    "buckets.documents.lifecycle.transitions.ONEZONE_IA must come before DEEP_ARCHIVE, got 400",
    "buckets.documents.lifecycle.transitions.GLACIER_IR must come before ONEZONE_IA, got 500",
  ],
  [
    "objects end before they move",
    {
      lifecycle: {
        expirationDays: 90,
        transitions: { GLACIER: 90, STANDARD_IA: 30 },
        noncurrentTransitions: { STANDARD_IA: 90 },
      },
    },
    "buckets.documents.lifecycle.expirationDays must be more than the 90 days of GLACIER, got 90",
    "buckets.documents.lifecycle.noncurrentExpirationDays must be more than the 90 days of STANDARD_IA, got 90",
  ],
  [
    "rules for other origins are too many",
    {
      cors: Object.fromEntries(
        Array.from({ length: 101 }, (_, index) => [
          `rule-${index}`,
          { allowedOrigins: ["*"], allowedMethods: ["GET"] as const },
        ]),
      ),
    },
    "buckets.documents.cors must be at most 100 rules, got 101",
  ],
  [
    "a rule for other origins lets nobody do nothing for less than no time",
    { cors: { app: { allowedOrigins: [], allowedMethods: [], maxAgeSeconds: -1 } } },
    "buckets.documents.cors.app.maxAgeSeconds must be a whole number from 0 to 2147483647, got -1",
    "buckets.documents.cors.app.allowedOrigins must have at least one entry, got none",
    "buckets.documents.cors.app.allowedMethods must have at least one entry, got none",
  ],
  [
    "objects would be archived at other times than S3 knows",
    { archiveTiers: { ARCHIVE_ACCESS: 89, DEEP_ARCHIVE_ACCESS: 731 } },
    "buckets.documents.archiveTiers.ARCHIVE_ACCESS must be a whole number from 90 to 730, got 89",
    "buckets.documents.archiveTiers.DEEP_ARCHIVE_ACCESS must be a whole number from 180 to 730, got 731",
  ],
];

const accepted: readonly (readonly [what: string, change: Partial<StorageArgs>])[] = [
  ["no buckets, however long the prefix", { namePrefix: "a".repeat(60), buckets: {} }],
  ["names as long as S3 takes", { namePrefix: prefix33, buckets: { ["b".repeat(16)]: {} } }],
  [
    "a label that ends as those of replicas",
    { buckets: { documents: {}, "documents-replica": {} } },
  ],
  ["a label of one digit", { buckets: { "1": {} } }],
];

const acceptedOfBucket: readonly (readonly [what: string, bucket: BucketArgs])[] = [
  [
    "a lock that ends with the objects",
    { objectLock: { days: 30 }, lifecycle: { expirationDays: 30 } },
  ],
  ["a lock of objects that stay", { objectLock: { days: 36_500 } }],
  ["no versions", { versioning: false }],
  ["logs of load balancers under S3's keys", { encryption: "s3", writers: ["loadBalancerLogs"] }],
  ["trails under the data key", { writers: ["cloudTrail"] }],
  ["replication in time", { replicate: true, replicationTimeControl: true }],
  [
    "every storage class but one as soon as it can be",
    {
      lifecycle: {
        expirationDays: 242,
        transitions: {
          STANDARD_IA: 30,
          INTELLIGENT_TIERING: 60,
          GLACIER_IR: 61,
          GLACIER: 151,
          DEEP_ARCHIVE: 241,
        },
        noncurrentTransitions: { ONEZONE_IA: 30, GLACIER: 60 },
      },
    },
  ],
  ["tiers at their limits", { archiveTiers: { ARCHIVE_ACCESS: 90, DEEP_ARCHIVE_ACCESS: 730 } }],
];

describe("arguments of Storage", () => {
  for (const [what, change, ...problems] of refused) {
    it(`fails when ${what}`, () => {
      assert.deepEqual(validateStorage({ ...args, ...change }), problems);
    });
  }

  for (const [what, documents, ...problems] of refusedOfBucket) {
    it(`fails when ${what}`, () => {
      assert.deepEqual(validateStorage({ ...replicated, buckets: { documents } }), problems);
    });
  }

  for (const [what, change] of accepted) {
    it(`accepts ${what}`, () => {
      assert.deepEqual(validateStorage({ ...args, ...change }), []);
    });
  }

  for (const [what, documents] of acceptedOfBucket) {
    it(`accepts ${what}`, () => {
      assert.deepEqual(validateStorage({ ...replicated, buckets: { documents } }), []);
    });
  }

  it("fails when anything is wrong, with every problem and before anything is made", async () => {
    const change = { accountId: "1234", buckets: { documents: { replicationTimeControl: true } } };

    await assert.rejects(previewStorage({ ...args, ...change }), {
      message: [
        "accountId must be 12 digits, got 1234",
        "buckets.documents.replicationTimeControl must be false without replicate, got true",
      ].join("\n"),
    });
  });
});
