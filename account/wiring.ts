import type { AccountGuardsArgs } from "../components/account-guards/args";
import type { DeployRolesArgs } from "../components/deploy-roles/args";
import {
  deployRoleName,
  previewRoleName,
  sharedEnvironment,
} from "../components/deploy-roles/names";
import type { HostedZonesArgs } from "../components/hosted-zones/args";
import { globalRegion } from "../spec/partition";
import type { ImageRepositoriesArgs } from "../components/image-repositories/args";
import type { Keys, KeysArgs } from "../components/keys";
import { mapRecord } from "../components/map-record";
import { stateBucketNameOf, type StateStore, type StateStoreArgs } from "../components/state-store";
import type { AccountSpec } from "./spec";

/** First part of the names of what the account has. */
const namePrefix = "groundwork";

/** The keys of the account's own region, beside those of the states. */
type Domain = "images" | "volumes";

/** Tags that every resource of the account carries. */
export function tags(spec: AccountSpec): Readonly<Record<string, string>> {
  return { Environment: sharedEnvironment, ManagedBy: "Pulumi", ...spec.tags };
}

/** Keys of images and of volumes that nobody gave one, in each region. */
export function keysArgs(spec: AccountSpec): KeysArgs<Domain> {
  const { disasterRecoveryRegion: replicaRegion } = spec;
  const replicate = replicaRegion !== undefined;
  return {
    ...placeOf(spec),
    ...(replicate ? { replicaRegion } : {}),
    aliasPrefix: namePrefix,
    domains: {
      images: { uses: ["ecr"], replicate },
      volumes: { uses: ["ebs", "autoscaling"], replicate },
    },
  };
}

/** The key of what Route 53 logs, in the one region in which it does. */
export function queryLogKeysArgs({ account }: AccountSpec): KeysArgs<"query-logs"> {
  return {
    accountId: account,
    region: globalRegion,
    aliasPrefix: namePrefix,
    domains: { "query-logs": { uses: ["cloudwatchLogs"] } },
  };
}

export function guardsArgs(spec: AccountSpec, keys: Keys<Domain>): AccountGuardsArgs {
  const { account, region, disasterRecoveryRegion: other, securityContact } = spec;
  const { volumes: replica } = keys.replicaArns;
  return {
    accountId: account,
    securityContact,
    volumeKeyArns: {
      [region]: keys.arns.volumes,
      ...(other === undefined || replica === undefined ? {} : { [other]: replica }),
    },
  };
}

export function stateStoreArgs(spec: AccountSpec): StateStoreArgs {
  const { operatorRoles, disasterRecoveryRegion: replicaRegion } = spec;
  return {
    ...placeOf(spec),
    ...{ namePrefix, replicaRegion },
    environments: mapRecord(environmentsOf(spec), (_, environment) => ({
      roles: [deployRoleName(environment), previewRoleName(environment), ...operatorRoles],
    })),
  };
}

export function deployRolesArgs(spec: AccountSpec, state: StateStore): DeployRolesArgs {
  const { account, region, disasterRecoveryRegion: other, codeHost } = spec;
  return {
    ...placeOf(spec),
    codeHost,
    regions: other === undefined ? [region] : [region, other],
    environments: mapRecord(environmentsOf(spec), ({ domains, ...environment }) => ({
      ...environment,
      domains: domains ?? Object.keys(spec.hostedZones),
    })),
    images: Object.keys(spec.images.pushFrom).length === 0 ? undefined : spec.images,
    stateBucketName: stateBucketNameOf({ accountId: account, namePrefix }),
    stateKeyAliases: state.keyAliases,
  };
}

export function imageRepositoriesArgs(
  spec: AccountSpec,
  keys: Keys<Domain>,
): ImageRepositoriesArgs {
  const { images, disasterRecoveryRegion: region } = spec;
  const { images: keyArn } = keys.replicaArns;
  return {
    ...placeOf(spec),
    ...images,
    keyArn: keys.arns.images,
    replica: region === undefined || keyArn === undefined ? undefined : { region, keyArn },
  };
}

export function hostedZonesArgs(spec: AccountSpec, keys: Keys<"query-logs">): HostedZonesArgs {
  const { account, hostedZones, logRetentionDays } = spec;
  return {
    accountId: account,
    zones: hostedZones,
    logsKeyArn: keys.arns["query-logs"],
    logRetentionDays,
  };
}

function environmentsOf({ environments }: AccountSpec): Readonly<Record<string, Environment>> {
  return environments;
}

type Environment = NonNullable<AccountSpec["environments"]["production"]>;

function placeOf({ account, region }: AccountSpec) {
  return { accountId: account, region };
}
