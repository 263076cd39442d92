import type { Data } from "../../../policies/data";

/** Types of what makes pods. */
export const types = {
  cronJob: "kubernetes:batch/v1:CronJob",
  daemonSet: "kubernetes:apps/v1:DaemonSet",
  deployment: "kubernetes:apps/v1:Deployment",
  job: "kubernetes:batch/v1:Job",
  patch: "kubernetes:apps/v1:DeploymentPatch",
  pod: "kubernetes:core/v1:Pod",
  statefulSet: "kubernetes:apps/v1:StatefulSet",
} as const;

/** Labels of the pods of {@link deploymentOf}. */
export const labels = { "app.kubernetes.io/name": "orders" };

/** Inputs of a Deployment, a Job or their like whose pods are so. */
export function deploymentOf(pod: unknown, spec: Data = {}): Data {
  return {
    metadata: { name: "orders", namespace: "shop", labels },
    spec: { ...spec, template: { metadata: { labels }, spec: pod } },
  };
}

/** Inputs of one with a single container that is so. */
export function containerOf(container: unknown, pod: Data = {}): Data {
  return deploymentOf({ ...pod, containers: [container] });
}

/** Inputs of one with a single container that has this security context. */
export function securityOf(securityContext: unknown, pod: Data = {}): Data {
  return containerOf({ name: "orders", securityContext }, pod);
}
