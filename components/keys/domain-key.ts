import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { KeyUse } from "./grants";
import { keyPolicy } from "./key-policy";

/** What the key of one domain is made from. */
export interface DomainKeySettings {
  readonly domain: string;
  readonly accountId: string;
  readonly region: string;
  /** Region of the replica; none when left out. */
  readonly replicaRegion?: string | undefined;
  readonly aliasPrefix: string;
  readonly uses: readonly KeyUse[];
  readonly deployers?: readonly string[] | undefined;
  readonly rotationDays: number;
  readonly deletionWindowDays: number;
}

/** The key of one domain, with its replica where it has one. */
export interface DomainKey {
  readonly key: aws.kms.Key;
  readonly replica?: aws.kms.ReplicaKey;
}

/** Makes the key of one domain with its alias, and the replica with its own. */
export function createDomainKey(
  name: string,
  settings: DomainKeySettings,
  options: pulumi.CustomResourceOptions,
): DomainKey {
  const { region, replicaRegion } = settings;
  const key = createKey(name, settings, options);
  createAlias(name, { ...settings, region }, key, options);
  if (replicaRegion === undefined) return { key };

  const replica = createReplica(`${name}-replica`, { ...settings, replicaRegion }, key, options);
  createAlias(`${name}-replica`, { ...settings, region: replicaRegion }, replica, options);
  return { key, replica };
}

function createKey(
  name: string,
  settings: DomainKeySettings,
  options: pulumi.CustomResourceOptions,
): aws.kms.Key {
  const { accountId, region, replicaRegion, uses, deployers, rotationDays } = settings;
  const multiRegion = replicaRegion !== undefined;
  return new aws.kms.Key(
    name,
    {
      region,
      ...label(settings),
      policy: keyPolicy({ accountId, region, uses, deployers, multiRegion }),
      multiRegion,
      enableKeyRotation: true,
      rotationPeriodInDays: rotationDays,
      deletionWindowInDays: settings.deletionWindowDays,
    },
    options,
  );
}

function createReplica(
  name: string,
  settings: DomainKeySettings & { readonly replicaRegion: string },
  primary: aws.kms.Key,
  options: pulumi.CustomResourceOptions,
): aws.kms.ReplicaKey {
  const { accountId, region: primaryRegion, replicaRegion: region, uses, deployers } = settings;
  const place = { accountId, region, primaryRegion, deployers };
  return new aws.kms.ReplicaKey(
    name,
    {
      region,
      ...label(settings),
      primaryKeyArn: primary.arn,
      policy: keyPolicy({ ...place, uses, multiRegion: true }),
      deletionWindowInDays: settings.deletionWindowDays,
    },
    options,
  );
}

function createAlias(
  name: string,
  { domain, aliasPrefix, region }: DomainKeySettings,
  { keyId }: { readonly keyId: pulumi.Output<string> },
  options: pulumi.CustomResourceOptions,
): void {
  const alias = `alias/${aliasPrefix}/${domain}`;
  new aws.kms.Alias(
    name,
    { region, name: alias, targetKeyId: keyId },
    { ...options, protect: false },
  );
}

function label({ domain, aliasPrefix }: DomainKeySettings) {
  return {
    description: `Encrypts the ${domain} of ${aliasPrefix}.`,
    tags: { Name: `${aliasPrefix}/${domain}` },
  };
}
