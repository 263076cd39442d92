import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { keyPolicy } from "../keys/key-policy";
import type { HostedZonesArgs } from "./args";
import type { Zones } from "./zone";
import { globalRegion } from "../../spec/partition";

/** Keys that sign zones, by the zones' domains. */
export type SigningKeys = ReadonlyMap<string, aws.route53.KeySigningKey>;

/**
 * Signs the zones, so that nobody can forge an answer on its way: with one key of KMS, by which each zone has a key
 * of its own.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html
 */
export function sign(
  name: string,
  zones: Zones,
  { accountId, deletionProtection = true }: HostedZonesArgs,
  options: pulumi.CustomResourceOptions,
): SigningKeys {
  if (zones.size === 0) return new Map();
  const key = createKey(name, accountId, { ...options, protect: deletionProtection });
  return new Map(
    [...zones].map(([domain, { zoneId }]) => {
      const signingKey = new aws.route53.KeySigningKey(
        `${name}-${domain}`,
        { hostedZoneId: zoneId, keyManagementServiceArn: key.arn, name: "groundwork" },
        options,
      );
      new aws.route53.HostedZoneDnsSec(
        `${name}-${domain}`,
        { hostedZoneId: zoneId, signingStatus: "SIGNING" },
        { ...options, dependsOn: [signingKey] },
      );
      return [domain, signingKey];
    }),
  );
}

/** Route 53 takes no key but one of two elliptic curves, in one region, which KMS does not rotate. */
function createKey(
  name: string,
  accountId: string,
  options: pulumi.CustomResourceOptions,
): aws.kms.Key {
  const key = new aws.kms.Key(
    `${name}-signing`,
    {
      region: globalRegion,
      description: "Signs the names of the hosted zones.",
      customerMasterKeySpec: "ECC_NIST_P256",
      keyUsage: "SIGN_VERIFY",
      policy: keyPolicy({
        ...{ accountId, region: globalRegion },
        uses: ["dnssec"],
        multiRegion: false,
      }),
      deletionWindowInDays: 30,
      tags: { Name: "groundwork/dnssec" },
    },
    options,
  );
  new aws.kms.Alias(
    `${name}-signing`,
    { region: globalRegion, name: "alias/groundwork/dnssec", targetKeyId: key.keyId },
    { ...options, protect: false },
  );
  return key;
}
