import { iamPolicyLimited } from "../../../policies/rules/iam-policy";
import { unknown } from "../kit";
import { suite } from "../suite";

/** A policy in JSON that allows something. */
function allowing(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
}

const bucket = "arn:aws:s3:::example-bucket";
const narrow = allowing({ Action: ["s3:GetObject", "iam:PassRole"], Resource: bucket });

for (const type of [
  "aws:iam/policy:Policy",
  "aws:iam/groupPolicy:GroupPolicy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/userPolicy:UserPolicy",
]) {
  describe(`iam-policy-limited, on ${type}`, () => {
    const rule = suite(iamPolicyLimited, type, { policy: narrow });
    rule.passes("passes a policy that names actions and resources", {});
    rule.passes("passes everything on one resource", {
      policy: allowing({ Action: "*", Resource: bucket }),
    });
    rule.passes("passes one service on every resource", {
      policy: allowing({ Action: "s3:*", Resource: "*" }),
    });
    rule.passes("passes everything that is refused", {
      policy: JSON.stringify({
        Statement: [
          { Effect: "Deny", Action: "*", Resource: "*" },
          { Effect: "Deny", NotAction: "iam:*", Resource: "*" },
        ],
      }),
    });
    for (const [Action, Resource] of [
      ["*", "*"],
      ["*:*", "arn:*"],
      ["*", "arn:aws:*:*:*:*"],
      ["*", "arn:aws-cn:*"],
    ] as const) {
      rule.fails(
        `fails when it allows ${Action} on ${Resource}`,
        { policy: allowing({ Action, Resource: [bucket, Resource] }) },
        `policy.Statement[0].Action must not be everything on every resource, got "${Action}"`,
      );
    }
    rule.fails(
      "fails when it allows everything on all resources but one",
      { policy: allowing({ Action: ["s3:GetObject", "*"], NotResource: bucket }) },
      'policy.Statement[0].Action[1] must not be everything on every resource, got "*"',
    );
    for (const Action of ["iam:*", "IAM:*", "i*"]) {
      rule.fails(
        `fails when it allows ${Action}`,
        { policy: allowing({ Action, Resource: "arn:aws:iam::123456789012:role/orders" }) },
        `policy.Statement[0].Action must not be all of IAM, got "${Action}"`,
      );
    }
    rule.fails(
      "fails when it allows everything but some actions",
      { policy: allowing({ NotAction: ["iam:*", "kms:*"], Resource: "*" }) },
      "policy.Statement[0].NotAction must not be used to allow: it allows everything else",
    );
    rule.fails("fails when it is no JSON", { policy: "{" }, 'policy must be JSON, got "{"');
    rule.isUndecided("is undecided while it is not known", { policy: unknown }, "policy");
    rule.isUndecided(
      "is undecided while an action is not known",
      { policy: { Statement: { Effect: "Allow", Action: unknown, Resource: "*" } } },
      "policy.Statement.Action",
    );
    rule.isUndecided(
      "is undecided while everything is allowed on a resource that is not known",
      { policy: { Statement: { Effect: "Allow", Action: "*", Resource: unknown } } },
      "policy.Statement.Resource",
    );
  });
}

describe("iam-policy-limited, on a role", () => {
  const rule = suite(iamPolicyLimited, "aws:iam/role:Role", {
    inlinePolicies: [{ name: "orders", policy: narrow }],
  });
  rule.passes("passes policies that name actions and resources", {});
  rule.fails(
    "fails when one of them allows everything",
    { inlinePolicies: [{ policy: narrow }, { policy: allowing({ Action: "*", Resource: "*" }) }] },
    'inlinePolicies[1].policy.Statement[0].Action must not be everything on every resource, got "*"',
  );
  rule.isUndecided(
    "is undecided while they are not known",
    { inlinePolicies: unknown },
    "inlinePolicies",
  );
  rule.doesNotApply(
    "does not apply where there are none",
    { inlinePolicies: undefined },
    "it has no policies within",
  );
});
