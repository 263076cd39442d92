import type { TypePermissions } from "../type-permissions";

/** Secrets. */
export const secretsmanager: TypePermissions = {
  "aws:secretsmanager/secret:Secret": {
    create: [
      "secretsmanager:CreateSecret",
      "secretsmanager:ReplicateSecretToRegions",
      "secretsmanager:TagResource",
    ],
    read: ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"],
    update: [
      "secretsmanager:RemoveRegionsFromReplication",
      "secretsmanager:ReplicateSecretToRegions",
      "secretsmanager:TagResource",
      "secretsmanager:UntagResource",
      "secretsmanager:UpdateSecret",
    ],
    delete: ["secretsmanager:DeleteSecret", "secretsmanager:RemoveRegionsFromReplication"],
  },
  "aws:secretsmanager/secretRotation:SecretRotation": {
    create: ["lambda:InvokeFunction", "secretsmanager:RotateSecret"],
    read: ["secretsmanager:DescribeSecret"],
    update: ["lambda:InvokeFunction", "secretsmanager:RotateSecret"],
    delete: ["secretsmanager:CancelRotateSecret"],
  },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    create: ["secretsmanager:PutSecretValue"],
    read: [
      "secretsmanager:DescribeSecret",
      "secretsmanager:GetSecretValue",
      "secretsmanager:ListSecretVersionIds",
    ],
    update: ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"],
    delete: ["secretsmanager:UpdateSecretVersionStage"],
  },
};
