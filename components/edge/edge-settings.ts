import { complete } from "../complete";
import { mapRecord } from "../map-record";
import type { EdgeArgs, SecurityHeadersArgs } from "./args";
import type { CdnArgs } from "./cdn-args";
import type { FirewallArgs } from "./firewall-args";
import type { ServiceArgs } from "./service-args";

/** What holds where an argument is left out. Every value is the safe one. */
const defaults = {
  edge: {
    tlsPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    idleTimeoutSeconds: 60,
    targetGroupTags: {},
    deletionProtection: true,
  },
  certificate: { validationRecords: true },
  service: { path: "/", deregistrationSeconds: 30 },
  health: {
    intervalSeconds: 30,
    timeoutSeconds: 5,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
    matcher: "200",
  },
  waf: {
    windowSeconds: 300,
    managedGroups: {
      AWSManagedRulesAmazonIpReputationList: {},
      AWSManagedRulesKnownBadInputsRuleSet: {},
      AWSManagedRulesCommonRuleSet: {},
    },
    mode: "block",
    logRetentionDays: 90,
  },
  cdn: {
    logRetentionDays: 90,
    rootObject: "index.html",
    priceClass: "PriceClass_200",
    tlsPolicy: "TLSv1.2_2021",
    referrerPolicy: "strict-origin-when-cross-origin",
  },
  cache: { defaultSeconds: 86_400, maximumSeconds: 31_536_000 },
  healthCheck: { intervalSeconds: 30, failureThreshold: 3 },
  securityHeaders: { frameOptions: "DENY" },
  strictTransportSecurity: { maxAgeSeconds: 31_536_000, includeSubdomains: true, preload: false },
} as const;

/** The arguments of an edge with nothing left out that has a default. */
export type Settings = ReturnType<typeof settingsOf>;

/** The arguments of a service with nothing left out that has a default. */
export type ServiceSettings = ReturnType<typeof serviceSettings>;

/** The arguments of the distribution with nothing left out that has a default. */
export type CdnSettings = ReturnType<typeof cdnSettings>;

/** The headers with nothing left out that has a default. */
export type SecurityHeaders = ReturnType<typeof headerSettings>;

/** Completes the arguments of an edge by their defaults. */
export function settingsOf(args: EdgeArgs) {
  const { certificate, services, cdn, healthCheck, securityHeaders = {} } = args;
  return {
    ...complete(args, defaults.edge),
    certificate: complete(certificate, defaults.certificate),
    services: mapRecord(services, serviceSettings),
    waf: firewallSettings(args.waf),
    cdn: cdn && cdnSettings(cdn),
    healthCheck: healthCheck && complete(healthCheck, defaults.healthCheck),
    securityHeaders: headerSettings(securityHeaders),
  };
}

function serviceSettings(args: ServiceArgs) {
  return {
    ...complete(args, defaults.service),
    health: complete(args.health, defaults.health),
  };
}

function firewallSettings(args: FirewallArgs) {
  return complete(args, defaults.waf);
}

function cdnSettings(args: CdnArgs) {
  return { ...complete(args, defaults.cdn), cache: complete(args.cache ?? {}, defaults.cache) };
}

function headerSettings(args: SecurityHeadersArgs) {
  const { strictTransportSecurity = {} } = args;
  return {
    ...complete(args, defaults.securityHeaders),
    strictTransportSecurity: complete(strictTransportSecurity, defaults.strictTransportSecurity),
  };
}
