import type { Mapping } from "../mapping";

const tagsAll = ["Tags", "tags"] as const;

/** Keys: `aws.kms.*`. */
export const kms: Readonly<Record<string, Mapping>> = {
  "aws:kms/alias:Alias": {
    schema: "AWS::KMS::Alias",
    properties: { name: "AliasName", targetKeyId: "TargetKeyId" },
  },
  "aws:kms/key:Key": {
    schema: "AWS::KMS::Key",
    properties: {
      bypassPolicyLockoutSafetyCheck: "BypassPolicyLockoutSafetyCheck",
      customerMasterKeySpec: "KeySpec",
      deletionWindowInDays: "PendingWindowInDays",
      description: "Description",
      enableKeyRotation: "EnableKeyRotation",
      isEnabled: "Enabled",
      keyUsage: "KeyUsage",
      multiRegion: "MultiRegion",
      policy: ["KeyPolicy", "json"],
      rotationPeriodInDays: "RotationPeriodInDays",
      tagsAll,
    },
  },
  "aws:kms/replicaKey:ReplicaKey": {
    schema: "AWS::KMS::ReplicaKey",
    properties: {
      deletionWindowInDays: "PendingWindowInDays",
      description: "Description",
      policy: ["KeyPolicy", "json"],
      primaryKeyArn: "PrimaryKeyArn",
      tagsAll,
    },
  },
};
