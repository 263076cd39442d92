import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { judgeAllowed, type Statement } from "../policy-document";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { covers } from "../wildcard";

const roleType = "aws:iam/role:Role";

export const iamPolicyLimited = resourceRule({
  id: "iam-policy-limited",
  requires:
    "IAM policies name what they allow: not everything, not all of IAM, not all but something.",
  why: "Whoever may do everything, or change IAM, has the account; so has whoever takes over the pod or the pipeline that carries the policy.",
  fix: "Name the actions and the resources that are needed, and Action in place of NotAction.",
  severity: "critical",
  standards: {
    securityHub: ["IAM.1"],
    checkov: ["CKV_AWS_62", "CKV_AWS_63", "CKV2_AWS_40"],
  },
  types: [
    "aws:iam/policy:Policy",
    "aws:iam/groupPolicy:GroupPolicy",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/userPolicy:UserPolicy",
    roleType,
  ],
  exemptible: true,
  check: (resource) => {
    if (resource.type !== roleType) return judgeAllowed(resource.at("policy"), mustBeLimited);
    const inline = resource.at("inlinePolicies");
    if (inline.isUnknown) return undecided(inline.path);
    return inline.items.length === 0
      ? notApplicable("it has no policies within")
      : all(...inline.items.map((one) => judgeAllowed(one.at("policy"), mustBeLimited)));
  },
});

function mustBeLimited(statement: Statement): Judgement {
  return all(
    ...statement.elements("Action").map((action) => mustBeNarrow(action, statement)),
    ...(statement.elements("NotAction").length > 0
      ? [fail(`${statement.path}.NotAction must not be used to allow: it allows everything else`)]
      : []),
    pass,
  );
}

function mustBeNarrow(action: Property, statement: Statement): Judgement {
  if (action.isUnknown) return undecided(action.path);
  const pattern = String(action.value);
  if (covers(pattern, "*:*")) return mustNotBeEverything(action, statement);
  if (!covers(pattern, "iam:*")) return pass;
  return fail(`${action.path} must not be all of IAM, ${action.finding}`);
}

/** Everything on some resources is what policies of those resources are for. */
function mustNotBeEverything(action: Property, statement: Statement): Judgement {
  const resources = statement.elements("Resource");
  const isEvery = resources.some(({ value }) => isEveryResource(String(value)));
  if (isEvery || statement.elements("NotResource").length > 0) {
    return fail(`${action.path} must not be everything on every resource, ${action.finding}`);
  }
  const unknown = resources.filter(({ isUnknown }) => isUnknown);
  return unknown.length > 0 ? undecided(...unknown.map(({ path }) => path)) : pass;
}

function isEveryResource(pattern: string): boolean {
  return ["aws", "aws-cn", "aws-us-gov"].some((name) => covers(pattern, `arn:${name}:*:*:*:*`));
}
