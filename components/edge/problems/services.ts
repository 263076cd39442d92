import { outsideOf, unless } from "../../problems/phrases";
import type { ServiceSettings, Settings } from "../edge-settings";

/** Most characters of a resource's name from which that of a target group is made, which has 8 more. */
const longestName = 24;
const path = /^\/[\w$\-./"'@:+~&]*$/;
/** Most characters of the pattern for all below a path. */
const longestPath = 126;
const status = /^[2-4]\d{2}([,-][2-4]\d{2})*$/;

/** What is wrong with the services. */
export function serviceProblems(settings: Settings, name: string): readonly string[] {
  const services = Object.entries(settings.services);
  return [
    ...unless(services.length > 0, "services must be one at least, got none"),
    ...services.flatMap(([label, service]) => [
      ...labelProblems(name, label),
      ...routeProblems(`services.${label}`, service, settings),
      ...targetProblems(`services.${label}`, service),
    ]),
    ...priorityProblems(services),
  ];
}

/** A problem where a path is none that can be asked for. */
export function pathProblems(at: string, text: string): readonly string[] {
  return unless(
    path.test(text),
    `${at} must be a path such as /api/v1/health, without query and wildcards, got ${text}`,
  );
}

function labelProblems(name: string, label: string): readonly string[] {
  return [
    ...unless(
      /^[a-z](-?[a-z0-9])*$/.test(label),
      `services must be labelled by lower-case letters, digits and single hyphens, a letter first, got ${label}`,
    ),
    ...unless(
      `${name}-${label}`.length <= longestName,
      `services must have labels of at most ${longestName - name.length - 1} characters in ${name}, got ${label}`,
    ),
  ];
}

function routeProblems(
  at: string,
  service: ServiceSettings,
  { hostnames, appPorts }: Settings,
): readonly string[] {
  return [
    ...unless(
      hostnames.includes(service.host),
      `${at}.host must be one of the hostnames ${hostnames.join(", ")}, got ${service.host}`,
    ),
    ...pathProblems(`${at}.path`, service.path),
    ...unless(
      service.path === "/" || !service.path.endsWith("/"),
      `${at}.path must not end with a slash, got ${service.path}`,
    ),
    ...unless(
      service.path.length <= longestPath,
      `${at}.path must be at most ${longestPath} characters, got ${service.path.length}`,
    ),
    ...outsideOf(`${at}.port`, service.port, appPorts.from, appPorts.to),
    ...outsideOf(`${at}.priority`, service.priority, 1, 50_000),
  ];
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
function targetProblems(
  at: string,
  { health, deregistrationSeconds }: ServiceSettings,
): readonly string[] {
  const { intervalSeconds, timeoutSeconds, matcher } = health;
  return [
    ...outsideOf(`${at}.deregistrationSeconds`, deregistrationSeconds, 0, 3600),
    ...pathProblems(`${at}.health.path`, health.path),
    ...outsideOf(`${at}.health.intervalSeconds`, intervalSeconds, 5, 300),
    ...outsideOf(`${at}.health.timeoutSeconds`, timeoutSeconds, 2, 120),
    ...unless(
      timeoutSeconds < intervalSeconds,
      `${at}.health.timeoutSeconds must be less than the ${intervalSeconds} of intervalSeconds, got ${timeoutSeconds}`,
    ),
    ...outsideOf(`${at}.health.healthyThreshold`, health.healthyThreshold, 2, 10),
    ...outsideOf(`${at}.health.unhealthyThreshold`, health.unhealthyThreshold, 2, 10),
    ...unless(
      status.test(matcher),
      `${at}.health.matcher must be statuses from 200 to 499 such as 200-299, got ${matcher}`,
    ),
  ];
}

function priorityProblems(
  services: readonly (readonly [label: string, service: ServiceSettings])[],
): readonly string[] {
  return services.flatMap(([label, { priority }], index) => {
    const [taken] = services.slice(0, index).find(([, other]) => other.priority === priority) ?? [];
    return unless(
      taken === undefined,
      `services.${label}.priority must be another than that of ${String(taken)}, got ${priority}`,
    );
  });
}
