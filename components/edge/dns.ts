import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Scope } from "./scope";

/** A name that leads to something of AWS. */
interface Alias {
  readonly hostname: string;
  /** `A` for addresses of IPv4, `AAAA` for those of IPv6. */
  readonly type: "A" | "AAAA";
  readonly target: { readonly name: pulumi.Output<string>; readonly zoneId: pulumi.Output<string> };
}

/** Makes the names of the load balancer; what is returned is the check of its health, where there is one. */
export function createNames(
  scope: Scope,
  { dnsName, zoneId }: aws.lb.LoadBalancer,
): aws.route53.HealthCheck | undefined {
  const { hostnames, failover } = scope.settings;
  const target = { name: dnsName, zoneId };
  const healthCheck = createHealthCheck(scope);
  for (const hostname of hostnames) {
    createAlias(scope, { hostname, type: "A", target }, failoverOf(scope, healthCheck));
  }
  if (failover !== undefined) {
    createAlias(scope, { hostname: failover.hostname, type: "A", target });
  }
  return healthCheck;
}

/** Makes the names of the distribution, which has addresses of both kinds. */
export function createCdnNames(
  scope: Scope,
  hostname: string,
  { domainName, hostedZoneId }: aws.cloudfront.Distribution,
): void {
  const target = { name: domainName, zoneId: hostedZoneId };
  for (const type of ["A", "AAAA"] as const) createAlias(scope, { hostname, type, target });
}

function createHealthCheck(scope: Scope): aws.route53.HealthCheck | undefined {
  const { name, settings, options } = scope;
  const { healthCheck, failover, namePrefix } = settings;
  if (healthCheck === undefined) return undefined;

  return new aws.route53.HealthCheck(
    name,
    {
      type: "HTTPS",
      // The hostname itself may lead to the other region, which would then stand for this one.
      fqdn: failover?.hostname ?? healthCheck.hostname,
      port: 443,
      enableSni: true,
      resourcePath: healthCheck.path,
      requestInterval: healthCheck.intervalSeconds,
      failureThreshold: healthCheck.failureThreshold,
      tags: { Name: namePrefix },
    },
    options,
  );
}

/** What a record says of the region that takes over; nothing without failover. */
function failoverOf(
  { settings: { failover, region } }: Scope,
  healthCheck: aws.route53.HealthCheck | undefined,
): Partial<aws.route53.RecordArgs> {
  if (failover === undefined || healthCheck === undefined) return {};
  return {
    setIdentifier: region,
    failoverRoutingPolicies: [{ type: failover.role }],
    healthCheckId: healthCheck.id,
  };
}

function createAlias(
  { name, settings, options }: Scope,
  { hostname, type, target }: Alias,
  further: Partial<aws.route53.RecordArgs> = {},
): void {
  new aws.route53.Record(
    `${name}-${hostname}${type === "A" ? "" : "-ipv6"}`,
    {
      zoneId: settings.zone.id,
      name: hostname,
      type,
      aliases: [{ ...target, evaluateTargetHealth: false }],
      ...further,
    },
    // A name with failover cannot stand beside the same name without.
    { ...options, deleteBeforeReplace: true },
  );
}
