import type * as k8s from "@pulumi/kubernetes";
import type { ServicePeer } from "../workload/edge";
import { namespaceOf, podsOf } from "../workload/network-policy";
import type { Settings } from "./service-settings";

/** Who may connect to a port. */
export interface CallersArgs {
  /**
   * IPv4 ranges, such as the subnets of a load balancer.
   *
   * @default []
   */
  readonly cidrBlocks?: readonly string[] | undefined;
  /**
   * Services of the cluster.
   *
   * @default []
   */
  readonly services?: readonly ServicePeer[] | undefined;
  /**
   * Namespaces of the cluster, with all their pods.
   *
   * @default []
   */
  readonly namespaces?: readonly string[] | undefined;
}

type Rule = k8s.types.input.networking.v1.NetworkPolicyIngressRule;

/** Lets callers reach the ports that they call. */
export function ingressOf(settings: Settings): Rule[] {
  const { port, metricsPort, callers, metricsCallers } = settings;
  return [...rulesOf(port, callers), ...rulesOf(metricsPort, metricsCallers)];
}

/** A rule without peers would let everyone in: there is none then. */
function rulesOf(
  port: number | undefined,
  { cidrBlocks, services, namespaces }: Settings["callers"],
): readonly Rule[] {
  const from = [
    ...cidrBlocks.map((cidr) => ({ ipBlock: { cidr } })),
    ...services.map(podsOf),
    ...namespaces.map((namespace) => ({ namespaceSelector: namespaceOf(namespace) })),
  ];
  if (port === undefined || from.length === 0) return [];
  return [{ from, ports: [{ protocol: "TCP", port }] }];
}
