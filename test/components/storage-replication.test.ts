import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Storage } from "../../components/storage";
import { preview, type PreviewedResource } from "../support/preview";
import {
  dataKeyArn,
  previewDocuments,
  previewStorage,
  replicaKeyArn,
  replicated,
  types,
} from "./storage-args";

const own = "storage-documents";
const replica = "storage-documents-replica";
const arn = "arn:aws:s3:::shop-production-documents-123456789012";
const replicaArn = "arn:aws:s3:::shop-production-documents-replica-123456789012";

type Data = Record<string, unknown>;

function ruleOf({ inputs }: PreviewedResource): Data {
  const rules = inputs["rules"] as Data[];
  assert.equal(rules.length, 1);
  return rules[0] ?? {};
}

function policyOf({ inputs }: PreviewedResource, property = "policy"): unknown {
  return JSON.parse(String(inputs[property]));
}

describe("replication of a bucket", () => {
  it("adds a replica with all that protects it, access logs of its own, a role and the copying", async () => {
    const { resources } = await previewStorage(replicated);

    const added = resources.filter(
      ({ name }) => name !== own && name !== "storage-access-logs" && name !== "storage",
    );
    assert.deepEqual(
      added.map(({ type, name }) => `${type} ${name}`),
      [
        `${types.role} ${own}-replication`,
        `${types.rolePolicy} ${own}-replication`,
        `${types.rolePolicy} ${own}-replication-keys`,
        ...[
          types.bucket,
          types.lifecycle,
          types.logging,
          types.ownership,
          types.policy,
          types.accessBlock,
          types.encryption,
          types.versioning,
        ].flatMap((type) => [
          ...(type === types.logging ? [] : [`${type} storage-access-logs-replica`]),
          `${type} ${replica}`,
        ]),
      ],
    );
    assert.equal(resources.filter(({ type }) => type === types.replication).length, 1);
  });

  it("is of the buckets that ask for it", async () => {
    const buckets = { documents: { replicate: true }, monitoring: {} };
    const { all } = await previewStorage({ ...replicated, buckets });

    assert.deepEqual(
      all(types.bucket).map(({ name }) => name),
      ["storage-access-logs", "storage-access-logs-replica", own, replica, "storage-monitoring"],
    );
    assert.deepEqual(
      all(types.replication).map(({ name }) => name),
      [own],
    );
  });

  it("makes nothing in the other region where no bucket asks for it", async () => {
    const { resources } = await previewDocuments({ replicate: false }, replicated);

    const regions = resources.map(({ inputs }) => inputs["region"]);
    assert.deepEqual([...new Set(regions)], ["eu-west-1"]);
  });

  it("copies all that is new, with what KMS encrypted and what was deleted, under the replica's key", async () => {
    const rule = ruleOf((await previewStorage(replicated)).one(types.replication));

    assert.deepEqual(rule, {
      id: "replica",
      status: "Enabled",
      filter: { prefix: "" },
      deleteMarkerReplication: { status: "Enabled" },
      sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
      destination: {
        bucket: replicaArn,
        encryptionConfiguration: { replicaKmsKeyId: replicaKeyArn },
        metrics: { status: "Enabled" },
      },
    });
  });

  it("copies what S3 encrypts with its own keys, without a word of keys", async () => {
    const { one, all } = await previewDocuments({ encryption: "s3" }, replicated);

    assert.deepEqual(ruleOf(one(types.replication)), {
      id: "replica",
      status: "Enabled",
      filter: { prefix: "" },
      deleteMarkerReplication: { status: "Enabled" },
      destination: { bucket: replicaArn, metrics: { status: "Enabled" } },
    });
    assert.deepEqual(
      all(types.rolePolicy).map(({ name }) => name),
      [`${own}-replication`],
    );
  });

  it("commits to 15 minutes, and says when it is late, where asked for", async () => {
    const { one } = await previewDocuments({ replicationTimeControl: true }, replicated);

    assert.deepEqual(ruleOf(one(types.replication))["destination"], {
      bucket: replicaArn,
      encryptionConfiguration: { replicaKmsKeyId: replicaKeyArn },
      replicationTime: { status: "Enabled", time: { minutes: 15 } },
      metrics: { status: "Enabled", eventThreshold: { minutes: 15 } },
    });
  });

  it("begins when both buckets stand and the role may copy", async () => {
    const { one } = await previewStorage(replicated);
    const { inputs, options, propertyDependencies } = one(types.replication);

    assert.equal(inputs["bucket"], "shop-production-documents-123456789012");
    assert.equal(inputs["region"], "eu-west-1");
    assert.deepEqual(propertyDependencies["bucket"], [one(types.bucket, own).urn]);
    assert.deepEqual(propertyDependencies["role"], [one(types.role).urn]);
    assert.deepEqual(propertyDependencies["rules"], [one(types.bucket, replica).urn]);
    const needs = [
      one(types.rolePolicy, `${own}-replication`),
      one(types.rolePolicy, `${own}-replication-keys`),
      one(types.logging, own),
      one(types.logging, replica),
    ];
    for (const { urn } of needs) assert.ok(options.dependsOn.includes(urn), urn);
  });

  it("ends when it is no longer asked for, while the replica stays", async () => {
    const { one } = await previewStorage(replicated);

    assert.equal(one(types.replication).options.retainOnDelete, false);
    assert.equal(one(types.bucket, replica).options.retainOnDelete, true);
    assert.equal(one(types.bucket, replica).options.protect, true);
  });

  describe("replica", () => {
    it("stands in the other region, under the key there, with versions, logged to a bucket there", async () => {
      const { resources, one } = await previewStorage(replicated);

      const there = resources.filter(
        ({ name, type }) => name.endsWith("-replica") && type !== types.role,
      );
      assert.equal(there.length, 15);
      for (const { type, inputs } of there) assert.equal(inputs["region"], "eu-central-1", type);
      const [rule] = one(types.encryption, replica).inputs["rules"] as Data[];
      assert.deepEqual(rule?.["applyServerSideEncryptionByDefault"], {
        sseAlgorithm: "aws:kms",
        kmsMasterKeyId: replicaKeyArn,
      });
      assert.deepEqual(one(types.versioning, replica).inputs["versioningConfiguration"], {
        status: "Enabled",
      });
      assert.equal(
        one(types.logging, replica).inputs["targetBucket"],
        "shop-production-access-logs-replica-123456789012",
      );
    });

    it("is as the bucket it copies, but for what AWS services write and tell there", async () => {
      const change = {
        encryption: "s3",
        objectLock: { days: 30 },
        lifecycle: { noncurrentExpirationDays: 7 },
        cors: { app: { allowedOrigins: ["*"], allowedMethods: ["GET"] } },
        archiveTiers: { ARCHIVE_ACCESS: 90 },
        writers: ["loadBalancerLogs"],
        eventBridge: true,
        inventory: "Daily",
      } as const;
      const { resources, one } = await previewDocuments(change, replicated);

      const typesOf = (of: string) =>
        resources.filter(({ name }) => name === of).map(({ type }) => type);
      const only: string[] = [types.notification, types.inventory, types.replication];
      assert.deepEqual(
        typesOf(replica),
        typesOf(own).filter((type) => !only.includes(type)),
      );
      assert.equal(typesOf(own).length, typesOf(replica).length + 3);
      for (const type of [
        types.lifecycle,
        types.lock,
        types.cors,
        types.tiering,
        types.encryption,
      ]) {
        const { inputs } = one(type, own);
        const { bucket, region, ...same } = one(type, replica).inputs;
        assert.deepEqual({ ...inputs, bucket, region }, { ...same, bucket, region }, type);
      }
      assert.equal(one(types.bucket, replica).inputs["objectLockEnabled"], true);
      assert.doesNotMatch(String(one(types.policy, replica).inputs["policy"]), /LoadBalancer/);
    });
  });

  describe("role", () => {
    it("is S3's", async () => {
      const { one } = await previewStorage(replicated);

      assert.deepEqual(policyOf(one(types.role), "assumeRolePolicy"), {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "s3.amazonaws.com" },
            Action: "sts:AssumeRole",
          },
        ],
      });
      assert.equal(
        one(types.role).inputs["description"],
        "Lets S3 copy the bucket shop-production-documents-123456789012 to shop-production-documents-replica-123456789012",
      );
    });

    const reading = [
      "s3:GetObjectVersionForReplication",
      "s3:GetObjectVersionAcl",
      "s3:GetObjectVersionTagging",
    ];

    it("reads versions of the one bucket and writes them to the other, which is known beforehand", async () => {
      const { one } = await previewStorage(replicated);
      const policy = one(types.rolePolicy, `${own}-replication`);

      assert.deepEqual(policyOf(policy), {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
            Resource: arn,
          },
          { Effect: "Allow", Action: reading, Resource: `${arn}/*` },
          {
            Effect: "Allow",
            Action: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
            Resource: `${replicaArn}/*`,
          },
        ],
      });
      assert.deepEqual(policy.propertyDependencies["role"], [one(types.role).urn]);
    });

    it("reads the locks of versions that have them", async () => {
      const { one } = await previewDocuments({ objectLock: { days: 30 } }, replicated);
      const { Statement } = policyOf(one(types.rolePolicy, `${own}-replication`)) as {
        Statement: Data[];
      };

      assert.deepEqual(Statement[1]?.["Action"], [
        ...reading,
        "s3:GetObjectRetention",
        "s3:GetObjectLegalHold",
      ]);
    });

    it("decrypts by the one key and encrypts by the other, through S3 and for these buckets only", async () => {
      const { one } = await previewStorage(replicated);
      const policy = one(types.rolePolicy, `${own}-replication-keys`);
      const through = (region: string, bucketArn: string) => ({
        StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
        StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/*`] },
      });

      assert.deepEqual(policyOf(policy), {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["kms:Decrypt"],
            Resource: dataKeyArn,
            Condition: through("eu-west-1", arn),
          },
          {
            Effect: "Allow",
            Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"],
            Resource: replicaKeyArn,
            Condition: through("eu-central-1", replicaArn),
          },
        ],
      });
      assert.deepEqual(policy.propertyDependencies["role"], [one(types.role).urn]);
    });

    it("speaks of the partition that the regions belong to", async () => {
      const { one } = await previewStorage({
        ...replicated,
        region: "cn-north-1",
        disasterRecovery: { region: "cn-northwest-1", keyArn: replicaKeyArn },
      });

      assert.match(
        String(one(types.rolePolicy, `${own}-replication-keys`).inputs["policy"]),
        /"s3\.cn-northwest-1\.amazonaws\.com\.cn"/,
      );
      assert.match(
        String(one(types.rolePolicy, `${own}-replication`).inputs["policy"]),
        /"arn:aws-cn:s3:::shop-production-documents-replica-123456789012\/\*"/,
      );
    });
  });

  it("hands out names and ARNs once it works, and those of the replicas", async () => {
    const { one } = await preview((providers) => {
      const storage = new Storage("storage", replicated, { providers });
      const texts = {
        name: storage.bucketNames["documents"],
        arn: storage.bucketArns["documents"],
        replica: storage.replicaArns["documents"],
      };
      for (const [name, text] of Object.entries(texts)) {
        new aws.sns.Topic(name, { displayName: text }, { provider: providers[0] });
      }
    });
    const shown = (name: string) => {
      const { inputs, propertyDependencies } = one("aws:sns/topic:Topic", name);
      return [inputs["displayName"], propertyDependencies["displayName"]];
    };

    const whole = [one(types.replication).urn];
    assert.deepEqual(shown("name"), ["shop-production-documents-123456789012", whole]);
    assert.deepEqual(shown("arn"), [arn, whole]);
    assert.deepEqual(shown("replica"), [replicaArn, [one(types.logging, replica).urn]]);
  });
});
