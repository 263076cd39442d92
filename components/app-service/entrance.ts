import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { after, metadataOf, selectorOf } from "../workload/scope";
import type { Scope } from "./scope";

/**
 * Makes the service by which others in the cluster reach the pods, and registers the pods at the load balancer's target
 * group. Both come before the pods: a pod that is made earlier does not wait for the load balancer to find it healthy.
 */
export function createEntrance(scope: Scope): readonly pulumi.Resource[] {
  const { name, settings, inside } = scope;
  const { workloadName, servicePort, metricsPort, targetGroupArn } = settings;
  const metadata = metadataOf(settings);
  const ports = {
    http: servicePort,
    ...(metricsPort === undefined ? {} : { metrics: metricsPort }),
  };
  const service = new k8s.core.v1.Service(
    name,
    {
      // Pulumi would wait for pods, which wait for this.
      metadata: { ...metadata, annotations: { "pulumi.com/skipAwait": "true" } },
      spec: {
        type: "ClusterIP",
        selector: selectorOf(workloadName),
        ports: Object.entries(ports).map(([portName, number]) => ({
          name: portName,
          protocol: "TCP",
          port: number,
          targetPort: portName,
        })),
      },
    },
    inside,
  );
  if (targetGroupArn === undefined) return [service];

  const binding = new k8s.apiextensions.CustomResource(
    name,
    {
      apiVersion: "elbv2.k8s.aws/v1beta1",
      kind: "TargetGroupBinding",
      metadata,
      spec: {
        serviceRef: { name: workloadName, port: servicePort },
        targetGroupARN: targetGroupArn,
        targetType: "ip",
      },
    },
    after(scope, [service]),
  );
  return [service, binding];
}
