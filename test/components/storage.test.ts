import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Storage } from "../../components/storage";
import type { StorageArgs } from "../../components/storage/args";
import { preview, type Previewed, type PreviewedResource } from "../support/preview";
import { args, dataKeyArn, previewDocuments, previewStorage, types } from "./storage-args";

const own = "storage-documents";
const logs = "storage-access-logs";
const bucketName = "shop-production-documents-123456789012";
const logsName = "shop-production-access-logs-123456789012";

/** What is made of one name, in the order in which it is made. */
function chainOf({ resources }: Previewed, name: string): string[] {
  const parts = resources.filter((resource) => resource.name === name);
  const before = (resource: PreviewedResource) =>
    parts.filter(({ urn }) => resource.options.dependsOn.includes(urn));
  const depth = (resource: PreviewedResource): number =>
    Math.max(0, ...before(resource).map((each) => depth(each) + 1));
  return [...parts]
    .sort((one, other) => depth(one) - depth(other))
    .map((resource) => `${depth(resource)} ${resource.type.replace(/^.*:/, "")}`);
}

describe("Storage", () => {
  it("makes a bucket with all that protects it, and one for the access logs, of nothing said", async () => {
    const { resources } = await previewStorage(args);

    assert.deepEqual(
      resources.map(({ type, name }) => `${type} ${name}`),
      [
        `${types.bucket} ${logs}`,
        `${types.bucket} ${own}`,
        `${types.lifecycle} ${logs}`,
        `${types.lifecycle} ${own}`,
        `${types.logging} ${own}`,
        `${types.ownership} ${logs}`,
        `${types.ownership} ${own}`,
        `${types.policy} ${logs}`,
        `${types.policy} ${own}`,
        `${types.accessBlock} ${logs}`,
        `${types.accessBlock} ${own}`,
        `${types.encryption} ${logs}`,
        `${types.encryption} ${own}`,
        `${types.versioning} ${logs}`,
        `${types.versioning} ${own}`,
        "groundwork:platform:Storage storage",
      ],
    );
  });

  it("makes nothing of no buckets", async () => {
    const { resources } = await previewStorage({ ...args, buckets: {} });

    assert.deepEqual(
      resources.map(({ type }) => type),
      ["groundwork:platform:Storage"],
    );
  });

  it("takes an argument that is undefined for one left out", async () => {
    const nothing: StorageArgs = {
      ...args,
      disasterRecovery: undefined,
      accessLogs: undefined,
      deletionProtection: undefined,
      forceDestroy: undefined,
      buckets: {
        documents: {
          encryption: undefined,
          versioning: undefined,
          lifecycle: undefined,
          objectLock: undefined,
          replicate: undefined,
          replicationTimeControl: undefined,
          writers: undefined,
          cors: undefined,
          eventBridge: undefined,
          archiveTiers: undefined,
          inventory: undefined,
        },
      },
    };

    assert.deepEqual(
      (await previewStorage(nothing)).resources,
      (await previewStorage(args)).resources,
    );
  });

  it("names a bucket after prefix, label and account", async () => {
    const { inputs } = (await previewStorage(args)).one(types.bucket, own);

    assert.deepEqual(inputs, {
      bucket: bucketName,
      forceDestroy: false,
      region: "eu-west-1",
      tags: { Name: bucketName },
    });
  });

  it("stands in the region it is given, whatever that of the provider", async () => {
    const { resources } = await previewStorage({ ...args, region: "eu-central-1" });

    const regions = resources.map(({ inputs }) => inputs["region"]);
    assert.deepEqual([...new Set(regions)], ["eu-central-1"]);
  });

  it("tags the buckets, the only part of them that takes tags", async () => {
    const { resources } = await preview(() => {
      const tags = { Project: "shop" };
      const region = "eu-west-1";
      const provider = new aws.Provider("tagging", { region, defaultTags: { tags } });
      const features = { objectLock: { days: 1 }, eventBridge: true, inventory: "Daily" } as const;
      const documents = {
        ...features,
        cors: { app: { allowedOrigins: ["*"], allowedMethods: ["GET"] as const } },
        archiveTiers: { ARCHIVE_ACCESS: 90 },
      };
      new Storage("storage", { ...args, buckets: { documents } }, { providers: [provider] });
    });

    assert.deepEqual(
      resources
        .filter(({ inputs }) => "tagsAll" in inputs)
        .map(({ type, inputs }) => [type, inputs["tagsAll"]]),
      [
        [types.bucket, { Project: "shop", Name: logsName }],
        [types.bucket, { Project: "shop", Name: bucketName }],
      ],
    );
  });

  it("makes each configuration after the one before, the policy after the block of public access", async () => {
    const previewed = await previewStorage(args);

    assert.deepEqual(chainOf(previewed, own), [
      "0 Bucket",
      "1 BucketPublicAccessBlock",
      "2 BucketOwnershipControls",
      "3 BucketServerSideEncryptionConfiguration",
      "4 BucketVersioning",
      "5 BucketPolicy",
      "6 BucketLifecycleConfiguration",
      "7 BucketLogging",
    ]);
    assert.deepEqual(chainOf(previewed, logs), [
      "0 Bucket",
      "1 BucketPublicAccessBlock",
      "2 BucketOwnershipControls",
      "3 BucketServerSideEncryptionConfiguration",
      "4 BucketVersioning",
      "5 BucketPolicy",
      "6 BucketLifecycleConfiguration",
    ]);
  });

  it("ties each configuration to its bucket, whose name is known before it stands", async () => {
    const { resources, one } = await previewStorage(args);

    const configurations = resources.filter(
      ({ name, type }) => name === own && type !== types.bucket,
    );
    assert.equal(configurations.length, 7);
    for (const { type, inputs, propertyDependencies } of configurations) {
      assert.equal(inputs["bucket"], bucketName, type);
      assert.deepEqual(propertyDependencies["bucket"], [one(types.bucket, own).urn], type);
    }
  });

  it("blocks all public access", async () => {
    const { inputs } = (await previewStorage(args)).one(types.accessBlock, own);

    assert.deepEqual(inputs, {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      bucket: bucketName,
      ignorePublicAcls: true,
      region: "eu-west-1",
      restrictPublicBuckets: true,
    });
  });

  it("leaves access to IAM: no object has an ACL", async () => {
    const { inputs } = (await previewStorage(args)).one(types.ownership, own);

    assert.deepEqual(inputs["rule"], { objectOwnership: "BucketOwnerEnforced" });
  });

  describe("encryption", () => {
    it("is by the data key, asked for once for many objects", async () => {
      const { inputs } = (await previewStorage(args)).one(types.encryption, own);

      assert.deepEqual(inputs["rules"], [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: "aws:kms",
            kmsMasterKeyId: dataKeyArn,
          },
          bucketKeyEnabled: true,
          blockedEncryptionTypes: ["SSE-C"],
        },
      ]);
    });

    it("is by S3's own keys where asked for", async () => {
      const { one } = await previewDocuments({ encryption: "s3" });

      assert.deepEqual(one(types.encryption, own).inputs["rules"], [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" },
          bucketKeyEnabled: false,
          blockedEncryptionTypes: ["SSE-C"],
        },
      ]);
    });
  });

  describe("versioning", () => {
    const statusOf = ({ one }: Previewed) =>
      one(types.versioning, own).inputs["versioningConfiguration"];

    it("is on", async () => {
      assert.deepEqual(statusOf(await previewStorage(args)), { status: "Enabled" });
    });

    it("is suspended where it is not wanted, also in a bucket that had it", async () => {
      assert.deepEqual(statusOf(await previewDocuments({ versioning: false })), {
        status: "Suspended",
      });
    });
  });

  describe("lifecycle", () => {
    const rulesOf = async (lifecycle: StorageArgs["buckets"][string]["lifecycle"]) =>
      (await previewDocuments({ lifecycle })).one(types.lifecycle, own).inputs["rules"];
    const always = {
      id: "lifecycle",
      status: "Enabled",
      filter: { prefix: "" },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    };

    it("keeps objects, and noncurrent versions for 90 days", async () => {
      assert.deepEqual(await rulesOf({}), [
        {
          ...always,
          transitions: [],
          expiration: { expiredObjectDeleteMarker: true },
          noncurrentVersionTransitions: [],
          noncurrentVersionExpiration: { noncurrentDays: 90 },
        },
      ]);
    });

    it("moves and ends objects as it is told, in the order of the days", async () => {
      const lifecycle = {
        expirationDays: 2555,
        transitions: { DEEP_ARCHIVE: 180, STANDARD_IA: 30, GLACIER: 90, GLACIER_IR: undefined },
        noncurrentExpirationDays: 365,
        noncurrentTransitions: { GLACIER: 60, STANDARD_IA: 30 },
        noncurrentVersionsKept: 3,
      };

      assert.deepEqual(await rulesOf(lifecycle), [
        {
          ...always,
          transitions: [
            { storageClass: "STANDARD_IA", days: 30 },
            { storageClass: "GLACIER", days: 90 },
            { storageClass: "DEEP_ARCHIVE", days: 180 },
          ],
          expiration: { days: 2555 },
          noncurrentVersionTransitions: [
            { storageClass: "STANDARD_IA", noncurrentDays: 30, newerNoncurrentVersions: 3 },
            { storageClass: "GLACIER", noncurrentDays: 60, newerNoncurrentVersions: 3 },
          ],
          noncurrentVersionExpiration: { noncurrentDays: 365, newerNoncurrentVersions: 3 },
        },
      ]);
    });
  });

  describe("access logs", () => {
    it("go to a bucket beside, by source and day of the request", async () => {
      const { one } = await previewStorage(args);
      const { inputs, propertyDependencies, options } = one(types.logging, own);

      assert.deepEqual(inputs, {
        bucket: bucketName,
        region: "eu-west-1",
        targetBucket: logsName,
        targetPrefix: "requests/",
        targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
      });
      assert.deepEqual(propertyDependencies["targetBucket"], [one(types.bucket, logs).urn]);
      assert.ok(options.dependsOn.includes(one(types.lifecycle, logs).urn));
    });

    it("stand in a bucket that S3 can write to, and are kept for a year", async () => {
      const { one } = await previewStorage(args);

      assert.equal(one(types.bucket, logs).inputs["bucket"], logsName);
      assert.deepEqual(one(types.encryption, logs).inputs["rules"], [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" },
          bucketKeyEnabled: false,
          blockedEncryptionTypes: ["SSE-C"],
        },
      ]);
      const [rule] = one(types.lifecycle, logs).inputs["rules"] as Record<string, unknown>[];
      assert.deepEqual(rule?.["expiration"], { days: 365 });
    });

    it("are kept for as long as it is told", async () => {
      const { one } = await previewStorage({ ...args, accessLogs: { expirationDays: 30 } });

      const [rule] = one(types.lifecycle, logs).inputs["rules"] as Record<string, unknown>[];
      assert.deepEqual(rule?.["expiration"], { days: 30 });
    });

    it("of all buckets go to one", async () => {
      const { all } = await previewStorage({ ...args, buckets: { documents: {}, backups: {} } });

      assert.deepEqual(
        all(types.logging).map(({ name, inputs }) => [name, inputs["targetBucket"]]),
        [
          ["storage-backups", logsName],
          [own, logsName],
        ],
      );
    });
  });

  describe("deletion", () => {
    it("is refused for buckets, which stay in AWS with all that protects them if taken out", async () => {
      const { resources } = await previewStorage(args);

      assert.deepEqual(
        resources
          .filter(({ options }) => options.protect)
          .map(({ type, name }) => `${type} ${name}`),
        [`${types.bucket} ${logs}`, `${types.bucket} ${own}`],
      );
      assert.deepEqual(
        resources.filter(({ options }) => !options.retainOnDelete).map(({ type }) => type),
        ["groundwork:platform:Storage"],
      );
    });

    it("is let through when it is told so", async () => {
      const { resources } = await previewStorage({ ...args, deletionProtection: false });

      assert.deepEqual(
        resources.filter(({ options }) => options.protect || options.retainOnDelete),
        [],
      );
    });

    it("takes the objects along only when it is told so", async () => {
      const { all } = await previewStorage({ ...args, forceDestroy: true });

      assert.deepEqual(
        all(types.bucket).map(({ inputs }) => inputs["forceDestroy"]),
        [true, true],
      );
    });
  });

  describe("object lock", () => {
    it("is asked for when the bucket is made, once for all versions", async () => {
      const previewed = await previewDocuments({ objectLock: { days: 2555 } });

      assert.equal(previewed.one(types.bucket, own).inputs["objectLockEnabled"], true);
      assert.deepEqual(previewed.one(types.lock, own).inputs, {
        bucket: bucketName,
        objectLockEnabled: "Enabled",
        region: "eu-west-1",
        rule: { defaultRetention: { mode: "GOVERNANCE", days: 2555 } },
      });
      assert.equal(chainOf(previewed, own).at(-1), "8 BucketObjectLockConfiguration");
    });

    it("is for nobody to lift where asked for", async () => {
      const { one } = await previewDocuments({ objectLock: { mode: "COMPLIANCE", days: 1 } });

      assert.deepEqual(one(types.lock, own).inputs["rule"], {
        defaultRetention: { mode: "COMPLIANCE", days: 1 },
      });
    });
  });

  describe("features", () => {
    const all = {
      objectLock: { days: 30 },
      cors: {
        app: { allowedOrigins: ["https://app.example.com"], allowedMethods: ["GET", "PUT"] },
        docs: {
          allowedOrigins: ["*"],
          allowedMethods: ["GET"],
          allowedHeaders: ["x-amz-date"],
          exposedHeaders: ["etag"],
          maxAgeSeconds: 0,
        },
      },
      archiveTiers: { DEEP_ARCHIVE_ACCESS: 180, ARCHIVE_ACCESS: 90 },
      eventBridge: true,
      inventory: "Weekly",
    } as const;

    it("are made one after another, and go when they are no longer asked for", async () => {
      const previewed = await previewDocuments(all);

      assert.deepEqual(chainOf(previewed, own).slice(8), [
        "8 BucketObjectLockConfiguration",
        "9 BucketCorsConfiguration",
        "10 BucketIntelligentTieringConfiguration",
        "11 BucketNotification",
        "12 Inventory",
      ]);
      assert.deepEqual(
        previewed.resources
          .filter(({ name, options }) => name === own && !options.retainOnDelete)
          .map(({ type }) => type),
        [types.cors, types.tiering, types.notification, types.lock, types.inventory],
      );
    });

    it("let pages of other origins in by rules with names", async () => {
      const { one } = await previewDocuments(all);

      assert.deepEqual(one(types.cors, own).inputs["corsRules"], [
        {
          id: "app",
          allowedOrigins: ["https://app.example.com"],
          allowedMethods: ["GET", "PUT"],
          allowedHeaders: [],
          exposeHeaders: [],
          maxAgeSeconds: 3600,
        },
        {
          id: "docs",
          allowedOrigins: ["*"],
          allowedMethods: ["GET"],
          allowedHeaders: ["x-amz-date"],
          exposeHeaders: ["etag"],
          maxAgeSeconds: 0,
        },
      ]);
    });

    it("archive what nobody reads", async () => {
      const { one } = await previewDocuments(all);

      assert.deepEqual(one(types.tiering, own).inputs, {
        bucket: bucketName,
        name: "archive",
        region: "eu-west-1",
        status: "Enabled",
        tierings: [
          { accessTier: "ARCHIVE_ACCESS", days: 90 },
          { accessTier: "DEEP_ARCHIVE_ACCESS", days: 180 },
        ],
      });
    });

    it("archive nothing where no tier has days", async () => {
      const { all: find } = await previewDocuments({
        archiveTiers: { ARCHIVE_ACCESS: undefined },
      });

      assert.deepEqual(find(types.tiering), []);
    });

    it("tell EventBridge", async () => {
      const { one } = await previewDocuments(all);

      assert.equal(one(types.notification, own).inputs["eventbridge"], true);
    });

    it("list all versions beside the access logs", async () => {
      const { one } = await previewDocuments(all);
      const { inputs, options } = one(types.inventory, own);

      assert.deepEqual(inputs, {
        bucket: bucketName,
        destination: {
          bucket: {
            accountId: "123456789012",
            bucketArn: `arn:aws:s3:::${logsName}`,
            format: "Parquet",
            prefix: "inventories",
          },
        },
        enabled: true,
        includedObjectVersions: "All",
        name: "inventory",
        optionalFields: [
          "Size",
          "LastModifiedDate",
          "StorageClass",
          "EncryptionStatus",
          "ReplicationStatus",
        ],
        region: "eu-west-1",
        schedule: { frequency: "Weekly" },
      });
      assert.ok(options.dependsOn.includes(one(types.lifecycle, logs).urn));
    });
  });

  describe("outputs", () => {
    it("name and address each bucket, once all of it stands", async () => {
      const { one } = await preview((providers) => {
        const storage = new Storage("storage", args, { providers });
        const { bucketNames, bucketArns, replicaArns, logBucketName } = storage;
        const texts = { ...bucketNames, arn: bucketArns["documents"], logs: logBucketName };
        assert.deepEqual(replicaArns, {});
        for (const [name, text] of Object.entries(texts)) {
          new aws.sns.Topic(name, { displayName: text }, { provider: providers[0] });
        }
      });
      const shown = (name: string) => {
        const { inputs, propertyDependencies } = one("aws:sns/topic:Topic", name);
        return [inputs["displayName"], propertyDependencies["displayName"]];
      };

      const whole = [one(types.logging, own).urn];
      assert.deepEqual(shown("documents"), [bucketName, whole]);
      assert.deepEqual(shown("arn"), [`arn:aws:s3:::${bucketName}`, whole]);
      assert.deepEqual(shown("logs"), [logsName, [one(types.lifecycle, logs).urn]]);
    });

    it("name no bucket for access logs where there is none", async () => {
      await preview((providers) => {
        const { logBucketName, bucketNames } = new Storage(
          "storage",
          { ...args, buckets: {} },
          { providers },
        );
        assert.equal(logBucketName, undefined);
        assert.deepEqual(bucketNames, {});
      });
    });
  });
});
