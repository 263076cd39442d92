import { outsideOf, unless } from "../../problems/phrases";
import type { Settings } from "../edge-settings";

const leastSubnets = 2;
const lastPort = 65_535;

/** What is wrong with how a load balancer is called, where it stands and how it speaks. */
export function placeProblems(settings: Settings): readonly string[] {
  const { namePrefix, publicSubnetIds, appPorts, tlsPolicy, securityHeaders } = settings;
  return [
    ...unless(
      /^(?!internal-)(?=.{1,32}$)[a-z](-?[a-z0-9])*$/.test(namePrefix),
      `namePrefix must be lower-case letters, digits and single hyphens, a letter first, at most 32, and not begin with internal-, got ${namePrefix}`,
    ),
    ...unless(
      publicSubnetIds.length >= leastSubnets,
      `publicSubnetIds must be subnets of at least ${leastSubnets} zones, got ${publicSubnetIds.length}`,
    ),
    ...outsideOf("appPorts.from", appPorts.from, 1, lastPort),
    ...outsideOf("appPorts.to", appPorts.to, appPorts.from, lastPort),
    ...unless(
      tlsPolicy.startsWith("ELBSecurityPolicy-"),
      `tlsPolicy must be a policy of load balancers such as ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, got ${tlsPolicy}`,
    ),
    ...outsideOf("idleTimeoutSeconds", settings.idleTimeoutSeconds, 1, 4000),
    ...outsideOf(
      "securityHeaders.strictTransportSecurity.maxAgeSeconds",
      securityHeaders.strictTransportSecurity.maxAgeSeconds,
      0,
      2_147_483_647,
    ),
  ];
}
