import { outsideOf, shown, unless } from "../../problems/phrases";
import type { Settings } from "../service-settings";

const mostSeconds = 86_400;

/** What is wrong with where a service listens and is asked how it is. */
export function portProblems(settings: Settings): readonly string[] {
  const { port, servicePort, metricsPort, probes } = settings;
  return [
    ...outsideOf("port", port, 1, 65_535),
    ...(servicePort === port ? [] : outsideOf("servicePort", servicePort, 1, 65_535)),
    ...outsideOf("metricsPort", metricsPort, 1, 65_535),
    ...unless(
      metricsPort === undefined || metricsPort !== servicePort || servicePort === port,
      `metricsPort must be another port than servicePort, got ${shown(metricsPort)}`,
    ),
    ...unless(metricsPort !== port, `metricsPort must be another port than port, got ${port}`),
    ...Object.entries(probes).flatMap(([name, probe]) =>
      probeProblems(`probes.${name}`, probe, settings),
    ),
  ];
}

function probeProblems(
  path: string,
  probe: Settings["probes"][string],
  { port, metricsPort }: Settings,
): readonly string[] {
  const { periodSeconds, timeoutSeconds, initialDelaySeconds, failureThreshold } = probe;
  return [
    ...unless(probe.path.startsWith("/"), `${path}.path must begin with /, got ${probe.path}`),
    ...unless(
      probe.port === port || probe.port === metricsPort,
      `${path}.port must be port ${port} or metricsPort ${shown(metricsPort)}, got ${probe.port}`,
    ),
    ...outsideOf(`${path}.initialDelaySeconds`, initialDelaySeconds, 0, mostSeconds),
    ...outsideOf(`${path}.periodSeconds`, periodSeconds, 1, mostSeconds),
    ...outsideOf(`${path}.failureThreshold`, failureThreshold, 1, mostSeconds),
    ...outsideOf(`${path}.timeoutSeconds`, timeoutSeconds, 1, periodSeconds),
  ];
}
