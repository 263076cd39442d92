import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { namesEgress, podIdentityEgress } from "../pod-egress";
import type { Scope } from "./scope";

/** What every pod needs to work at all. */
const basics: Readonly<Record<string, k8s.types.input.networking.v1.NetworkPolicyEgressRule>> = {
  "allow-dns": namesEgress,
  "allow-pod-identity": podIdentityEgress,
};

/** Lets pods of a namespace ask for names and for their role, and lets nothing else in or out. */
export function isolate(
  prefix: string,
  namespace: string,
  options: pulumi.CustomResourceOptions,
): readonly pulumi.Resource[] {
  const deny = new k8s.networking.v1.NetworkPolicy(
    `${prefix}-default-deny`,
    {
      metadata: { name: "default-deny", namespace },
      spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
    },
    options,
  );
  const allowed = Object.entries(basics).map(
    ([name, rule]) =>
      new k8s.networking.v1.NetworkPolicy(
        `${prefix}-${name}`,
        {
          metadata: { name, namespace },
          spec: { podSelector: {}, policyTypes: ["Egress"], egress: [rule] },
        },
        options,
      ),
  );
  return [deny, ...allowed];
}

/**
 * Lets the pods of a namespace that serves the cluster go everywhere but where data stores stand. They have the security
 * groups of the nodes, like those that may go there.
 *
 * @param after - What must be there before.
 */
export function keepFromStores(
  { name, settings: { storeCidrBlocks }, options }: Scope,
  namespace: string,
  after: readonly pulumi.Resource[],
): void {
  if (storeCidrBlocks.length === 0) return;
  const elsewhere = { cidr: "0.0.0.0/0", except: [...storeCidrBlocks] };
  new k8s.networking.v1.NetworkPolicy(
    `${name}-${namespace}-keep-from-stores`,
    {
      metadata: { name: "keep-from-stores", namespace },
      spec: {
        podSelector: {},
        policyTypes: ["Egress"],
        egress: [{ to: [{ ipBlock: elsewhere }] }],
      },
    },
    { ...options, dependsOn: [...after] },
  );
}
