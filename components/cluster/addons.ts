import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { createNetworkRole, createVolumeRole, type AddonRole } from "./addon-roles";
import type { Scope } from "./scope";

/** The add-ons of every cluster. */
export type AddonName =
  | "aws-ebs-csi-driver"
  | "coredns"
  | "eks-pod-identity-agent"
  | "kube-proxy"
  | "metrics-server"
  | "vpc-cni";

interface AddonArgs {
  readonly addonName: AddonName;
  readonly configuration?: object;
  readonly role?: AddonRole;
}

/** Adds what nodes need to join: a node without a network never becomes ready. */
export function createEarlyAddons(
  scope: Scope,
  cluster: aws.eks.Cluster,
): readonly aws.eks.Addon[] {
  const agent = createAddon(scope, cluster, { addonName: "eks-pod-identity-agent" }, []);
  const proxy = createAddon(scope, cluster, { addonName: "kube-proxy" }, []);
  const role = createNetworkRole(scope);
  const network = { addonName: "vpc-cni", configuration: networking, role } as const;
  return [agent, proxy, createAddon(scope, cluster, network, [agent])];
}

/** Adds what needs nodes to run on. */
export function createLateAddons(
  scope: Scope,
  cluster: aws.eks.Cluster,
  nodes: readonly pulumi.Resource[],
): readonly aws.eks.Addon[] {
  const volumes = volumesFor(scope.settings.tags);
  const role = createVolumeRole(scope);
  const late: readonly AddonArgs[] = [
    { addonName: "coredns", configuration: names },
    { addonName: "aws-ebs-csi-driver", configuration: volumes, role },
    { addonName: "metrics-server", configuration: { replicas: 2 } },
  ];
  return late.map((args) => createAddon(scope, cluster, args, nodes));
}

/**
 * Network policies are enforced, and addresses handed out in blocks of 16, so that a node has room for all its pods.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-increase-ip-addresses.html
 */
const networking = {
  enableNetworkPolicy: "true",
  env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "1" },
  nodeAgent: { enablePolicyEventLogs: "true" },
};

/** @see https://docs.aws.amazon.com/eks/latest/userguide/coredns-autoscaling.html */
const names = { autoScaling: { enabled: true, minReplicas: 2, maxReplicas: 10 } };

function volumesFor(tags: Readonly<Record<string, string>>): object {
  return { controller: { extraVolumeTags: tags } };
}

function createAddon(
  { name, settings, options }: Scope,
  cluster: aws.eks.Cluster,
  { addonName, configuration, role }: AddonArgs,
  after: readonly pulumi.Resource[],
): aws.eks.Addon {
  return new aws.eks.Addon(
    `${name}-${addonName}`,
    {
      region: settings.region,
      clusterName: cluster.name,
      addonName,
      addonVersion: settings.addonVersions[addonName],
      ...(configuration === undefined
        ? {}
        : { configurationValues: JSON.stringify(configuration) }),
      ...(role === undefined
        ? {}
        : {
            podIdentityAssociations: [{ roleArn: role.arn, serviceAccount: role.serviceAccount }],
          }),
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "OVERWRITE",
      tags: { Name: `${settings.clusterName}-${addonName}` },
    },
    {
      ...options,
      dependsOn: [...after, ...(role?.ready ?? [])],
      customTimeouts: { create: "20m", update: "20m", delete: "40m" },
    },
  );
}
