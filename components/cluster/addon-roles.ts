import { createPodRole, type PodRole, type PolicyStatement } from "../pod-role";
import type { Scope } from "./scope";

/** The role of an add-on's pods. EKS hands it to them along with the add-on. */
export interface AddonRole extends PodRole {
  readonly serviceAccount: string;
}

/** Makes the role by which `vpc-cni` gives pods addresses, so that nodes have no such rights. */
export function createNetworkRole(scope: Scope): AddonRole {
  return createAddonRole(scope, {
    addonName: "vpc-cni",
    serviceAccount: "aws-node",
    description: "Addresses for the pods of",
    managedPolicies: ["AmazonEKS_CNI_Policy"],
  });
}

/**
 * Makes the role by which the EBS driver makes volumes, those of a driver alone, under the data key.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEBSCSIDriverPolicyV2.html
 */
export function createVolumeRole(scope: Scope): AddonRole {
  return createAddonRole(scope, {
    addonName: "aws-ebs-csi-driver",
    serviceAccount: "ebs-csi-controller-sa",
    description: "Volumes for the pods of",
    managedPolicies: ["AmazonEBSCSIDriverPolicyV2"],
    statements: volumeKey(scope),
  });
}

interface AddonRoleArgs {
  readonly addonName: string;
  readonly serviceAccount: string;
  readonly description: string;
  readonly managedPolicies: readonly string[];
  readonly statements?: readonly PolicyStatement[];
}

function createAddonRole(
  { name, settings: { accountId, region, clusterName }, options }: Scope,
  { addonName, serviceAccount, description, ...policies }: AddonRoleArgs,
): AddonRole {
  const role = createPodRole(
    {
      name: `${name}-${addonName}`,
      description: `${description} the cluster ${clusterName}`,
      ...{ accountId, region, clusterName, namespace: "kube-system", serviceAccount },
      ...policies,
    },
    options,
  );
  return { ...role, serviceAccount };
}

function volumeKey({ settings: { dataKeyArn } }: Scope): readonly PolicyStatement[] {
  return [
    {
      Effect: "Allow",
      Action: [
        "kms:Encrypt",
        "kms:Decrypt",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:DescribeKey",
      ],
      Resource: dataKeyArn,
    },
    {
      Effect: "Allow",
      Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
      Resource: dataKeyArn,
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}
