import type { TypePermissions } from "../type-permissions";

/** Keys. */
export const kms: TypePermissions = {
  "aws:kms/alias:Alias": {
    create: ["kms:CreateAlias"],
    read: ["kms:ListAliases"],
    update: ["kms:UpdateAlias"],
    delete: ["kms:DeleteAlias"],
  },
  "aws:kms/key:Key": {
    create: ["kms:CreateKey", "kms:EnableKeyRotation", "kms:PutKeyPolicy", "kms:TagResource"],
    read: [
      "kms:DescribeKey",
      "kms:GetKeyPolicy",
      "kms:GetKeyRotationStatus",
      "kms:ListResourceTags",
    ],
    update: [
      "kms:DisableKey",
      "kms:DisableKeyRotation",
      "kms:EnableKey",
      "kms:EnableKeyRotation",
      "kms:PutKeyPolicy",
      "kms:TagResource",
      "kms:UntagResource",
      "kms:UpdateKeyDescription",
    ],
    delete: ["kms:ScheduleKeyDeletion"],
    serviceLinkedRoles: ["mrk.kms.amazonaws.com"],
  },
  "aws:kms/replicaKey:ReplicaKey": {
    create: ["kms:CreateKey", "kms:PutKeyPolicy", "kms:ReplicateKey", "kms:TagResource"],
    read: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:ListResourceTags"],
    update: [
      "kms:DisableKey",
      "kms:EnableKey",
      "kms:PutKeyPolicy",
      "kms:TagResource",
      "kms:UntagResource",
      "kms:UpdateKeyDescription",
    ],
    delete: ["kms:ScheduleKeyDeletion"],
  },
};
