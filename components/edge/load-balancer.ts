import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Scope } from "./scope";

/**
 * Makes the load balancer. It belongs to the program and not to a controller in the cluster, so that names and
 * firewall stand before the first pod and go after the last.
 */
export function createLoadBalancer(
  { name, settings, stateful }: Scope,
  securityGroupId: pulumi.Output<string>,
): aws.lb.LoadBalancer {
  const { namePrefix, region, publicSubnetIds, logsBucketName, deletionProtection } = settings;
  // Without prefix: a bucket's policy lets load balancers write nowhere else.
  const logs = { bucket: logsBucketName, enabled: true };
  return new aws.lb.LoadBalancer(
    name,
    {
      region,
      name: namePrefix,
      loadBalancerType: "application",
      internal: false,
      ipAddressType: "ipv4",
      subnets: [...publicSubnetIds],
      securityGroups: [securityGroupId],
      accessLogs: logs,
      connectionLogs: logs,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      xffHeaderProcessingMode: "append",
      enableHttp2: true,
      enableZonalShift: true,
      enableWafFailOpen: false,
      idleTimeout: settings.idleTimeoutSeconds,
      enableDeletionProtection: deletionProtection,
      tags: { Name: namePrefix },
    },
    stateful,
  );
}
