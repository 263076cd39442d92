import assert from "node:assert/strict";
import { packName, rules } from "../../policies/pack";
import { accepts } from "../../policies/setting";

describe("the pack", () => {
  it("is called groundwork", () => {
    assert.equal(packName, "groundwork");
  });

  it("has these rules, each once, sorted by id", () => {
    assert.deepEqual(
      rules.map(({ id }) => id),
      [
        "broker-authenticated",
        "broker-cluster-tls",
        "broker-customer-key",
        "broker-logs-delivered",
        "broker-monitored",
        "broker-private",
        "broker-scram-secret-valid",
        "broker-tls-only",
        "broker-topics-durable",
        "broker-zones",
        "bucket-access-logged",
        "bucket-acls-disabled",
        "bucket-encrypted-by-customer-key",
        "bucket-kept",
        "bucket-lifecycle-set",
        "bucket-objects-locked",
        "bucket-policy-private",
        "bucket-public-access-blocked",
        "bucket-replicated",
        "bucket-tls-only",
        "bucket-versioned",
        "cache-authenticated",
        "cache-customer-key",
        "cache-encrypted",
        "cache-failover-automatic",
        "cache-final-snapshot",
        "cache-logs-delivered",
        "cache-minor-upgrades-automatic",
        "cache-multi-az",
        "cache-snapshots-kept",
        "cache-subnet-group-own",
        "cache-tls-required",
        "cluster-access-by-entries",
        "cluster-access-by-roles",
        "cluster-deletion-protected",
        "cluster-endpoint-limited",
        "cluster-endpoint-private",
        "cluster-logs-delivered",
        "cluster-nodes-spread",
        "cluster-secrets-encrypted",
        "cluster-support-standard",
        "cluster-version-supported",
        "database-backups-kept",
        "database-certificate-current",
        "database-customer-key",
        "database-deletion-protected",
        "database-encrypted",
        "database-final-snapshot",
        "database-iam-authentication",
        "database-insights-encrypted",
        "database-logs-exported",
        "database-minor-upgrades-automatic",
        "database-monitored",
        "database-multi-az",
        "database-parameter-group-own",
        "database-password-kept-out",
        "database-private",
        "database-proxy-tls",
        "database-queries-logged",
        "database-replica-encrypted",
        "database-snapshot-encrypted",
        "database-snapshot-private",
        "database-tags-copied-to-snapshots",
        "database-tls-forced",
        "database-version-supported",
        "generated-secret-strong",
        "iam-administrator-detached",
        "iam-policy-limited",
        "iam-role-trust-limited",
        "iam-users-absent",
        "key-deletion-delayed",
        "key-policy-limited",
        "key-rotated",
        "launch-template-metadata-protected",
        "launch-template-private",
        "launch-template-volumes-encrypted",
        "log-group-customer-key",
        "log-group-retention-set",
        "network-acl-limited",
        "network-default-security-group-closed",
        "network-dns-logged",
        "network-flow-logged",
        "network-nat-per-zone",
        "network-subnet-private",
        "node-group-private",
        "node-group-ssh-limited",
        "parameter-encrypted",
        "queue-encrypted",
        "queue-policy-private",
        "secret-customer-key",
        "secret-described",
        "secret-policy-private",
        "secret-recoverable",
        "secret-rotated",
        "secret-strong",
        "secret-values-encrypted",
        "security-group-described",
        "security-group-egress-limited",
        "security-group-ingress-limited",
        "topic-encrypted",
        "topic-policy-private",
      ],
    );
  });

  it("has rules that say what, why and how in whole sentences", () => {
    for (const { id, requires, why, fix } of rules) {
      for (const text of [requires, why, fix]) assert.match(text, /^[A-Z].*\.$|^[A-Z].*\)\.$/, id);
    }
  });

  it("has rules that name the types they judge", () => {
    for (const { id, types } of rules) {
      assert.ok(types.length > 0, id);
      for (const type of types) assert.match(type, /^[a-z]+:[A-Za-z0-9/.]+:[A-Z][A-Za-z0-9]+$/, id);
    }
  });

  it("has rules whose defaults the rules themselves accept", () => {
    for (const { id, settings } of rules) {
      for (const setting of Object.values(settings)) {
        assert.ok(accepts(setting, setting.default), id);
      }
    }
  });
});
