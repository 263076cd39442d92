import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule } from "./rule";

type Service = Spec["services"][string];

/** Ports at which services listen, and questions that are answered there. */
export const servicePortRules = [
  rule(["services"], ({ services }) =>
    Object.entries(services).flatMap(([name, service]) => ownPort(`services.${name}`, service)),
  ),
  rule(["services"], ({ services }) =>
    Object.entries(services).flatMap(([name, service]) =>
      Object.entries(service.probes).flatMap(([kind, probe]) =>
        probe === undefined ? [] : answerable(`services.${name}.probes.${kind}`, probe, service),
      ),
    ),
  ),
];

function ownPort(
  path: string,
  { port, servicePort = port, metricsPort }: Service,
): readonly Problem[] {
  const [taken] =
    Object.entries({ port, servicePort }).find(([, each]) => each === metricsPort) ?? [];
  if (taken === undefined) return [];
  return [
    {
      path: `${path}.metricsPort`,
      value: metricsPort,
      rule: `must be another port than ${taken}`,
      fix: "write another, or remove it and show the metrics at port",
    },
  ];
}

function answerable(
  path: string,
  { port, timeoutSeconds, periodSeconds }: Service["probes"]["liveness"],
  service: Service,
): readonly Problem[] {
  const ports = [service.port, service.metricsPort].filter((each) => each !== undefined);
  const asked = port ?? service.port;
  return [
    ...(ports.includes(asked)
      ? []
      : [
          {
            path: `${path}.port`,
            value: asked,
            rule: `must be a port of the service: ${ports.join(" or ")}`,
            fix: `leave it out, and it is ${service.port}`,
          },
        ]),
    ...(timeoutSeconds <= periodSeconds
      ? []
      : [
          {
            path: `${path}.timeoutSeconds`,
            value: timeoutSeconds,
            rule: `must be at most periodSeconds ${periodSeconds}`,
            fix: `lower it to ${periodSeconds} or less`,
          },
        ]),
  ];
}
