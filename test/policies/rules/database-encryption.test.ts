import {
  databaseCustomerKey,
  databaseEncrypted,
} from "../../../policies/rules/database-encryption";
import { unknown } from "../kit";
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
