import type * as k8s from "@pulumi/kubernetes";
import { createRelease, resourcesOf } from "./release";
import type { Scope } from "./scope";

/**
 * Installs the part of the vertical pod autoscaler that recommends what pods should ask for. The parts that would
 * change pods are left out: they are at odds with the horizontal autoscaler.
 *
 * @see https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/known-limitations.md
 */
export function createVerticalAutoscaler(scope: Scope): k8s.helm.v3.Release {
  return createRelease(scope, {
    chart: "vertical-pod-autoscaler",
    namespace: "kube-system",
    after: [],
    values: {
      recommender: { enabled: true, replicas: 2, resources: resourcesOf("50m", "500Mi") },
      updater: { enabled: false },
      admissionController: { enabled: false },
    },
  });
}
