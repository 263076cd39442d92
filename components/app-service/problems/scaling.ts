import { outsideOf, unless } from "../../problems/phrases";
import { isScaled, type ScalingArgs } from "../autoscaler";
import type { Settings } from "../service-settings";

const mostPods = 1000;
/** More than 100 is what pods use beyond what they ask for. */
const mostPercent = 1000;

/** What is wrong with how many pods there are. */
export function scalingProblems(settings: Settings): readonly string[] {
  const { minimum, maximum } = settings.replicas;
  return [
    ...outsideOf("replicas.minimum", minimum, 1, mostPods),
    ...outsideOf("replicas.maximum", maximum, Math.max(minimum, 1), mostPods),
    ...autoscalingProblems(settings),
    ...disruptionProblems(settings),
  ];
}

function autoscalingProblems(settings: Settings): readonly string[] {
  const { autoscaling } = settings;
  if (autoscaling === undefined) {
    return unless(
      !isScaled(settings),
      "autoscaling must be set where replicas.maximum is more than the minimum, got nothing",
    );
  }
  const { cpuPercent, memoryPercent, scaleUp, scaleDown } = autoscaling;
  return [
    ...unless(
      isScaled(settings),
      "autoscaling must be left out where replicas.maximum is not more than the minimum",
    ),
    ...unless(
      cpuPercent !== undefined || memoryPercent !== undefined,
      "autoscaling must have cpuPercent or memoryPercent, got neither",
    ),
    ...outsideOf("autoscaling.cpuPercent", cpuPercent, 1, mostPercent),
    ...outsideOf("autoscaling.memoryPercent", memoryPercent, 1, mostPercent),
    ...speedProblems("autoscaling.scaleUp", scaleUp),
    ...speedProblems("autoscaling.scaleDown", scaleDown),
  ];
}

function speedProblems(
  path: string,
  { stabilizationSeconds, pods, percent, periodSeconds }: ScalingArgs,
): readonly string[] {
  return [
    ...outsideOf(`${path}.stabilizationSeconds`, stabilizationSeconds, 0, 3600),
    ...outsideOf(`${path}.pods`, pods, 1, mostPods),
    ...outsideOf(`${path}.percent`, percent, 1, mostPercent),
    ...outsideOf(`${path}.periodSeconds`, periodSeconds, 1, 1800),
  ];
}

function disruptionProblems({ podDisruption, replicas }: Settings): readonly string[] {
  const { maxUnavailable, minAvailable } = podDisruption;
  return [
    ...unless(
      maxUnavailable === undefined || minAvailable === undefined,
      "podDisruption must have one of maxUnavailable and minAvailable, got both",
    ),
    ...outsideOf("podDisruption.maxUnavailable", maxUnavailable, 1, mostPods),
    ...unless(
      minAvailable === undefined || minAvailable < replicas.minimum,
      `podDisruption.minAvailable must be less than replicas.minimum ${replicas.minimum}, or nodes are never drained, got ${String(minAvailable)}`,
    ),
    ...outsideOf("podDisruption.minAvailable", minAvailable, 1, mostPods),
  ];
}
