import { iamAdministratorDetached, iamUsersAbsent } from "../../../policies/rules/iam";
import { unknown } from "../kit";
import { suite } from "../suite";

const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
const reader = "arn:aws:iam::aws:policy/ReadOnlyAccess";

for (const type of [
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  "aws:iam/policyAttachment:PolicyAttachment",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:iam/userPolicyAttachment:UserPolicyAttachment",
]) {
  describe(`iam-administrator-detached, on ${type}`, () => {
    const rule = suite(iamAdministratorDetached, type, { policyArn: reader });
    rule.passes("passes another policy of AWS", {});
    rule.passes("passes a policy of the same name of one's own", {
      policyArn: "arn:aws:iam::123456789012:policy/AdministratorAccess",
    });
    for (const policyArn of [
      administrator,
      "arn:aws-cn:iam::aws:policy/AdministratorAccess",
      "arn:aws:iam::aws:policy/IAMFullAccess",
    ]) {
      rule.fails(
        `fails when it is ${policyArn}`,
        { policyArn },
        `policyArn must not be a policy of administrators, got "${policyArn}"`,
      );
    }
    rule.isUndecided("is undecided while it is not known", { policyArn: unknown }, "policyArn");
  });
}

for (const [type, property] of [
  ["aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive", "policyArns"],
  ["aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "policyArns"],
  ["aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", "policyArns"],
  ["aws:iam/role:Role", "managedPolicyArns"],
] as const) {
  describe(`iam-administrator-detached, on ${type}`, () => {
    const rule = suite(iamAdministratorDetached, type, { [property]: [reader] });
    rule.passes("passes other policies", {});
    rule.fails(
      "fails when it is among them",
      { [property]: [reader, administrator] },
      `${property}[1] must not be a policy of administrators, got "${administrator}"`,
    );
    rule.isUndecided("is undecided while the list is not known", { [property]: unknown }, property);
    rule.isUndecided(
      "is undecided while one of them is not known",
      { [property]: [unknown] },
      `${property}[0]`,
    );
    rule.doesNotApply(
      "does not apply where there are none",
      { [property]: undefined },
      "it attaches no policy",
    );
  });
}

for (const type of [
  "aws:iam/accessKey:AccessKey",
  "aws:iam/user:User",
  "aws:iam/userLoginProfile:UserLoginProfile",
]) {
  describe(`iam-users-absent, on ${type}`, () => {
    suite(iamUsersAbsent, type, { user: "deploy" }).fails(
      "fails when there is one",
      {},
      `the program must not have an ${type}`,
    );
  });
}
