import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../../spec/partition";
import type { Scope } from "./scope";

/** Rights that EKS has ready. */
export type AccessPolicy =
  | "AmazonEKSAdminPolicy"
  | "AmazonEKSAdminViewPolicy"
  | "AmazonEKSClusterAdminPolicy"
  | "AmazonEKSEditPolicy"
  | "AmazonEKSViewPolicy";

/** Rights that an identity has. */
export interface AccessPolicyArgs {
  readonly policy: AccessPolicy;
  /**
   * Namespaces they hold in.
   *
   * @default - the whole cluster
   */
  readonly namespaces?: readonly string[] | undefined;
}

/** An IAM identity that may use the API server. */
export interface AccessEntryArgs {
  /** ARN of the IAM role or user. */
  readonly principalArn: pulumi.Input<string>;
  /**
   * Rights that EKS has ready.
   *
   * @default []
   */
  readonly policies?: readonly AccessPolicyArgs[] | undefined;
  /**
   * Groups of Kubernetes it belongs to, for rights that roles in the cluster give.
   *
   * @default []
   */
  readonly kubernetesGroups?: readonly string[] | undefined;
}

/** The rights without limit. */
export const administers: AccessPolicy = "AmazonEKSClusterAdminPolicy";

/**
 * Lets identities use the API server. What is made in the cluster waits for those that administer it, so that their
 * rights are also there when it is deleted.
 */
export function createAccess(scope: Scope, cluster: aws.eks.Cluster): readonly pulumi.Resource[] {
  return Object.entries(scope.settings.accessEntries).flatMap(([label, entry]) =>
    createEntry(scope, cluster, `${scope.name}-${label}`, entry),
  );
}

function createEntry(
  { settings: { region }, options }: Scope,
  cluster: aws.eks.Cluster,
  name: string,
  { principalArn, policies = [], kubernetesGroups = [] }: AccessEntryArgs,
): readonly pulumi.Resource[] {
  const entry = new aws.eks.AccessEntry(
    name,
    {
      region,
      clusterName: cluster.name,
      principalArn,
      ...(kubernetesGroups.length > 0 ? { kubernetesGroups: [...kubernetesGroups] } : {}),
    },
    options,
  );
  const associations = policies.map(
    ({ policy, namespaces }) =>
      new aws.eks.AccessPolicyAssociation(
        `${name}-${policy}`,
        {
          region,
          clusterName: cluster.name,
          principalArn: entry.principalArn,
          policyArn: `arn:${partitionOf(region)}:eks::aws:cluster-access-policy/${policy}`,
          accessScope:
            namespaces === undefined
              ? { type: "cluster" }
              : { type: "namespace", namespaces: [...namespaces] },
        },
        options,
      ),
  );
  return [entry, ...associations];
}
