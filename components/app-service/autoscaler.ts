import * as k8s from "@pulumi/kubernetes";
import { after, metadataOf } from "../workload/scope";
import type { Scope } from "./scope";
import type { Settings } from "./service-settings";

/** How fast the number of pods changes in one direction: by `pods` or `percent` in `periodSeconds`, by the larger one. */
export interface ScalingArgs {
  /**
   * Seconds for which the want of pods is looked back at, 0 to 3600, so that it does not change to and fro.
   *
   * @default - 0 upwards, 300 downwards
   */
  readonly stabilizationSeconds?: number | undefined;
  /**
   * Pods, 1 or more.
   *
   * @default - 2 upwards, 1 downwards
   */
  readonly pods?: number | undefined;
  /**
   * Share of the pods that there are, 1 percent or more.
   *
   * @default - 100 upwards, none downwards
   */
  readonly percent?: number | undefined;
  /**
   * Seconds, 1 to 1800.
   *
   * @default 60
   */
  readonly periodSeconds?: number | undefined;
}

/** When there are how many pods: as many as keep each use at its share. One use at least is said. */
export interface AutoscalingArgs {
  /** Use of the processor on average, in percent of what is asked for. */
  readonly cpuPercent?: number | undefined;
  /** Use of memory on average, in percent of what is asked for. */
  readonly memoryPercent?: number | undefined;
  /** How fast pods are added. */
  readonly scaleUp?: ScalingArgs | undefined;
  /** How fast pods are taken away. */
  readonly scaleDown?: ScalingArgs | undefined;
}

/** Up at once, so that no request waits; down slowly, as what was needed is soon needed again. */
export const scalingDefaults = {
  scaleUp: { stabilizationSeconds: 0, pods: 2, percent: 100, periodSeconds: 60 },
  scaleDown: { stabilizationSeconds: 300, pods: 1, periodSeconds: 60 },
} as const;

/** Tells whether the autoscaler says how many pods there are. */
export function isScaled({ replicas }: Pick<Settings, "replicas">): boolean {
  return replicas.maximum > replicas.minimum;
}

/** Makes the autoscaler of a service, where its number of pods is not always the same. */
export function createAutoscaler(scope: Scope, deployment: k8s.apps.v1.Deployment): void {
  const { name, settings } = scope;
  const { workloadName, replicas, autoscaling } = settings;
  if (!isScaled(settings) || autoscaling === undefined) return;

  const { cpuPercent, memoryPercent, scaleUp, scaleDown } = autoscaling;
  new k8s.autoscaling.v2.HorizontalPodAutoscaler(
    name,
    {
      metadata: metadataOf(settings),
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: workloadName },
        minReplicas: replicas.minimum,
        maxReplicas: replicas.maximum,
        metrics: [...metric("cpu", cpuPercent), ...metric("memory", memoryPercent)],
        behavior: { scaleUp: rulesOf(scaleUp), scaleDown: rulesOf(scaleDown) },
      },
    },
    after(scope, [deployment]),
  );
}

function metric(name: string, averageUtilization: number | undefined) {
  if (averageUtilization === undefined) return [];
  return [
    { type: "Resource", resource: { name, target: { type: "Utilization", averageUtilization } } },
  ];
}

function rulesOf({ stabilizationSeconds, pods, percent, periodSeconds = 60 }: ScalingArgs) {
  const amounts = { Pods: pods, Percent: percent };
  return {
    ...(stabilizationSeconds === undefined
      ? {}
      : { stabilizationWindowSeconds: stabilizationSeconds }),
    selectPolicy: "Max",
    policies: Object.entries(amounts).flatMap(([type, value]) =>
      value === undefined ? [] : [{ type, value, periodSeconds }],
    ),
  };
}
