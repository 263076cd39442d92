import type { Mapping } from "../mapping";

const tagsAll = ["Tags", "tags"] as const;

/** Roles and what they may: `aws.iam.*`. */
export const iam: Readonly<Record<string, Mapping>> = {
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    schema: "AWS::IAM::OIDCProvider",
    properties: { clientIdLists: "ClientIdList", tagsAll, url: "Url" },
  },
  "aws:iam/policy:Policy": {
    schema: "AWS::IAM::ManagedPolicy",
    properties: {
      description: "Description",
      name: "ManagedPolicyName",
      path: "Path",
      policy: ["PolicyDocument", "json"],
    },
    unmapped: { tagsAll: "the schema has no tags on a managed policy" },
  },
  "aws:iam/role:Role": {
    schema: "AWS::IAM::Role",
    properties: {
      assumeRolePolicy: ["AssumeRolePolicyDocument", "json"],
      description: "Description",
      maxSessionDuration: "MaxSessionDuration",
      name: "RoleName",
      path: "Path",
      permissionsBoundary: "PermissionsBoundary",
      tagsAll,
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
