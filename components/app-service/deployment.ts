import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { isScaled } from "./autoscaler";
import type { Configuration } from "../workload/configuration";
import { servicePodOf } from "./pod";
import { podLabelsOf } from "../workload/identity";
import { after, metadataOf, selectorOf } from "../workload/scope";
import type { Scope } from "./scope";

/** Makes the pods of a service, of which a new version replaces one after another, each once its successor serves. */
export function createDeployment(
  scope: Scope,
  configuration: Configuration,
  before: readonly pulumi.Resource[],
): k8s.apps.v1.Deployment {
  const { name, settings } = scope;
  const scaled = isScaled(settings);
  return new k8s.apps.v1.Deployment(
    name,
    {
      metadata: metadataOf(settings),
      spec: {
        ...(scaled ? {} : { replicas: settings.replicas.minimum }),
        revisionHistoryLimit: 5,
        progressDeadlineSeconds: 600,
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
    },
  );
}
