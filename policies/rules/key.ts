import { all, notApplicable } from "../judgement";
import { given, mustBe, mustBeAtLeast, mustNotBe } from "../must";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import { mustNotAdmitEveryone } from "./everyone";

/** The keys that a program may ask AWS to delete, each with a policy. */
const keyTypes = [
  "aws:kms/key:Key",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
];

export const keyRotated = resourceRule({
  id: "key-rotated",
  requires: "Symmetric KMS keys are rotated by AWS.",
  why: "Rotation bounds how much data one key ever protected; nobody remembers to do it by hand.",
  fix: "Set enableKeyRotation to true; data stays readable, nothing needs to be encrypted again.",
  severity: "medium",
  standards: { cis: ["3.6"], securityHub: ["KMS.4"], checkov: ["CKV_AWS_7"] },
  types: ["aws:kms/key:Key"],
  exemptible: true,
  check: (key) => {
    const reason = whyNotRotatable(key);
    if (reason !== undefined) return notApplicable(`AWS does not rotate ${reason}`);
    const rotated = mustBe(key.at("enableKeyRotation"), true);
    return given(key.at("customerMasterKeySpec"), given(key.at("keyUsage"), rotated));
  },
});

function whyNotRotatable(key: Subject): string | undefined {
  const spec = key.at("customerMasterKeySpec").value ?? "SYMMETRIC_DEFAULT";
  const usage = key.at("keyUsage").value ?? "ENCRYPT_DECRYPT";
  if (spec !== "SYMMETRIC_DEFAULT" || usage !== "ENCRYPT_DECRYPT")
    return "asymmetric and HMAC keys";
  return key.at("customKeyStoreId").isSet ? "keys in a custom key store" : undefined;
}

export const keyDeletionDelayed = resourceRule({
  id: "key-deletion-delayed",
  requires: "A KMS key that is deleted can be restored for long enough.",
  why: "With the key go all the data it protects, backups included. The delay is the time to notice.",
  fix: "Set deletionWindowInDays to that many days, at most 30, or leave it out for 30.",
  severity: "high",
  standards: {},
  types: keyTypes,
  settings: {
    minimumDays: {
      kind: "integer",
      description: "Days that a deleted key can be restored at least.",
      minimum: 7,
      maximum: 30,
      default: 7,
      stricter: "higher",
    },
  },
  exemptible: true,
  profiles: { production: { settings: { minimumDays: 30 } } },
  check: (key, { minimumDays }) =>
    mustBeAtLeast(key.at("deletionWindowInDays"), {
      minimum: minimumDays,
      unit: "days",
      absent: 30,
    }),
});

export const keyPolicyLimited = resourceRule({
  id: "key-policy-limited",
  requires:
    "Policies of KMS keys let nobody in but those they name, and leave somebody to change them.",
  why: "The key is the last lock on the data it encrypts. A policy that names everyone opens it to every AWS account; one that locks its own account out only AWS can repair.",
  fix: "Name accounts and roles in Principal, or add a condition such as kms:CallerAccount; leave bypassPolicyLockoutSafetyCheck out.",
  severity: "critical",
  standards: { securityHub: ["KMS.5"], checkov: ["CKV_AWS_33"] },
  types: [...keyTypes, "aws:kms/keyPolicy:KeyPolicy"],
  exemptible: true,
  check: (key) =>
    all(
      mustNotAdmitEveryone(key.at("policy")),
      mustNotBe(key.at("bypassPolicyLockoutSafetyCheck"), true),
    ),
});
