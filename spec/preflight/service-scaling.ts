import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule } from "./rule";

type Service = Spec["services"][string];

/** Numbers of pods that can be reached, and pods that can go. */
export const serviceScalingRules = [
  every(inOrder),
  every(scaled),
  every(measured),
  every(drainable),
  every(servingOn),
];

/** A rule of every service. */
function every(check: (path: string, service: Service) => readonly Problem[]) {
  return rule(["services"], ({ services }) =>
    Object.entries(services).flatMap(([name, service]) => check(`services.${name}`, service)),
  );
}

function inOrder(path: string, { replicas: { minimum, maximum } }: Service): readonly Problem[] {
  if (maximum === undefined || minimum <= maximum) return [];
  return [
    {
      path: `${path}.replicas.maximum`,
      value: maximum,
      rule: `must be at least minimum ${minimum}`,
      fix: `raise it to ${minimum} or more, or leave it out`,
    },
  ];
}

function scaled(path: string, { replicas, autoscaling }: Service): readonly Problem[] {
  const { minimum, maximum = minimum } = replicas;
  if (maximum > minimum && autoscaling === undefined) {
    return [
      {
        path: `${path}.replicas.maximum`,
        value: maximum,
        rule: `must be minimum ${minimum} without autoscaling, which alone would add pods`,
        fix: "leave it out, or add autoscaling with cpuPercent",
      },
    ];
  }
  if (maximum > minimum || autoscaling === undefined) return [];
  return [
    {
      path: `${path}.autoscaling`,
      rule: `must be left out where replicas.maximum is not more than minimum ${minimum}`,
      fix: "raise replicas.maximum, or remove it (null in overrides)",
    },
  ];
}

function measured(path: string, { autoscaling }: Service): readonly Problem[] {
  if (autoscaling === undefined) return [];
  const { cpuPercent, memoryPercent } = autoscaling;
  if (cpuPercent !== undefined || memoryPercent !== undefined) return [];
  return [
    {
      path: `${path}.autoscaling`,
      rule: "must have cpuPercent or memoryPercent, by which pods are added",
      fix: "add cpuPercent: 70",
    },
  ];
}

function drainable(path: string, { podDisruption, replicas }: Service): readonly Problem[] {
  const { minAvailable, maxUnavailable } = podDisruption ?? {};
  if (minAvailable === undefined) return [];
  const at = `${path}.podDisruption`;
  if (maxUnavailable !== undefined) {
    return [
      {
        path: at,
        value: podDisruption,
        rule: "must have one of maxUnavailable and minAvailable",
        fix: "remove minAvailable",
      },
    ];
  }
  if (minAvailable < replicas.minimum) return [];
  return [
    {
      path: `${at}.minAvailable`,
      value: minAvailable,
      rule: `must be less than replicas.minimum ${replicas.minimum}, or no node with such a pod can be drained`,
      fix:
        replicas.minimum === 1
          ? "raise replicas.minimum, or write maxUnavailable: 1 instead"
          : `lower it to ${replicas.minimum - 1} or less`,
    },
  ];
}

function servingOn(
  path: string,
  { deregistrationSeconds, preStopSeconds }: Service,
): readonly Problem[] {
  if (preStopSeconds === undefined || preStopSeconds > deregistrationSeconds) return [];
  return [
    {
      path: `${path}.preStopSeconds`,
      value: preStopSeconds,
      rule: `must be more than deregistrationSeconds ${deregistrationSeconds}, while requests still come`,
      fix: `leave it out, and it is ${deregistrationSeconds + 5}`,
    },
  ];
}
