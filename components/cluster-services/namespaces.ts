import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { mapRecord } from "../map-record";
import { isolate } from "./network-policies";
import { podSecurityLabels, type PodSecurity } from "./pod-security";
import type { Scope } from "./scope";
import type { Settings } from "./services-settings";

/** A namespace for workloads. */
export interface NamespaceArgs {
  /**
   * How much its pods may do on their node.
   *
   * @default "restricted"
   */
  readonly podSecurity?: PodSecurity | undefined;
  /**
   * Most of each resource that it may use, by Kubernetes' own names: `{ "requests.cpu": "8", pods: "50" }`. Services that
   * open a port of the nodes or a load balancer are none in any case.
   *
   * @default {}
   */
  readonly quota?: Readonly<Record<string, string>> | undefined;
  /**
   * Secrets that its workloads may be given, all under the key of the secrets.
   *
   * @default []
   */
  readonly secretArns?: readonly pulumi.Input<string>[] | undefined;
}

/** What was made in each namespace, the namespace itself first. */
export type Namespaces = Readonly<Record<string, readonly pulumi.Resource[]>>;

/** The load balancer belongs to the edge, and the nodes' ports to nobody. */
const noServicesOutside = { "services.loadbalancers": "0", "services.nodeports": "0" };

/** What a container gets that does not say what it needs. */
const limits = {
  type: "Container",
  defaultRequest: { cpu: "100m", memory: "128Mi" },
  default: { cpu: "500m", memory: "512Mi" },
};

/** Asks the load balancer controller to hold back pods until the load balancer finds them healthy. */
const readinessGates = { "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled" };

/**
 * Makes the namespaces of the workloads. Nothing enters or leaves their pods but what is let through: what is made in
 * them waits for that.
 */
export function createNamespaces(scope: Scope): Namespaces {
  return mapRecord(scope.settings.namespaces, (namespace, label) =>
    createNamespace(scope, label, namespace),
  );
}

function createNamespace(
  scope: Scope,
  label: string,
  { podSecurity, quota }: Settings["namespaces"][string],
): readonly pulumi.Resource[] {
  const { settings, options } = scope;
  const name = `${scope.name}-${label}`;
  const labels = podSecurityLabels(podSecurity, settings.kubernetesVersion);
  const namespace = new k8s.core.v1.Namespace(
    name,
    { metadata: { name: label, labels: { ...labels, ...readinessGates } } },
    // Kubernetes lets go of a namespace only while all its APIs answer, and that of metrics runs on nodes.
    { ...options, dependsOn: [...settings.ready] },
  );
  const inside = { ...options, dependsOn: [namespace] };
  return [
    namespace,
    new k8s.core.v1.ResourceQuota(
      name,
      {
        metadata: { name: "limits", namespace: label },
        spec: { hard: { ...quota, ...noServicesOutside } },
      },
      inside,
    ),
    new k8s.core.v1.LimitRange(
      name,
      { metadata: { name: "defaults", namespace: label }, spec: { limits: [limits] } },
      inside,
    ),
    ...isolate(name, label, inside),
  ];
}
