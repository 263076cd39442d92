import { keyDeletionDelayed, keyPolicyLimited, keyRotated } from "../../../policies/rules/key";
import { unknown } from "../kit";
import { suite } from "../suite";

describe("key-rotated", () => {
  const rule = suite(keyRotated, "aws:kms/key:Key", { enableKeyRotation: true });
  const asymmetric = "AWS does not rotate asymmetric and HMAC keys";
  rule.passes("passes a key that AWS rotates", {});
  rule.passes("passes a symmetric key that says so", {
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
  });
  rule.fails(
    "fails when it is not rotated",
    { enableKeyRotation: false },
    "enableKeyRotation must be true, got false",
  );
  rule.fails(
    "fails when nothing is said",
    { enableKeyRotation: undefined },
    "enableKeyRotation must be true, but is not set",
  );
  rule.isUndecided(
    "is undecided while that is not known",
    { enableKeyRotation: unknown },
    "enableKeyRotation",
  );
  rule.doesNotApply(
    "does not apply to an asymmetric key",
    { enableKeyRotation: false, customerMasterKeySpec: "RSA_4096" },
    asymmetric,
  );
  rule.doesNotApply(
    "does not apply to a key that signs",
    { enableKeyRotation: false, keyUsage: "GENERATE_VERIFY_MAC" },
    asymmetric,
  );
  rule.doesNotApply(
    "does not apply to a key in a custom key store",
    { enableKeyRotation: false, customKeyStoreId: unknown },
    "AWS does not rotate keys in a custom key store",
  );
  rule.isUndecided(
    "is undecided on a key not rotated that may be asymmetric",
    { enableKeyRotation: false, customerMasterKeySpec: unknown },
    "customerMasterKeySpec",
  );
  rule.passes("passes a rotated key of whatever kind", { keyUsage: unknown });
});

for (const type of [
  "aws:kms/key:Key",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
]) {
  describe(`key-deletion-delayed, on ${type}`, () => {
    const settings = { minimumDays: 30 };
    const rule = suite(keyDeletionDelayed, type, { deletionWindowInDays: 30 }, settings);
    rule.passes("passes 30 days", {});
    rule.passes("passes when nothing is said, for AWS takes 30 then", {
      deletionWindowInDays: undefined,
    });
    rule.fails(
      "fails when it is less",
      { deletionWindowInDays: 7 },
      "deletionWindowInDays must be at least 30 days, got 7",
    );
    rule.isUndecided(
      "is undecided while the days are not known",
      { deletionWindowInDays: unknown },
      "deletionWindowInDays",
    );
  });
}

describe("key-deletion-delayed, by default", () => {
  suite(keyDeletionDelayed, "aws:kms/key:Key", { deletionWindowInDays: 7 }).passes(
    "passes the least that AWS allows",
    {},
  );
});

for (const type of [
  "aws:kms/key:Key",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
  "aws:kms/keyPolicy:KeyPolicy",
]) {
  describe(`key-policy-limited, on ${type}`, () => {
    const policyFor = (statement: object): string =>
      JSON.stringify({ Statement: [{ Effect: "Allow", Action: "kms:*", ...statement }] });
    const rule = suite(keyPolicyLimited, type, {
      policy: policyFor({ Principal: { AWS: "arn:aws:iam::123456789012:root" } }),
    });
    rule.passes("passes a policy that names the account", {});
    rule.passes("passes the policy that AWS makes", { policy: undefined });
    rule.passes("passes everyone of an account through a service, as AWS's own keys do", {
      policy: policyFor({
        Principal: { AWS: "*" },
        Condition: { StringEquals: { "kms:CallerAccount": "123456789012" } },
      }),
    });
    rule.fails(
      "fails when it lets everyone in",
      { policy: policyFor({ Principal: { AWS: "*" } }) },
      'policy.Statement[0].Principal.AWS must not be everyone without a condition on who asks, got "*"',
    );
    rule.fails(
      "fails when it may lock its own account out",
      { bypassPolicyLockoutSafetyCheck: true },
      "bypassPolicyLockoutSafetyCheck must not be true, got true",
    );
    rule.isUndecided("is undecided while the policy is not known", { policy: unknown }, "policy");
    rule.isUndecided(
      "is undecided while it is not known whether the check is left out",
      { bypassPolicyLockoutSafetyCheck: unknown },
      "bypassPolicyLockoutSafetyCheck",
    );
  });
}
