import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { isScaled } from "./autoscaler";
import type { Configuration } from "../workload/configuration";
import { servicePodOf } from "./pod";
import { podLabelsOf } from "../workload/identity";
import { after, metadataOf, selectorOf } from "../workload/scope";
import type { Scope } from "./scope";

/** Seconds in which a pod must serve, or the new version has failed. */
const progressSeconds = 600;
/** Seconds that each further pod may take: to start, and until the load balancer finds it healthy. */
const secondsPerPod = 180;

/** Makes the pods of a service, of which a new version replaces one after another, each once its successor serves. */
export function createDeployment(
  scope: Scope,
  configuration: Configuration,
  before: readonly pulumi.Resource[],
): k8s.apps.v1.Deployment {
  const { name, settings } = scope;
  const scaled = isScaled(settings);
  const patience = `${progressSeconds + settings.replicas.maximum * secondsPerPod}s`;
  return new k8s.apps.v1.Deployment(
    name,
    {
      metadata: metadataOf(settings),
      spec: {
        ...(scaled ? {} : { replicas: settings.replicas.minimum }),
        revisionHistoryLimit: 5,
        progressDeadlineSeconds: progressSeconds,
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector: { matchLabels: selectorOf(settings.workloadName) },
        template: {
          metadata: { labels: podLabelsOf(settings) },
          spec: servicePodOf(settings, configuration),
        },
      },
    },
    {
      ...after(scope, [...configuration.ready, ...before]),
      ignoreChanges: scaled ? ["spec.replicas"] : [],
      customTimeouts: { create: patience, update: patience },
    },
  );
}
