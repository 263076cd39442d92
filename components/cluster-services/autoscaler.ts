import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../../spec/partition";
import { awaitsRole, createPodIdentity, type PolicyStatement } from "../pod-role";
import { createRelease, resourcesOf } from "./release";
import type { Scope } from "./scope";
import type { Settings } from "./services-settings";

const chart = "cluster-autoscaler";
const namespace = "kube-system";

/**
 * Installs the cluster autoscaler, which adds nodes for pods that find no room and takes away those that are not needed,
 * within the limits of the node groups of this cluster.
 *
 * @param admission - What holds back its pods until they have their role.
 */
export function createAutoscaler(
  scope: Scope,
  admission: readonly pulumi.Resource[],
): k8s.helm.v3.Release {
  const { name, options, settings } = scope;
  const { accountId, region, clusterName, kubernetesVersion } = settings;
  const identity = createPodIdentity(
    {
      name: `${name}-${chart}`,
      description: `Number of nodes of the cluster ${clusterName}`,
      ...{ accountId, region, clusterName, namespace, serviceAccount: chart },
      statements: statementsFor(settings),
    },
    settings.ready,
    options,
  );
  return createRelease(scope, {
    ...{ chart, namespace, after: [...admission, ...identity.ready] },
    values: {
      cloudProvider: "aws",
      awsRegion: region,
      autoDiscovery: { clusterName },
      image: { tag: `v${kubernetesVersion}.0` },
      rbac: { serviceAccount: { create: true, name: chart } },
      replicaCount: 2,
      podLabels: awaitsRole,
      resources: resourcesOf("100m", "600Mi"),
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 65534,
        seccompProfile: { type: "RuntimeDefault" },
      },
      containerSecurityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
        readOnlyRootFilesystem: true,
      },
      extraArgs: {
        "balance-similar-node-groups": true,
        expander: "least-waste",
        // Every workload has a folder of its node for files that last no longer than its pod.
        "skip-nodes-with-local-storage": false,
        "skip-nodes-with-system-pods": false,
      },
    },
  });
}

/**
 * What the autoscaler needs, with the power over groups of this cluster alone. EKS tags them so.
 *
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md
 */
function statementsFor({ accountId, region, clusterName }: Settings): readonly PolicyStatement[] {
  const nodeGroups = `arn:${partitionOf(region)}:eks:${region}:${accountId}:nodegroup/${clusterName}`;
  return [
    {
      Effect: "Allow",
      Action: [
        "autoscaling:DescribeAutoScalingGroups",
        "autoscaling:DescribeAutoScalingInstances",
        "autoscaling:DescribeLaunchConfigurations",
        "autoscaling:DescribeScalingActivities",
        "autoscaling:DescribeTags",
        "ec2:DescribeImages",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplateVersions",
        "ec2:GetInstanceTypesFromInstanceRequirements",
      ],
      Resource: "*",
    },
    { Effect: "Allow", Action: "eks:DescribeNodegroup", Resource: `${nodeGroups}/*` },
    {
      Effect: "Allow",
      Action: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
      Resource: "*",
      Condition: {
        StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${clusterName}`]: "owned" },
      },
    },
  ];
}
