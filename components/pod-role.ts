import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../spec/partition";

/** Label of pods that are not made before they are given their role. */
export const awaitsRole = { "groundwork/role": "required" } as const;

/** The one kind of pod that a role is for. */
export interface PodRoleArgs {
  /** Name of the role, and first part of the names of what belongs to it. */
  readonly name: string;
  readonly description: string;
  readonly accountId: string;
  readonly region: string;
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  /**
   * What the pods may do.
   *
   * @default []
   */
  readonly statements?: readonly PolicyStatement[];
  /**
   * Policies of AWS that say what the pods may do, by the part of their ARNs after `policy/`.
   *
   * @default []
   */
  readonly managedPolicies?: readonly string[];
}

/** One statement of a role's policy. */
export interface PolicyStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | readonly string[];
  readonly Resource: pulumi.Input<string> | readonly pulumi.Input<string>[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/** A role that pods have. */
export interface PodRole {
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** What must be there before the pods start: they are given the role then, or never. */
  readonly ready: readonly pulumi.Resource[];
}

/**
 * Makes a role that EKS Pod Identity gives to the pods of one service account of one cluster, and to no others.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 */
export function createPodRole(args: PodRoleArgs, options: pulumi.CustomResourceOptions): PodRole {
  const { name, description, statements = [], managedPolicies = [] } = args;
  const role = new aws.iam.Role(
    name,
    { description, assumeRolePolicy: trustPolicy(args) },
    options,
  );
  const attachments = managedPolicies.map(
    (policy) =>
      new aws.iam.RolePolicyAttachment(
        `${name}-${policy.replace(/^.*\//, "")}`,
        {
          role: role.name,
          policyArn: `arn:${partitionOf(args.region)}:iam::aws:policy/${policy}`,
        },
        options,
      ),
  );
  const own =
    statements.length === 0 ? [] : [createRolePolicy(name, role.name, statements, options)];
  return { arn: role.arn, name: role.name, ready: [...attachments, ...own] };
}

/**
 * Makes such a role and hands it to the pods of the service account, once the cluster is there.
 *
 * @param cluster - What must be there before, and until the role is taken back.
 */
export function createPodIdentity(
  args: PodRoleArgs,
  cluster: readonly pulumi.Resource[],
  options: pulumi.CustomResourceOptions,
): PodRole {
  const { name, region, clusterName, namespace, serviceAccount } = args;
  const role = createPodRole(args, options);
  const association = new aws.eks.PodIdentityAssociation(
    name,
    { region, clusterName, namespace, serviceAccount, roleArn: role.arn, tags: { Name: name } },
    { ...options, dependsOn: [...cluster] },
  );
  return { ...role, ready: [...role.ready, association] };
}

/** Says what a role may do. */
export function createRolePolicy(
  name: string,
  role: pulumi.Input<string>,
  statements: readonly PolicyStatement[],
  options: pulumi.CustomResourceOptions,
): aws.iam.RolePolicy {
  const policy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
  return new aws.iam.RolePolicy(name, { role, policy }, options);
}

/** ARN of a cluster, which is known before it is there. */
export function clusterArnOf({
  accountId,
  region,
  clusterName,
}: Pick<PodRoleArgs, "accountId" | "region" | "clusterName">): string {
  return `arn:${partitionOf(region)}:eks:${region}:${accountId}:cluster/${clusterName}`;
}

function trustPolicy(args: PodRoleArgs): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: {
            "aws:RequestTag/eks-cluster-arn": clusterArnOf(args),
            "aws:RequestTag/kubernetes-namespace": args.namespace,
            "aws:RequestTag/kubernetes-service-account": args.serviceAccount,
          },
        },
      },
    ],
  });
}
