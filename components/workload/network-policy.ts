import * as k8s from "@pulumi/kubernetes";
import { namesEgress, podIdentityEgress } from "../pod-egress";
import { isOutside, type Edge, type ServicePeer } from "./edge";
import { statementsOf } from "./identity";
import { metadataOf, selectorOf, type Scope } from "./scope";

type Policy = k8s.types.input.networking.v1.NetworkPolicySpec;
type Peer = k8s.types.input.networking.v1.NetworkPolicyPeer;

/**
 * Lets the pods of a workload reach what their edges lead to, and be reached as it is said. Nothing else enters or
 * leaves them but questions for names, and for their role where they have one.
 */
export function isolate(
  { name, settings, inside }: Scope,
  ingress: Policy["ingress"],
): k8s.networking.v1.NetworkPolicy {
  const identity = statementsOf(settings).length === 0 ? [] : [podIdentityEgress];
  return new k8s.networking.v1.NetworkPolicy(
    name,
    {
      metadata: metadataOf(settings),
      spec: {
        podSelector: { matchLabels: selectorOf(settings.workloadName) },
        policyTypes: ["Ingress", "Egress"],
        ingress,
        egress: [namesEgress, ...identity, ...settings.connectsTo.flatMap(egress)],
      },
    },
    inside,
  );
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

/** The pods of a service, as a network policy knows them. */
export function podsOf({ service, namespace }: ServicePeer): Peer {
  return {
    podSelector: { matchLabels: selectorOf(service) },
    ...(namespace === undefined ? {} : { namespaceSelector: namespaceOf(namespace) }),
  };
}

/** A namespace, as a network policy knows it. */
export function namespaceOf(name: string) {
  return { matchLabels: { "kubernetes.io/metadata.name": name } };
}
