import * as k8s from "@pulumi/kubernetes";
import { metadataOf, selectorOf } from "../workload/scope";
import type { Scope } from "./scope";

/** Limits how many pods are taken away at once when nodes are drained. Those that do not work are in nobody's way. */
export function limitDisruption({ name, settings, inside }: Scope): void {
  const { maxUnavailable, minAvailable } = settings.podDisruption;
  new k8s.policy.v1.PodDisruptionBudget(
    name,
    {
      metadata: metadataOf(settings),
      spec: {
        selector: { matchLabels: selectorOf(settings.workloadName) },
        unhealthyPodEvictionPolicy: "AlwaysAllow",
        ...(minAvailable === undefined
          ? { maxUnavailable: maxUnavailable ?? 1 }
          : { minAvailable }),
      },
    },
    inside,
  );
}
