import { grant, type KeyUse } from "./grants";
import { accountOf, type KeyPlace, type Statement } from "./key-place";

/** What a key's policy is composed of. */
export interface KeyPolicyArgs extends KeyPlace {
  /** The ways in which the key is used: a statement each. */
  readonly uses: readonly KeyUse[];
  /** Whether the key belongs to a set of multi-region keys. */
  readonly multiRegion: boolean;
}

const administration = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RetireGrant",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

const multiRegionAdministration = [
  "kms:ReplicateKey",
  "kms:SynchronizeMultiRegionKey",
  "kms:UpdatePrimaryRegion",
];

/**
 * The policy of a key, as JSON that is known before the key exists.
 *
 * The account administers it, and administers only: IAM alone opens none of what the key protects,
 * nor does `kms:CreateGrant`, which is left out. `kms:PutKeyPolicy` for the account is what keeps
 * the key from being locked out, and what KMS checks when a policy is set. Whatever else the key is
 * for is one statement for each use.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-auth-slr.html
 */
export function keyPolicy({ uses, multiRegion, ...place }: KeyPolicyArgs): string {
  const administer: Statement = {
    Sid: "Administer",
    Effect: "Allow",
    Principal: { AWS: accountOf(place) },
    Action: [...administration, ...(multiRegion ? multiRegionAdministration : [])],
    Resource: "*",
  };
  const statements = [administer, ...uses.map((use) => grant(use, place))];
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
