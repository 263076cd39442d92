import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Storage } from "../../components/storage";
import type { StorageArgs } from "../../components/storage/args";
import { preview, type Previewed } from "../support/preview";
import { args, previewDocuments, previewStorage, replicated, types } from "./storage-args";

const own = "storage-documents";
const logs = "storage-access-logs";
const arn = "arn:aws:s3:::shop-production-documents-123456789012";
const logsArn = "arn:aws:s3:::shop-production-access-logs-123456789012";
const encryptionHeader = "s3:x-amz-server-side-encryption";

function statementsOf({ one }: Previewed, name = own): Record<string, unknown>[] {
  const text = String(one(types.policy, name).inputs["policy"]);
  const policy = JSON.parse(text) as { Version: string; Statement: Record<string, unknown>[] };
  assert.equal(policy.Version, "2012-10-17");
  return policy.Statement;
}

function sidsOf(previewed: Previewed, name = own): unknown[] {
  return statementsOf(previewed, name).map(({ Sid }) => Sid);
}

/** The statements that come with some writers. */
async function writtenBy(
  writers: StorageArgs["buckets"][string]["writers"],
  storageArgs: StorageArgs = args,
): Promise<unknown[]> {
  const previewed = await previewDocuments({ encryption: "s3", writers }, storageArgs);
  return statementsOf(previewed).slice(3);
}

describe("policy of a bucket", () => {
  it("refuses everybody without TLS, or with less than 1.2", async () => {
    const [withoutTls, oldTls] = statementsOf(await previewStorage(args));

    const everything = {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [arn, `${arn}/*`],
    };
    assert.deepEqual(withoutTls, {
      Sid: "RefuseWithoutTls",
      ...everything,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
    assert.deepEqual(oldTls, {
      Sid: "RefuseOldTls",
      ...everything,
      Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
    });
  });

  it("refuses uploads that ask for another encryption than by a key of account and region", async () => {
    const [, , encryption] = statementsOf(await previewStorage(args));

    assert.deepEqual(encryption, {
      Sid: "RefuseOtherEncryption",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:PutObject",
      Resource: `${arn}/*`,
      Condition: {
        Null: { [encryptionHeader]: "false" },
        StringNotLike: {
          [`${encryptionHeader}-aws-kms-key-id`]: "arn:aws:kms:eu-west-1:123456789012:key/*",
        },
      },
    });
  });

  it("refuses uploads that ask for another encryption than S3's own", async () => {
    const [, , encryption] = statementsOf(await previewDocuments({ encryption: "s3" }));

    assert.deepEqual(encryption?.["Condition"], {
      Null: { [encryptionHeader]: "false" },
      StringNotEquals: { [encryptionHeader]: "AES256" },
    });
  });

  it("allows nothing by itself, since access is IAM's", async () => {
    assert.deepEqual(sidsOf(await previewStorage(args)), [
      "RefuseWithoutTls",
      "RefuseOldTls",
      "RefuseOtherEncryption",
    ]);
  });

  it("is known before any key or bucket stands", async () => {
    const { one } = await preview((providers) => {
      const [provider] = providers;
      const key = new aws.kms.Key("data", {}, { provider });
      new Storage("storage", { ...args, dataKeyArn: key.arn }, { providers });
    });

    assert.equal(typeof one(types.policy, own).inputs["policy"], "string");
    const [rule] = one(types.encryption, own).inputs["rules"] as Record<string, unknown>[];
    assert.deepEqual(rule?.["applyServerSideEncryptionByDefault"], {
      sseAlgorithm: "aws:kms",
      kmsMasterKeyId: { $unknown: true },
    });
  });

  it("lets load balancers of account and region deliver their logs", async () => {
    assert.deepEqual(await writtenBy(["loadBalancerLogs"]), [
      {
        Sid: "LoadBalancerLogs",
        Effect: "Allow",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${arn}/AWSLogs/123456789012/*`,
        Condition: {
          ArnLike: {
            "aws:SourceArn": "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/*",
          },
        },
      },
    ]);
  });

  it("lets trails of account and region deliver their events", async () => {
    const trail = {
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
    };
    const from = {
      ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:123456789012:trail/*" },
    };

    assert.deepEqual(await writtenBy(["cloudTrail"]), [
      {
        Sid: "CloudTrailLooks",
        ...trail,
        Action: "s3:GetBucketAcl",
        Resource: arn,
        Condition: from,
      },
      {
        Sid: "CloudTrailWrites",
        ...trail,
        Action: "s3:PutObject",
        Resource: `${arn}/AWSLogs/123456789012/*`,
        Condition: {
          ...from,
          StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
        },
      },
    ]);
  });

  it("lets all that are said write, in their order", async () => {
    const previewed = await previewDocuments({
      encryption: "s3",
      writers: ["cloudTrail", "loadBalancerLogs"],
    });

    assert.deepEqual(sidsOf(previewed).slice(3), [
      "CloudTrailLooks",
      "CloudTrailWrites",
      "LoadBalancerLogs",
    ]);
  });

  it("speaks of the partition that the region belongs to", async () => {
    const china = { ...args, region: "cn-north-1" };
    const previewed = await previewDocuments({}, china);
    const [withoutTls, , encryption] = statementsOf(previewed);
    const [balancers] = (await writtenBy(["loadBalancerLogs"], china)) as {
      Condition: unknown;
    }[];

    const cn = arn.replace("arn:aws:", "arn:aws-cn:");
    assert.deepEqual(withoutTls?.["Resource"], [cn, `${cn}/*`]);
    assert.deepEqual((encryption?.["Condition"] as Record<string, unknown>)["StringNotLike"], {
      [`${encryptionHeader}-aws-kms-key-id`]: "arn:aws-cn:kms:cn-north-1:123456789012:key/*",
    });
    assert.deepEqual(balancers?.Condition, {
      ArnLike: {
        "aws:SourceArn": "arn:aws-cn:elasticloadbalancing:cn-north-1:123456789012:loadbalancer/*",
      },
    });
  });

  describe("with further statements", () => {
    const read = {
      Sid: "Cdn",
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: "s3:GetObject",
      Resource: `${arn}/*`,
    } as const;

    it("holds them beside its own", async () => {
      const previewed = await previewStorage({
        ...args,
        buckets: { ...args.buckets, backups: {} },
        policyStatements: { documents: [read] },
      });

      assert.deepEqual(statementsOf(previewed)[3], read);
      assert.equal(statementsOf(previewed).length, 4);
      assert.equal(statementsOf(previewed, "storage-backups").length, 3);
    });

    it("leaves them out of the replica's", async () => {
      const previewed = await previewStorage({
        ...replicated,
        policyStatements: { documents: [read] },
      });

      assert.equal(statementsOf(previewed).length, 4);
      assert.equal(statementsOf(previewed, `${own}-replica`).length, 3);
    });

    it("waits for what they speak of", async () => {
      const { one } = await preview((providers) => {
        const [provider] = providers;
        const topic = new aws.sns.Topic("cdn", {}, { provider });
        const statement = { ...read, Condition: { ArnEquals: { "aws:SourceArn": topic.arn } } };
        const policyStatements = { documents: [statement] };
        new Storage("storage", { ...args, policyStatements }, { providers });
      });
      const { inputs, propertyDependencies } = one(types.policy, own);

      assert.deepEqual(inputs["policy"], { $unknown: true });
      assert.deepEqual(propertyDependencies["policy"], [one("aws:sns/topic:Topic").urn]);
    });
  });

  describe("that holds access logs", () => {
    const requests = {
      Sid: "AccessLogs",
      Effect: "Allow",
      Action: "s3:PutObject",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Resource: `${logsArn}/requests/*`,
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": "arn:aws:s3:::shop-production-*" },
      },
    };

    it("lets S3 deliver those of the buckets beside it", async () => {
      const statements = statementsOf(await previewStorage(args), logs);

      assert.deepEqual(
        statements.slice(0, 3).map(({ Sid }) => Sid),
        ["RefuseWithoutTls", "RefuseOldTls", "RefuseOtherEncryption"],
      );
      assert.deepEqual(statements.slice(3), [requests]);
    });

    it("lets S3 deliver lists of objects where there are any", async () => {
      const statements = statementsOf(await previewDocuments({ inventory: "Daily" }), logs);

      assert.deepEqual(statements.slice(3), [
        requests,
        {
          Sid: "Inventories",
          Effect: "Allow",
          Action: "s3:PutObject",
          Principal: { Service: "s3.amazonaws.com" },
          Resource: `${logsArn}/inventories/*`,
          Condition: {
            StringEquals: {
              "aws:SourceAccount": "123456789012",
              "s3:x-amz-acl": "bucket-owner-full-control",
            },
            ArnLike: { "aws:SourceArn": "arn:aws:s3:::shop-production-*" },
          },
        },
      ]);
    });
  });
});
