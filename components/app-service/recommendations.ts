import * as k8s from "@pulumi/kubernetes";
import { after, metadataOf } from "../workload/scope";
import type { Scope } from "./scope";

/**
 * Has the cluster's vertical autoscaler recommend what the pods should ask for, where that is wanted. It changes no pod:
 * that would be at odds with the autoscaler of their number.
 *
 * @see https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/known-limitations.md
 */
export function recommendResources(scope: Scope, deployment: k8s.apps.v1.Deployment): void {
  const { name, settings } = scope;
  if (!settings.recommendations) return;

  new k8s.apiextensions.CustomResource(
    name,
    {
      apiVersion: "autoscaling.k8s.io/v1",
      kind: "VerticalPodAutoscaler",
      metadata: metadataOf(settings),
      spec: {
        targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: settings.workloadName },
        updatePolicy: { updateMode: "Off" },
      },
    },
    after(scope, [deployment]),
  );
}
