import { topicEncrypted, topicPolicyPrivate } from "../../../policies/rules/topic";
import { unknown } from "../kit";
import { suite } from "../suite";

describe("topic-encrypted", () => {
  const rule = suite(topicEncrypted, "aws:sns/topic:Topic", { kmsMasterKeyId: unknown });
  rule.passes("passes a topic under a key that is not known yet", {});
  rule.fails(
    "fails when no key is named",
    { kmsMasterKeyId: undefined },
    "kmsMasterKeyId must be set",
  );
  rule.fails(
    "fails when the key is the one that AWS manages",
    { kmsMasterKeyId: "alias/aws/sns" },
    'kmsMasterKeyId must be a key of your own, got "alias/aws/sns"',
  );
});

/** A policy that lets somebody send. */
function policyFor(statement: object): string {
  return JSON.stringify({ Statement: [{ Effect: "Allow", Action: "sns:*", ...statement }] });
}

for (const type of ["aws:sns/topic:Topic", "aws:sns/topicPolicy:TopicPolicy"]) {
  describe(`topic-policy-private, on ${type}`, () => {
    const Condition = { StringEquals: { "aws:SourceAccount": "123456789012" } };
    const rule = suite(topicPolicyPrivate, type, {
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
      "AWS's own policy lets in the account alone",
    );
  });
}
