import type { Mapping } from "../mapping";

/** Roles and what they may: `aws.iam.*`. */
export const iam: Readonly<Record<string, Mapping>> = {
  "aws:iam/role:Role": {
    schema: "AWS::IAM::Role",
    properties: {
      assumeRolePolicy: ["AssumeRolePolicyDocument", "json"],
      description: "Description",
      maxSessionDuration: "MaxSessionDuration",
      name: "RoleName",
      path: "Path",
      tagsAll: ["Tags", "tags"],
    },
    unmapped: { forceDetachPolicies: "says what the provider does, not what AWS is told" },
  },
  "aws:iam/rolePolicy:RolePolicy": {
    schema: "AWS::IAM::RolePolicy",
    properties: { name: "PolicyName", policy: ["PolicyDocument", "json"], role: "RoleName" },
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    schema: "AWS::IAM::Role",
    partOf: "aws:iam/role:Role",
    properties: { policyArn: ["ManagedPolicyArns", "list"] },
    elsewhere: ["AssumeRolePolicyDocument"],
    unmapped: { role: "the schema has attachments in the role itself" },
  },
};
