import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { allow } from "../security-group-edge";
import type { Scope } from "./scope";

/**
 * Lets through what a cluster needs: nodes and pods reach each other and the API server, and the control plane reaches
 * kubelets and the webhooks of controllers, which listen at ports above 1024. The control plane's group lets everything
 * out as EKS makes it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html
 */
export function createTraffic(scope: Scope, cluster: aws.eks.Cluster): readonly pulumi.Resource[] {
  const { region, appSecurityGroupId } = scope.settings;
  const { clusterSecurityGroupId } = cluster.vpcConfig;
  const toApi = allow(scope, {
    name: `${scope.name}-from-app`,
    description: "HTTPS from nodes and pods to the API server",
    region,
    from: appSecurityGroupId,
    to: clusterSecurityGroupId,
    port: 443,
  });
  const toNodes = new aws.vpc.SecurityGroupIngressRule(
    `${scope.name}-to-app`,
    {
      region,
      securityGroupId: appSecurityGroupId,
      referencedSecurityGroupId: clusterSecurityGroupId,
      description: "The control plane to kubelets and webhooks",
      ipProtocol: "tcp",
      fromPort: 1025,
      toPort: 65_535,
    },
    scope.options,
  );
  return [...allowWithin(scope), ...toApi, toNodes];
}

/** Which pod reaches which is for network policies to say: they know pods, and security groups nodes alone. */
function allowWithin({ name, settings, options }: Scope): readonly pulumi.Resource[] {
  const { region, appSecurityGroupId } = settings;
  const traffic = {
    region,
    securityGroupId: appSecurityGroupId,
    referencedSecurityGroupId: appSecurityGroupId,
    description: "Everything among nodes and pods",
    ipProtocol: "-1",
  };
  return [
    new aws.vpc.SecurityGroupIngressRule(`${name}-within-app`, traffic, options),
    new aws.vpc.SecurityGroupEgressRule(`${name}-within-app`, traffic, options),
  ];
}
