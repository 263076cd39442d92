import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import {
  databaseCustomerKey,
  databaseEncrypted,
  databaseReplicaEncrypted,
} from "../../../policies/rules/database-encryption";
import { judge, resource, type Resource, root, unknown } from "../kit";
import { suite } from "../suite";

const key = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";

for (const type of ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"]) {
  describe(`database-encrypted, on ${type}`, () => {
    const rule = suite(databaseEncrypted, type, { storageEncrypted: true });
    rule.passes("passes encrypted storage", {});
    rule.fails(
      "fails when storage is not encrypted",
      { storageEncrypted: false },
      "storageEncrypted must be true, got false",
    );
    rule.fails(
      "fails when nothing is said, for AWS encrypts nothing then",
      { storageEncrypted: undefined },
      "storageEncrypted must be true, but is not set",
    );
    rule.fails(
      "fails when the value is no boolean",
      { storageEncrypted: "true" },
      'storageEncrypted must be true, got "true"',
    );
    rule.isUndecided(
      "is undecided while the value is not known",
      { storageEncrypted: unknown },
      "storageEncrypted",
    );
  });

  describe(`database-customer-key, on ${type}`, () => {
    const rule = suite(databaseCustomerKey, type, { storageEncrypted: true, kmsKeyId: key });
    rule.passes("passes a key of one's own", {});
    rule.passes("passes a key that is not known yet", { kmsKeyId: unknown });
    rule.fails("fails when no key is named", { kmsKeyId: undefined }, "kmsKeyId must be set");
    rule.fails("fails when the key is null", { kmsKeyId: null }, "kmsKeyId must be set");
    rule.fails(
      "fails when the key is the one that AWS manages",
      { kmsKeyId: "alias/aws/rds" },
      'kmsKeyId must be a key of your own, got "alias/aws/rds"',
    );
    rule.fails(
      "fails when it is so by its ARN",
      { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:alias/aws/rds" },
      'kmsKeyId must be a key of your own, got "arn:aws:kms:eu-west-1:123456789012:alias/aws/rds"',
    );
  });
}

describe("database-encrypted, on a replica", () => {
  const rule = suite(databaseEncrypted, "aws:rds/instance:Instance", { replicateSourceDb: "main" });
  const inherits = "a replica that does not say is encrypted as its source is";
  rule.doesNotApply("leaves a replica to the judgement of its source", {}, inherits);
  rule.doesNotApply(
    "does so while the source is not known",
    { replicateSourceDb: unknown },
    inherits,
  );
  rule.passes("passes a replica that says it is encrypted", { storageEncrypted: true });
  rule.fails(
    "fails when a replica says it is not encrypted",
    { storageEncrypted: false },
    "storageEncrypted must be true, got false",
  );
  rule.doesNotApply(
    "takes the key that a replica names for encryption",
    { kmsKeyId: key },
    inherits,
  );
});

describe("database-customer-key, on a replica", () => {
  const rule = suite(databaseCustomerKey, "aws:rds/instance:Instance", {
    replicateSourceDb: "main",
  });
  rule.doesNotApply(
    "leaves a replica to the judgement of its source",
    {},
    "a replica that does not say is encrypted as its source is",
  );
  rule.passes("passes a replica with a key of its region", { kmsKeyId: key });
  rule.doesNotApply(
    "does so where the replica says that it is encrypted",
    { storageEncrypted: true },
    "a replica that does not say is encrypted as its source is",
  );
});

describe("database-replica-encrypted", () => {
  const type = "aws:rds/instance:Instance";
  const source = (inputs: Data): Resource =>
    resource(type, { identifier: "orders", ...inputs }, { name: "main" });
  const verdictOn = async (replica: Resource, ...stack: readonly Resource[]): Promise<unknown> => {
    const { verdicts } = await judge([databaseReplicaEncrypted], [root, ...stack, replica]);
    const found = verdicts.find(({ urn }) => urn === replica.urn);
    return [found?.verdict, found?.message];
  };
  const named = (replicateSourceDb: unknown): Resource =>
    resource(type, { replicateSourceDb }, { name: "replica" });

  it("passes a replica of an encrypted instance whose name is not known yet", async () => {
    const main = source({ storageEncrypted: true });
    const replica = { ...named(unknown), dependencies: { replicateSourceDb: [main] } };
    assert.deepEqual(await verdictOn(replica, main), ["pass", undefined]);
  });

  for (const reference of ["orders", "arn:aws:rds:eu-west-1:123456789012:db:orders"]) {
    it(`passes a replica that names an encrypted instance as ${reference}`, async () => {
      const main = source({ storageEncrypted: true });
      assert.deepEqual(await verdictOn(named(reference), main), ["pass", undefined]);
    });
  }

  it("fails when the source is not encrypted", async () => {
    assert.deepEqual(await verdictOn(named("orders"), source({})), [
      "fail",
      `${type} "main": storageEncrypted must be true, but is not set`,
    ]);
  });

  it("is undecided while it is not known whether the source is encrypted", async () => {
    assert.deepEqual(await verdictOn(named("orders"), source({ storageEncrypted: unknown })), [
      "undecided",
      `not known until deployed: ${type} "main": storageEncrypted`,
    ]);
  });

  it("passes a replica of a replica, which is judged by its own source", async () => {
    const middle = source({ replicateSourceDb: "first" });
    assert.deepEqual(await verdictOn(named("orders"), middle), ["pass", undefined]);
  });

  it("is undecided when the source is made elsewhere", async () => {
    assert.deepEqual(await verdictOn(named("payments"), source({})), [
      "undecided",
      "not known until deployed: the encryption of the database that replicateSourceDb names",
    ]);
  });

  it("fails when the source of a cluster is not encrypted", async () => {
    const cluster = "aws:rds/cluster:Cluster";
    const main = resource(cluster, { clusterIdentifier: "orders" }, { name: "main" });
    const replica = resource(
      cluster,
      { replicationSourceIdentifier: "orders" },
      { name: "replica" },
    );
    assert.deepEqual(await verdictOn(replica, main), [
      "fail",
      `${cluster} "main": storageEncrypted must be true, but is not set`,
    ]);
  });

  it("does not apply to what is no replica", async () => {
    assert.deepEqual(await verdictOn(source({})), ["notApplicable", "it is no replica"]);
  });
});
