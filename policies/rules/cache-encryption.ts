import { all, fail, type Judgement, pass } from "../judgement";
import { given, must, mustBe } from "../must";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import {
  cluster,
  replicationGroup,
  serverlessCache,
  unlessMember,
  unlessMemcached,
  unlessSecondary,
} from "./cache-kind";
import { mustBeCustomerKey } from "./customer-key";

export const cacheEncrypted = resourceRule({
  id: "cache-encrypted",
  requires: "ElastiCache encrypts what Redis and Valkey keep on disk.",
  why: "Without it whoever gets hold of a snapshot, or of what a node swaps out, reads sessions and personal data. It cannot be switched on later: that takes a new cache.",
  fix: "Set atRestEncryptionEnabled of the replication group to true; make one of a Redis cluster that stands alone, which AWS cannot encrypt.",
  severity: "high",
  standards: { securityHub: ["ElastiCache.4"], checkov: ["CKV_AWS_29"] },
  types: [replicationGroup, cluster],
  exemptible: true,
  check: (cache) =>
    cache.type === cluster
      ? unlessMember(cache, unlessMemcached(cache, "Memcached keeps nothing on disk", alone))
      : unlessSecondary(cache, mustEncrypt(cache)),
});

const alone = fail("replicationGroupId must be set: AWS does not encrypt a cluster that is alone");

/** AWS encrypts Valkey unless told not to, Redis only when told to. */
function mustEncrypt(group: Subject): Judgement {
  const encrypted = group.at("atRestEncryptionEnabled");
  const engine = group.at("engine");
  const judgement = must(encrypted, "be true", (value) => value === true || value === "true");
  if (encrypted.isSet) return judgement;
  return engine.value === "valkey" ? pass : given(engine, judgement);
}

export const cacheCustomerKey = resourceRule({
  id: "cache-customer-key",
  requires: "ElastiCache encrypts with a KMS key of the account's own.",
  why: "The key that AWS manages grants every principal of the account and cannot be withdrawn.",
  fix: "Set kmsKeyId to the ARN of an aws.kms.Key; it cannot be changed later without a new cache.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_191"] },
  types: [replicationGroup, serverlessCache],
  exemptible: true,
  check: (cache) => mustBeCustomerKey(cache.at("kmsKeyId")),
});

export const cacheTlsRequired = resourceRule({
  id: "cache-tls-required",
  requires: "ElastiCache refuses connections without TLS.",
  why: "Otherwise a client that is set up wrongly sends its password and the data in the clear, and nobody notices.",
  fix: 'Set transitEncryptionEnabled to true, and transitEncryptionMode to "required" once every client speaks TLS.',
  severity: "high",
  standards: { securityHub: ["ElastiCache.5"], checkov: ["CKV_AWS_30"] },
  types: [replicationGroup, cluster],
  exemptible: true,
  check: (cache) => {
    const enabled = mustBe(cache.at("transitEncryptionEnabled"), true);
    if (cache.type === cluster) return unlessMember(cache, enabled);
    return unlessSecondary(cache, all(enabled, mustBeRequired(cache)));
  },
});

/** AWS takes "required" where nothing is said. */
function mustBeRequired(group: Subject): Judgement {
  return must(
    group.at("transitEncryptionMode"),
    'be "required"',
    (value) => value === undefined || value === "required",
  );
}
