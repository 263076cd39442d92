import type { TypePermissions } from "../type-permissions";

/** Roles. */
export const iam: TypePermissions = {
  "aws:iam/role:Role": {
    create: ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:TagRole"],
    read: [
      "iam:GetRole",
      "iam:GetRolePolicy",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:ListRolePolicies",
      "iam:ListRoleTags",
    ],
    update: [
      "iam:PutRolePermissionsBoundary",
      "iam:TagRole",
      "iam:UntagRole",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
      "iam:UpdateRoleDescription",
    ],
    delete: ["iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy"],
  },
  "aws:iam/rolePolicy:RolePolicy": {
    create: ["iam:PutRolePolicy"],
    read: ["iam:GetRolePolicy"],
    update: ["iam:PutRolePolicy"],
    delete: ["iam:DeleteRolePolicy"],
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    create: ["iam:AttachRolePolicy"],
    read: ["iam:ListAttachedRolePolicies"],
    update: [],
    delete: ["iam:DetachRolePolicy"],
  },
};
