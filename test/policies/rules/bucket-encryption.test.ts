import assert from "node:assert/strict";
import {
  bucketEncryptedByCustomerKey,
  bucketTlsOnly,
} from "../../../policies/rules/bucket-encryption";
import { resource, type Resource, unknown } from "../kit";
import {
  about,
  balancerTo,
  bucket,
  current,
  former,
  loggingOf,
  verdictsOf,
  waitsFor,
  without,
} from "./buckets";

const documents = bucket();

describe("bucket-encrypted-by-customer-key", () => {
  const type =
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
  const path = `${type} "documents": rules[0].applyServerSideEncryptionByDefault`;
  const verdicts = (...stack: readonly Resource[]): Promise<unknown> =>
    verdictsOf(bucketEncryptedByCustomerKey, stack);
  const byDefault = (encryption: unknown): unknown => [
    { applyServerSideEncryptionByDefault: encryption, bucketKeyEnabled: true },
  ];
  const encrypted = (encryption: unknown): Resource =>
    about(documents, type, { rules: byDefault(encryption) });
  const own = { sseAlgorithm: "aws:kms", kmsMasterKeyId: unknown };

  for (const sseAlgorithm of ["aws:kms", "aws:kms:dsse"]) {
    it(`passes a key of one's own by ${sseAlgorithm}`, async () => {
      assert.deepEqual(await verdicts(documents, encrypted({ ...own, sseAlgorithm })), {
        documents: "pass",
      });
    });
  }

  it("passes the same by the former token", async () => {
    const formerType =
      "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
    const encryption = about(documents, formerType, { rules: byDefault(own) });
    assert.deepEqual(await verdicts(documents, encryption), { documents: "pass" });
  });

  it("fails when nothing is said, for S3 takes its own keys then", async () => {
    assert.deepEqual(await verdicts(documents), { documents: without(type) });
  });

  it("fails when the keys are S3's own", async () => {
    assert.deepEqual(await verdicts(documents, encrypted({ sseAlgorithm: "AES256" })), {
      documents: [
        "fail",
        `${path}.kmsMasterKeyId must be set\n${path}.sseAlgorithm must be aws:kms or aws:kms:dsse, got "AES256"`,
      ],
    });
  });

  it("fails when the key is the one that AWS manages", async () => {
    const managed = encrypted({ ...own, kmsMasterKeyId: "alias/aws/s3" });
    assert.deepEqual(await verdicts(documents, managed), {
      documents: ["fail", `${path}.kmsMasterKeyId must be a key of your own, got "alias/aws/s3"`],
    });
  });

  it("fails when there is no rule", async () => {
    assert.deepEqual(await verdicts(documents, about(documents, type, { rules: [] })), {
      documents: ["fail", `${type} "documents": rules must not be empty`],
    });
  });

  it("is undecided while the algorithm is not known", async () => {
    assert.deepEqual(await verdicts(documents, encrypted({ ...own, sseAlgorithm: unknown })), {
      documents: waitsFor(`${path}.sseAlgorithm`),
    });
  });

  it("passes a bucket that says so itself, in either generation", async () => {
    const rule = { applyServerSideEncryptionByDefault: own };
    const one = bucket("one", { serverSideEncryptionConfiguration: { rule } }, current);
    const rules = [{ applyServerSideEncryptionByDefaults: [own] }];
    const two = bucket("two", { serverSideEncryptionConfigurations: [{ rules }] }, former);
    assert.deepEqual(await verdicts(one, two), { one: "pass", two: "pass" });
  });

  const reason = [
    "notApplicable",
    "S3 and load balancers write logs to buckets that S3's own keys encrypt",
  ];
  const logs = bucket("logs");

  it("does not apply to a bucket that holds the access logs of another one", async () => {
    const stack = [documents, encrypted(own), logs, loggingOf(documents, logs)];
    assert.deepEqual(await verdicts(...stack), { documents: "pass", logs: reason });
  });

  it("does not apply to one that another bucket names for its logs itself", async () => {
    const one = bucket("one", { logging: { targetBucket: "shop-logs" } }, current);
    assert.deepEqual(await verdicts(logs, one), { logs: reason, one: without(type) });
    const two = bucket("two", { loggings: [{ targetBucket: "shop-logs" }] }, former);
    assert.deepEqual(await verdicts(logs, two), { logs: reason, two: without(type) });
  });

  for (const name of ["lb", "alb", "elb"]) {
    it(`does not apply to a bucket that a load balancer of ${name} logs to`, async () => {
      const balancer = balancerTo(logs, `aws:${name}/loadBalancer:LoadBalancer`);
      assert.deepEqual(await verdicts(logs, balancer), { logs: reason });
    });
  }

  for (const input of ["connectionLogs", "healthCheckLogs"]) {
    it(`does not apply to a bucket of ${input}`, async () => {
      const inputs = { [input]: { bucket: "shop-logs", enabled: true } };
      const balancer = resource("aws:lb/loadBalancer:LoadBalancer", inputs);
      assert.deepEqual(await verdicts(logs, balancer), { logs: reason });
    });
  }

  it("fails when a bucket holds no logs but its own", async () => {
    assert.deepEqual(await verdicts(logs, loggingOf(logs, logs)), { logs: without(type) });
    const itself = bucket("logs", { logging: { targetBucket: "shop-logs" } });
    assert.deepEqual(await verdicts(itself), { logs: without(type) });
  });

  it("is undecided while a load balancer may log to it", async () => {
    const balancer = balancerTo(resource("aws:ssm/parameter:Parameter", {}));
    assert.deepEqual(await verdicts(logs, balancer), {
      logs: waitsFor('accessLogs.bucket of aws:lb/loadBalancer:LoadBalancer "public"'),
    });
  });
});

describe("bucket-tls-only", () => {
  const type = "aws:s3/bucketPolicy:BucketPolicy";
  const verdicts = (...stack: readonly Resource[]): Promise<unknown> =>
    verdictsOf(bucketTlsOnly, stack);
  const arn = "arn:aws:s3:::shop-documents";
  const policy = JSON.stringify({
    Statement: {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [arn, `${arn}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  });

  it("passes a bucket whose policy refuses others", async () => {
    assert.deepEqual(await verdicts(documents, about(documents, type, { policy })), {
      documents: "pass",
    });
  });

  for (const bucketType of [current, former]) {
    it(`passes an ${bucketType} that has the policy itself`, async () => {
      assert.deepEqual(await verdicts(bucket("documents", { policy }, bucketType)), {
        documents: "pass",
      });
    });
  }

  it("fails when there is no policy", async () => {
    assert.deepEqual(await verdicts(documents), { documents: without(type) });
  });

  it("fails when the policy does not", async () => {
    const open = about(documents, type, { policy: JSON.stringify({ Statement: [] }) });
    assert.deepEqual(await verdicts(documents, open), {
      documents: [
        "fail",
        `${type} "documents": policy must refuse every request without TLS, but does not`,
      ],
    });
  });

  it("fails when the policy is no JSON", async () => {
    assert.deepEqual(await verdicts(documents, about(documents, type, { policy: "{" })), {
      documents: ["fail", `${type} "documents": policy must be JSON, got "{"`],
    });
  });

  it("is undecided while the policy is not known", async () => {
    assert.deepEqual(await verdicts(documents, about(documents, type, { policy: unknown })), {
      documents: waitsFor(`${type} "documents": policy`),
    });
  });
});
