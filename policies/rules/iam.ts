import { all, fail, type Judgement, notApplicable, undecided } from "../judgement";
import { must } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";

const roleType = "aws:iam/role:Role";

/** Both lead to everything: who may change IAM gives himself the rest. */
const administrator = /^arn:aws[a-z-]*:iam::aws:policy\/(AdministratorAccess|IAMFullAccess)$/;

export const iamAdministratorDetached = resourceRule({
  id: "iam-administrator-detached",
  requires: "Nobody is given AdministratorAccess or IAMFullAccess.",
  why: "What needs one bucket today keeps the whole account for ever, and so does whoever breaks into it.",
  fix: "Attach a policy that names the actions that are needed.",
  severity: "high",
  standards: { checkov: ["CKV_AWS_274", "CKV2_AWS_56"] },
  types: [
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
    "aws:iam/policyAttachment:PolicyAttachment",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
    roleType,
  ],
  exemptible: true,
  check: (resource) => {
    const lists = [resource.at("policyArns"), resource.at("managedPolicyArns")];
    const arns = [resource.at("policyArn"), ...lists.flatMap(({ items }) => items)].filter(
      ({ isSet }) => isSet,
    );
    const unknown = lists.filter(({ isUnknown }) => isUnknown);
    return arns.length + unknown.length === 0
      ? notApplicable("it attaches no policy")
      : all(...arns.map(mustNotBeAdministrator), ...unknown.map(({ path }) => undecided(path)));
  },
});

function mustNotBeAdministrator(arn: Property): Judgement {
  return must(
    arn,
    "not be a policy of administrators",
    (value) => !administrator.test(String(value)),
  );
}

export const iamUsersAbsent = resourceRule({
  id: "iam-users-absent",
  requires: "The program makes no IAM users, and no keys or passwords for them.",
  why: "The keys of a user work from anywhere until somebody deletes them; most break-ins into AWS accounts begin with one that was found.",
  fix: "Let people in through an identity provider, programs through roles.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_273"] },
  types: [
    "aws:iam/accessKey:AccessKey",
    "aws:iam/user:User",
    "aws:iam/userLoginProfile:UserLoginProfile",
  ],
  exemptible: true,
  level: "advisory",
  check: ({ type }: Subject) => fail(`the program must not have an ${type}`),
});
