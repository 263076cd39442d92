import { all, notApplicable } from "../judgement";
import { mustBeAtLeast } from "../must";
import { resourceRule } from "../rule";
import { mustBeCustomerKey } from "./customer-key";
import { mustBeDescribed } from "./described";
import { mustNotAdmitEveryone } from "./everyone";

const types = ["aws:secretsmanager/secret:Secret"];

export const secretCustomerKey = resourceRule({
  id: "secret-customer-key",
  requires:
    "Secrets of Secrets Manager, replicas included, are encrypted with a KMS key of the account's own.",
  why: "With the key that AWS manages, whoever may read secrets may decrypt them; a key of one's own is a second lock.",
  fix: "Set kmsKeyId to the ARN of an aws.kms.Key, in each of replicas to one of its region.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_149"] },
  types,
  exemptible: true,
  check: (secret) =>
    all(
      mustBeCustomerKey(secret.at("kmsKeyId")),
      ...secret.at("replicas").items.map((replica) => mustBeCustomerKey(replica.at("kmsKeyId"))),
    ),
});

export const secretRecoverable = resourceRule({
  id: "secret-recoverable",
  requires: "A secret that is deleted can be restored for long enough.",
  why: "A secret that is gone at once takes down whatever logs in with it, with no way back.",
  fix: "Set recoveryWindowInDays to that many days, at most 30, or leave it out for 30.",
  severity: "medium",
  standards: {},
  types,
  settings: {
    minimumDays: {
      kind: "integer",
      description: "Days that a deleted secret can be restored at least.",
      minimum: 7,
      maximum: 30,
      default: 7,
      stricter: "higher",
    },
  },
  exemptible: true,
  profiles: {
    production: { settings: { minimumDays: 30 } },
    staging: { level: "disabled" },
  },
  check: (secret, { minimumDays }) =>
    mustBeAtLeast(secret.at("recoveryWindowInDays"), {
      minimum: minimumDays,
      unit: "days",
      absent: 30,
    }),
});

export const secretDescribed = resourceRule({
  id: "secret-described",
  requires: "Secrets of Secrets Manager say what they are for.",
  why: "Whoever finds a secret during an incident must know what breaks when it is changed; its value says nothing.",
  fix: "Set description to what logs in with it, and where.",
  severity: "low",
  standards: {},
  types,
  exemptible: true,
  check: (secret) => mustBeDescribed(secret.at("description")),
});

export const secretPolicyPrivate = resourceRule({
  id: "secret-policy-private",
  requires: "Policies of secrets let nobody in but those they name.",
  why: "A policy that names everyone lets every AWS account ask for the value; only the key's policy is left in between.",
  fix: "Name the roles in Principal, or add a condition such as aws:PrincipalOrgID.",
  severity: "critical",
  standards: {},
  types: [...types, "aws:secretsmanager/secretPolicy:SecretPolicy"],
  exemptible: false,
  check: (secret) => {
    const policy = secret.at("policy");
    return policy.isSet
      ? mustNotAdmitEveryone(policy)
      : notApplicable("it has no policy: only principals of the account get in");
  },
});
