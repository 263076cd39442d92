import {
  secretCustomerKey,
  secretDescribed,
  secretPolicyPrivate,
  secretRecoverable,
} from "../../../policies/rules/secret";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:secretsmanager/secret:Secret";

describe("secret-customer-key", () => {
  const rule = suite(secretCustomerKey, type, { kmsKeyId: unknown });
  rule.passes("passes a key that is not known yet", {});
  rule.passes("passes replicas with keys of their own", {
    replicas: [{ region: "eu-central-1", kmsKeyId: unknown }],
  });
  rule.fails("fails when no key is named", { kmsKeyId: undefined }, "kmsKeyId must be set");
  rule.fails(
    "fails when the key is the one that AWS manages",
    { kmsKeyId: "alias/aws/secretsmanager" },
    'kmsKeyId must be a key of your own, got "alias/aws/secretsmanager"',
  );
  rule.fails(
    "fails when a replica names no key",
    { replicas: [{ region: "eu-central-1", kmsKeyId: unknown }, { region: "eu-west-2" }] },
    "replicas[1].kmsKeyId must be set",
  );
});

describe("secret-recoverable", () => {
  const rule = suite(secretRecoverable, type, { recoveryWindowInDays: 30 }, { minimumDays: 30 });
  rule.passes("passes 30 days", {});
  rule.passes("passes when nothing is said, for AWS takes 30 then", {
    recoveryWindowInDays: undefined,
  });
  rule.fails(
    "fails when it is less",
    { recoveryWindowInDays: 7 },
    "recoveryWindowInDays must be at least 30 days, got 7",
  );
  rule.fails(
    "fails when it is gone at once",
    { recoveryWindowInDays: 0 },
    "recoveryWindowInDays must be at least 30 days, got 0",
  );
  rule.isUndecided(
    "is undecided while the days are not known",
    { recoveryWindowInDays: unknown },
    "recoveryWindowInDays",
  );
});

describe("secret-recoverable, by default", () => {
  const rule = suite(secretRecoverable, type, { recoveryWindowInDays: 7 });
  rule.passes("passes the least that AWS allows", {});
  rule.fails(
    "fails when it is gone at once",
    { recoveryWindowInDays: 0 },
    "recoveryWindowInDays must be at least 7 days, got 0",
  );
});

describe("secret-described", () => {
  const rule = suite(secretDescribed, type, { description: "Login of the applications." });
  rule.passes("passes a secret that says what it is for", {});
  rule.passes("passes words that are not known yet", { description: unknown });
  rule.fails(
    "fails when nothing is said",
    { description: undefined },
    "description must say what it is for, but is not set",
  );
  rule.fails(
    "fails when it is empty",
    { description: " " },
    'description must say what it is for, got " "',
  );
});

/** A policy that lets somebody read. */
function policyFor(statement: object): string {
  return JSON.stringify({
    Statement: { Effect: "Allow", Action: "secretsmanager:GetSecretValue", ...statement },
  });
}

for (const type of [
  "aws:secretsmanager/secret:Secret",
  "aws:secretsmanager/secretPolicy:SecretPolicy",
]) {
  describe(`secret-policy-private, on ${type}`, () => {
    const account = policyFor({ Principal: { AWS: "arn:aws:iam::123456789012:role/orders" } });
    const rule = suite(secretPolicyPrivate, type, { policy: account });
    rule.passes("passes a policy that names a role", {});
    rule.passes("passes everyone of an organization", {
      policy: policyFor({
        Principal: "*",
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
      }),
    });
    rule.fails(
      "fails when it lets everyone in",
      { policy: policyFor({ Principal: "*" }) },
      'policy.Statement.Principal must not be everyone without a condition on who asks, got "*"',
    );
    rule.fails("fails when it is no JSON", { policy: "{" }, 'policy must be JSON, got "{"');
    rule.isUndecided("is undecided while it is not known", { policy: unknown }, "policy");
    rule.doesNotApply(
      "does not apply where there is none",
      { policy: undefined },
      "it has no policy: only principals of the account get in",
    );
  });
}
