import { queueEncrypted, queuePolicyPrivate } from "../../../policies/rules/queue";
import { unknown } from "../kit";
import { suite } from "../suite";

describe("queue-encrypted", () => {
  const rule = suite(queueEncrypted, "aws:sqs/queue:Queue", { kmsMasterKeyId: unknown });
  rule.passes("passes a queue under a key that is not known yet", {});
  rule.fails(
    "fails when no key is named",
    { kmsMasterKeyId: undefined },
    "kmsMasterKeyId must be set",
  );
  rule.fails(
    "fails when the key is the one that AWS manages",
    { kmsMasterKeyId: "alias/aws/sqs" },
    'kmsMasterKeyId must be a key of your own, got "alias/aws/sqs"',
  );
});

/** A policy that lets somebody send. */
function policyFor(statement: object): string {
  return JSON.stringify({ Statement: [{ Effect: "Allow", Action: "sqs:*", ...statement }] });
}

for (const type of ["aws:sqs/queue:Queue", "aws:sqs/queuePolicy:QueuePolicy"]) {
  describe(`queue-policy-private, on ${type}`, () => {
    const Condition = { StringEquals: { "aws:SourceAccount": "123456789012" } };
    const rule = suite(queuePolicyPrivate, type, {
      policy: policyFor({ Principal: { Service: "events.amazonaws.com" } }),
    });
    rule.passes("passes a policy that names a service", {});
    rule.passes("passes everyone of an account", {
      policy: policyFor({ Principal: "*", Condition }),
    });
    rule.fails(
      "fails when it lets everyone in",
      { policy: policyFor({ Principal: "*" }) },
      'policy.Statement[0].Principal must not be everyone without a condition on who asks, got "*"',
    );
    rule.isUndecided("is undecided while it is not known", { policy: unknown }, "policy");
    rule.doesNotApply(
      "does not apply where there is none",
      { policy: undefined },
      "a queue without a policy lets in the account alone",
    );
  });
}
