import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../../spec/partition";
import { clusterArnOf } from "../pod-role";
import type { Scope } from "./scope";

/** A role, and what must be there before AWS can work with it, also when it clears up. */
export interface ServiceRole {
  readonly arn: pulumi.Output<string>;
  readonly ready: readonly pulumi.Resource[];
}

/**
 * Makes the role of the control plane. Its path is what the policy of a key under `Keys` knows it by.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html
 */
export function createControlPlaneRole({ name, settings, options }: Scope): ServiceRole {
  const roleName = `${name}-control-plane`;
  const role = new aws.iam.Role(
    roleName,
    {
      path: "/eks/",
      description: `Control plane of the cluster ${settings.clusterName}`,
      assumeRolePolicy: trustPolicy(settings),
    },
    options,
  );
  const attachment = new aws.iam.RolePolicyAttachment(
    roleName,
    {
      role: role.name,
      policyArn: `arn:${partitionOf(settings.region)}:iam::aws:policy/AmazonEKSClusterPolicy`,
    },
    options,
  );
  const policy = new aws.iam.RolePolicy(
    `${roleName}-secrets`,
    { role: role.name, policy: secretsPolicy(settings.secretsKeyArn) },
    options,
  );
  return { arn: role.arn, ready: [attachment, policy] };
}

/** EKS alone, and only for this cluster. */
function trustPolicy(settings: Scope["settings"]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "eks.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": settings.accountId },
          ArnEquals: { "aws:SourceArn": clusterArnOf(settings) },
        },
      },
    ],
  });
}

function secretsPolicy(keyArn: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"],
        Resource: keyArn,
      },
    ],
  });
}
