import * as k8s from "@pulumi/kubernetes";
import { namesEgress, podIdentityEgress } from "../pod-egress";
import { isOutside, type Edge, type ServicePeer } from "./edge";
import { statementsOf } from "./identity";
import { metadataOf, selectorOf, type Scope } from "./scope";
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

type Peer = k8s.types.input.networking.v1.NetworkPolicyPeer;

/**
 * Lets callers reach the pods of a service, and its pods what their edges lead to. Nothing else enters or leaves them
 * but questions for names, and for their role where they have one.
 */
export function isolate({ name, settings, inside }: Scope): k8s.networking.v1.NetworkPolicy {
  const { serviceName, connectsTo, port, metricsPort, callers, metricsCallers } = settings;
  const identity = statementsOf(settings).length === 0 ? [] : [podIdentityEgress];
  return new k8s.networking.v1.NetworkPolicy(
    name,
    {
      metadata: metadataOf(settings),
      spec: {
        podSelector: { matchLabels: selectorOf(serviceName) },
        policyTypes: ["Ingress", "Egress"],
        ingress: [...ingress(port, callers), ...ingress(metricsPort, metricsCallers)],
        egress: [namesEgress, ...identity, ...connectsTo.flatMap(egress)],
      },
    },
    inside,
  );
}

/** A rule without peers would let everyone in: there is none then. */
function ingress(
  port: number | undefined,
  { cidrBlocks, services, namespaces }: Settings["callers"],
): readonly k8s.types.input.networking.v1.NetworkPolicyIngressRule[] {
  const from = [
    ...cidrBlocks.map((cidr) => ({ ipBlock: { cidr } })),
    ...services.map(podsOf),
    ...namespaces.map((namespace) => ({ namespaceSelector: namespaceOf(namespace) })),
  ];
  if (port === undefined || from.length === 0) return [];
  return [{ from, ports: [{ protocol: "TCP", port }] }];
}

function egress({
  destination,
}: Edge): readonly k8s.types.input.networking.v1.NetworkPolicyEgressRule[] {
  if (destination === undefined) return [];
  const ports = [{ protocol: "TCP", port: destination.port }];
  if (!isOutside(destination)) return [{ to: [podsOf(destination)], ports }];

  const { cidrBlocks, exceptCidrBlocks = [] } = destination;
  const except = exceptCidrBlocks.length === 0 ? {} : { except: [...exceptCidrBlocks] };
  return [{ to: cidrBlocks.map((cidr) => ({ ipBlock: { cidr, ...except } })), ports }];
}

function podsOf({ service, namespace }: ServicePeer): Peer {
  return {
    podSelector: { matchLabels: selectorOf(service) },
    ...(namespace === undefined ? {} : { namespaceSelector: namespaceOf(namespace) }),
  };
}

function namespaceOf(name: string) {
  return { matchLabels: { "kubernetes.io/metadata.name": name } };
}
