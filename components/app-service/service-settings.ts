import { complete } from "../complete";
import { workloadDefaults } from "../workload/workload-settings";
import type { AppServiceArgs } from "./args";
import { scalingDefaults } from "./autoscaler";
import { probeSettingsOf } from "./probes";

/** What holds where an argument is left out. Every value is the safe one. */
const defaults = {
  service: {
    ...workloadDefaults,
    recommendations: false,
    callers: {},
    metricsCallers: {},
    deregistrationSeconds: 30,
    shutdownSeconds: 30,
    podDisruption: {},
  },
  callers: { cidrBlocks: [], services: [], namespaces: [] },
} as const;

/** What a pod serves on for when the load balancer has let go of it. */
const preStopMargin = 5;

/** The arguments of a service with nothing left out that has a default. */
export type Settings = ReturnType<typeof settingsOf>;

/** Completes the arguments of a service by their defaults. */
export function settingsOf(args: AppServiceArgs) {
  const settings = complete(args, defaults.service);
  const { replicas, autoscaling, preStopSeconds, deregistrationSeconds } = settings;
  return {
    ...settings,
    servicePort: settings.servicePort ?? settings.port,
    preStopSeconds: preStopSeconds ?? deregistrationSeconds + preStopMargin,
    replicas: { ...replicas, maximum: replicas.maximum ?? replicas.minimum },
    autoscaling: autoscaling && {
      ...autoscaling,
      scaleUp: complete(autoscaling.scaleUp ?? {}, scalingDefaults.scaleUp),
      scaleDown: complete(autoscaling.scaleDown ?? {}, scalingDefaults.scaleDown),
    },
    probes: probeSettingsOf(settings),
    callers: complete(settings.callers, defaults.callers),
    metricsCallers: complete(settings.metricsCallers, defaults.callers),
  };
}
