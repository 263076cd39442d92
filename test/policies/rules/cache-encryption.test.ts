import {
  cacheCustomerKey,
  cacheEncrypted,
  cacheTlsRequired,
} from "../../../policies/rules/cache-encryption";
import { unknown } from "../kit";
import { suite } from "../suite";

const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const cluster = "aws:elasticache/cluster:Cluster";
const serverless = "aws:elasticache/serverlessCache:ServerlessCache";
const key = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const secondary = { globalReplicationGroupId: "ldgnf-shop" };
const inherited = "a secondary of a global datastore has it from its primary";
const judgedAsGroup = "its replication group is judged in its place";

describe("cache-encrypted, on Redis", () => {
  const rule = suite(cacheEncrypted, group, { engine: "redis", atRestEncryptionEnabled: true });
  rule.passes("passes an encrypted group", {});
  rule.passes("passes one whose switch is a text, as the provider's schema has it", {
    atRestEncryptionEnabled: "true",
  });
  rule.fails(
    "fails when it is not encrypted",
    { atRestEncryptionEnabled: false },
    "atRestEncryptionEnabled must be true, got false",
  );
  rule.fails(
    "fails when nothing is said, for AWS does not encrypt Redis then",
    { atRestEncryptionEnabled: undefined },
    "atRestEncryptionEnabled must be true, but is not set",
  );
  rule.fails(
    "fails when not even the engine is said, which is Redis then",
    { engine: undefined, atRestEncryptionEnabled: undefined },
    "atRestEncryptionEnabled must be true, but is not set",
  );
  rule.isUndecided(
    "is undecided while the switch is not known",
    { atRestEncryptionEnabled: unknown },
    "atRestEncryptionEnabled",
  );
  rule.isUndecided(
    "is undecided when nothing is said while the engine is not known",
    { engine: unknown, atRestEncryptionEnabled: undefined },
    "engine",
  );
  rule.fails(
    "fails when it is not encrypted, whatever the engine",
    { engine: unknown, atRestEncryptionEnabled: false },
    "atRestEncryptionEnabled must be true, got false",
  );
  rule.doesNotApply(
    "does not apply to a secondary, which AWS lets say nothing",
    { ...secondary, atRestEncryptionEnabled: undefined },
    inherited,
  );
});

describe("cache-encrypted, on Valkey", () => {
  const rule = suite(cacheEncrypted, group, { engine: "valkey" });
  rule.passes("passes when nothing is said, for AWS encrypts Valkey then", {});
  rule.fails(
    "fails when it is switched off",
    { atRestEncryptionEnabled: "false" },
    'atRestEncryptionEnabled must be true, got "false"',
  );
});

describe("cache-encrypted, on a cluster", () => {
  const rule = suite(cacheEncrypted, cluster, { engine: "redis" });
  rule.fails(
    "fails when Redis is not in a replication group",
    {},
    "replicationGroupId must be set: AWS does not encrypt a cluster that is alone",
  );
  rule.doesNotApply(
    "does not apply to a node of a group",
    { replicationGroupId: unknown },
    judgedAsGroup,
  );
  rule.doesNotApply(
    "does not apply to Memcached",
    { engine: "memcached" },
    "Memcached keeps nothing on disk",
  );
  rule.isUndecided("is undecided while the engine is not known", { engine: unknown }, "engine");
});

for (const type of [group, serverless]) {
  describe(`cache-customer-key, on ${type}`, () => {
    const rule = suite(cacheCustomerKey, type, { kmsKeyId: key });
    rule.passes("passes a key of one's own", {});
    rule.passes("passes a key that is not known yet", { kmsKeyId: unknown });
    rule.fails("fails when no key is named", { kmsKeyId: undefined }, "kmsKeyId must be set");
    rule.fails(
      "fails when the key is the one that AWS manages",
      { kmsKeyId: "alias/aws/elasticache" },
      'kmsKeyId must be a key of your own, got "alias/aws/elasticache"',
    );
  });
}

describe("cache-tls-required, on a replication group", () => {
  const rule = suite(cacheTlsRequired, group, {
    transitEncryptionEnabled: true,
    transitEncryptionMode: "required",
  });
  rule.passes("passes a group that refuses others", {});
  rule.passes("passes when no mode is said, for AWS requires TLS then", {
    transitEncryptionMode: undefined,
  });
  rule.fails(
    "fails when TLS is off",
    { transitEncryptionEnabled: false, transitEncryptionMode: undefined },
    "transitEncryptionEnabled must be true, got false",
  );
  rule.fails(
    "fails when nothing is said",
    { transitEncryptionEnabled: undefined, transitEncryptionMode: undefined },
    "transitEncryptionEnabled must be true, but is not set",
  );
  rule.fails(
    "fails when clients may go without",
    { transitEncryptionMode: "preferred" },
    'transitEncryptionMode must be "required", got "preferred"',
  );
  rule.isUndecided(
    "is undecided while neither is known",
    { transitEncryptionEnabled: unknown, transitEncryptionMode: unknown },
    "transitEncryptionEnabled",
    "transitEncryptionMode",
  );
  rule.doesNotApply(
    "does not apply to a secondary, which AWS lets say nothing",
    { ...secondary, transitEncryptionEnabled: undefined, transitEncryptionMode: undefined },
    inherited,
  );
});

describe("cache-tls-required, on a cluster", () => {
  const rule = suite(cacheTlsRequired, cluster, {
    engine: "memcached",
    transitEncryptionEnabled: true,
  });
  rule.passes("passes Memcached with TLS", {});
  rule.fails(
    "fails when Memcached goes without",
    { transitEncryptionEnabled: undefined },
    "transitEncryptionEnabled must be true, but is not set",
  );
  rule.fails(
    "fails when Redis stands alone, which AWS gives no TLS",
    { engine: "redis", transitEncryptionEnabled: undefined },
    "transitEncryptionEnabled must be true, but is not set",
  );
  rule.doesNotApply(
    "does not apply to a node of a group",
    { replicationGroupId: "shop", transitEncryptionEnabled: undefined },
    judgedAsGroup,
  );
});
