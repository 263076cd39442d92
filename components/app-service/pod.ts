import type * as k8s from "@pulumi/kubernetes";
import type { Configuration } from "../workload/configuration";
import { containerOf, podOf } from "../workload/pod";
import { selectorOf } from "../workload/scope";
import { probeInputs } from "./probes";
import type { Settings } from "./service-settings";

/** What the pods of a service are: those of a workload that are spread, and serve on while they are let go of. */
export function servicePodOf(
  settings: Settings,
  configuration: Configuration,
): k8s.types.input.core.v1.PodSpec {
  const { workloadName, preStopSeconds, shutdownSeconds } = settings;
  return {
    ...podOf(settings, configuration),
    terminationGracePeriodSeconds: preStopSeconds + shutdownSeconds,
    topologySpreadConstraints: [
      spread(workloadName, "topology.kubernetes.io/zone", "DoNotSchedule"),
      spread(workloadName, "kubernetes.io/hostname", "ScheduleAnyway"),
    ],
    containers: [serviceContainerOf(settings, configuration)],
  };
}

function serviceContainerOf(
  settings: Settings,
  configuration: Configuration,
): k8s.types.input.core.v1.Container {
  const { port, metricsPort, probes, preStopSeconds } = settings;
  const metrics =
    metricsPort === undefined ? [] : [{ name: "metrics", containerPort: metricsPort }];
  return {
    ...containerOf(settings, configuration),
    ports: [{ name: "http", containerPort: port }, ...metrics],
    ...probeInputs(probes),
    lifecycle: { preStop: { sleep: { seconds: preStopSeconds } } },
  };
}

/** Counts the pods of one version alone, so that those which are going do not push new ones together. */
function spread(workloadName: string, topologyKey: string, whenUnsatisfiable: string) {
  return {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable,
    labelSelector: { matchLabels: selectorOf(workloadName) },
    matchLabelKeys: ["pod-template-hash"],
  };
}
