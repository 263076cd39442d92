import { outsideOf, unless } from "../../problems/phrases";
import type { Settings } from "../edge-settings";
import { pathProblems } from "./services";

/** How the policies begin that offer TLS 1.3 alone. */
const onlyTls13 = "ELBSecurityPolicy-TLS13-1-3-";

/**
 * What is wrong with how Route 53 sees whether the services answer.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
export function healthProblems(settings: Settings): readonly string[] {
  const { healthCheck, hostnames, failover, tlsPolicy } = settings;
  if (healthCheck === undefined) {
    return unless(
      failover === undefined,
      "failover must have healthCheck beside it, by which Route 53 sees that the region fails, got none",
    );
  }
  return [
    ...unless(
      hostnames.includes(healthCheck.hostname),
      `healthCheck.hostname must be one of the hostnames ${hostnames.join(", ")}, got ${healthCheck.hostname}`,
    ),
    ...pathProblems("healthCheck.path", healthCheck.path),
    ...unless(
      [10, 30].includes(healthCheck.intervalSeconds),
      `healthCheck.intervalSeconds must be 10 or 30, got ${healthCheck.intervalSeconds}`,
    ),
    ...outsideOf("healthCheck.failureThreshold", healthCheck.failureThreshold, 1, 10),
    ...unless(
      !tlsPolicy.startsWith(onlyTls13),
      `tlsPolicy must offer TLS 1.2 too with healthCheck, for which Route 53 speaks no later one, got ${tlsPolicy}`,
    ),
  ];
}
