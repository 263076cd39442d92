import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { namesEgress, podIdentityEgress } from "../pod-egress";

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
