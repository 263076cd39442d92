import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { HostedZonesArgs } from "./args";

/** Hosted zones, by their domain. */
export type Zones = ReadonlyMap<string, aws.route53.Zone>;

/** Seconds that others remember who may issue certificates, or who answers for a name. */
export const ttlSeconds = 3600;

/**
 * Makes a zone, and says in it who may issue certificates for its names.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html
 */
export function createZone(
  name: string,
  domain: string,
  { certificateIssuers = ["amazon.com"], deletionProtection = true }: HostedZonesArgs,
  options: pulumi.CustomResourceOptions,
): aws.route53.Zone {
  const zone = new aws.route53.Zone(
    `${name}-${domain}`,
    { name: domain, comment: `Names of ${domain}.`, tags: { Name: domain } },
    { ...options, protect: deletionProtection },
  );
  new aws.route53.Record(
    `${name}-${domain}-issuers`,
    {
      zoneId: zone.zoneId,
      name: domain,
      type: "CAA",
      ttl: ttlSeconds,
      records: certificateIssuers.map((issuer) => `0 issue "${issuer}"`),
    },
    options,
  );
  return zone;
}
