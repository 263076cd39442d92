/** Helm charts that a cluster gets. */
export type ChartName =
  | "aws-load-balancer-controller"
  | "cluster-autoscaler"
  | "external-secrets"
  | "vertical-pod-autoscaler";

/** Where charts come from. */
export const repositories: Readonly<Record<ChartName, string>> = {
  "aws-load-balancer-controller": "https://aws.github.io/eks-charts",
  "cluster-autoscaler": "https://kubernetes.github.io/autoscaler",
  "external-secrets": "https://charts.external-secrets.io",
  "vertical-pod-autoscaler": "https://kubernetes.github.io/autoscaler",
};

/** The versions whose values this component gives. */
export const chartVersions: Readonly<Record<ChartName, string>> = {
  "aws-load-balancer-controller": "3.5.0",
  "cluster-autoscaler": "9.59.0",
  "external-secrets": "2.10.0",
  "vertical-pod-autoscaler": "0.8.1",
};
