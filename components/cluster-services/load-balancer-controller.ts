import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { awaitsRole, createPodIdentity, type PolicyStatement } from "../pod-role";
import { createRelease, resourcesOf } from "./release";
import type { Scope } from "./scope";

const chart = "aws-load-balancer-controller";
const namespace = "kube-system";

/** The tag by which the controller may touch a target group: whoever makes one for this cluster sets it. */
export function targetGroupTagsOf(clusterName: string): Readonly<Record<string, string>> {
  return { "elbv2.k8s.aws/cluster": clusterName };
}

/**
 * Installs the AWS Load Balancer Controller to do one thing: to keep the targets of target groups that are made
 * elsewhere. It makes no load balancers, no security group rules, and is not asked about services.
 *
 * @param admission - What holds back its pods until they have their role.
 */
export function createLoadBalancerController(
  scope: Scope,
  admission: readonly pulumi.Resource[],
): k8s.helm.v3.Release {
  const { name, options, settings } = scope;
  const { accountId, region, clusterName, vpcId } = settings;
  const identity = createPodIdentity(
    {
      name: `${name}-${chart}`,
      description: `Targets of load balancers in the cluster ${clusterName}`,
      ...{ accountId, region, clusterName, namespace, serviceAccount: chart },
      statements: statementsFor(clusterName),
    },
    settings.ready,
    options,
  );
  return createRelease(scope, {
    ...{ chart, namespace, after: [...admission, ...identity.ready] },
    values: {
      ...{ clusterName, region, vpcId },
      serviceAccount: { create: true, name: chart },
      replicaCount: 2,
      podLabels: awaitsRole,
      podDisruptionBudget: { maxUnavailable: 1 },
      resources: resourcesOf("100m", "256Mi"),
      podSecurityContext: { fsGroup: 65534, seccompProfile: { type: "RuntimeDefault" } },
      defaultTargetType: "ip",
      createIngressClassResource: false,
      ingressClassParams: { create: false },
      enableServiceMutatorWebhook: false,
      enableShield: false,
      enableWaf: false,
      enableWafv2: false,
      controllerConfig: { featureGates: { EnableServiceController: false } },
    },
  });
}

/**
 * What the controller needs for target groups alone. The actions that only read take no resource.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/
 */
function statementsFor(clusterName: string): readonly PolicyStatement[] {
  const tags = Object.entries(targetGroupTagsOf(clusterName));
  return [
    {
      Effect: "Allow",
      Action: [
        "ec2:DescribeInstances",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeVpcs",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
      ],
      Resource: "*",
    },
    {
      Effect: "Allow",
      Action: [
        "elasticloadbalancing:DeregisterTargets",
        "elasticloadbalancing:ModifyTargetGroup",
        "elasticloadbalancing:ModifyTargetGroupAttributes",
        "elasticloadbalancing:RegisterTargets",
      ],
      Resource: "*",
      Condition: {
        StringEquals: Object.fromEntries(
          tags.map(([key, value]) => [`aws:ResourceTag/${key}`, value]),
        ),
      },
    },
  ];
}
