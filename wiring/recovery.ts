import type { Output } from "@pulumi/pulumi";
import type { Keys } from "../components/keys";
import type { KeyDomain } from "../spec/keys";
import type { Spec } from "../spec/spec";
import type { Neighbours } from "./neighbours";

/** The region that keeps copies; undefined where nothing is to survive the loss of the first. */
export function recoveryRegionOf(spec: Spec): string | undefined {
  const { disasterRecovery, disasterRecoveryRegion } = spec;
  return disasterRecovery.topology === "none" ? undefined : disasterRecoveryRegion;
}

/** Where copies go, which need no network. */
export interface CopyPlace {
  readonly region: string;
  /** The data key there. */
  readonly keyArn: Output<string>;
}

/** Where copies go; undefined where there are none. */
export function copyPlaceOf(spec: Spec, keys: Keys<KeyDomain>): CopyPlace | undefined {
  const region = recoveryRegionOf(spec);
  const keyArn = keys.replicaArns["data"];
  return region === undefined || keyArn === undefined ? undefined : { region, keyArn };
}

/** Where replicas stand. */
export interface RecoveryPlace extends CopyPlace {
  readonly logsKeyArn: Output<string>;
  readonly secretsKeyArn: Output<string>;
  readonly vpcId: Output<string>;
  readonly subnetIds: readonly Output<string>[];
  readonly allowedSecurityGroups: Readonly<Record<string, Output<string>>>;
}

/** Where replicas stand; undefined where there is no network for them. */
export function recoveryPlaceOf(
  spec: Spec,
  { keys, recoveryNetwork: network }: Neighbours,
): RecoveryPlace | undefined {
  const copies = copyPlaceOf(spec, keys);
  const { logs: logsKeyArn, secrets: secretsKeyArn } = keys.replicaArns;
  if (copies === undefined || network === undefined) return undefined;
  if (logsKeyArn === undefined || secretsKeyArn === undefined) return undefined;
  return {
    ...copies,
    logsKeyArn,
    secretsKeyArn,
    vpcId: network.vpcId,
    subnetIds: network.databaseSubnetIds,
    allowedSecurityGroups: { app: network.appSecurityGroupId },
  };
}
