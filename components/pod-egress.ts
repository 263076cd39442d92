import type * as k8s from "@pulumi/kubernetes";

type Rule = k8s.types.input.networking.v1.NetworkPolicyEgressRule;

/** Lets pods ask the cluster's DNS for names. */
export const namesEgress: Rule = {
  to: [
    {
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
      podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
    },
  ],
  ports: [
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 53 },
  ],
};

/**
 * Lets pods ask the agent of EKS Pod Identity for their role.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html
 */
export const podIdentityEgress: Rule = {
  to: [{ ipBlock: { cidr: "169.254.170.23/32" } }],
  ports: [{ protocol: "TCP", port: 80 }],
};
