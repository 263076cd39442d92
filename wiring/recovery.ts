import type { Output } from "@pulumi/pulumi";
import type { Keys } from "../components/keys";
import type { Network } from "../components/network";
import type { KeyDomain } from "../spec/keys";
import type { Spec } from "../spec/spec";

/** The region that keeps copies; undefined where nothing is to survive the loss of the first. */
export function recoveryRegionOf({
  disasterRecovery,
  disasterRecoveryRegion,
}: Spec): string | undefined {
  return disasterRecovery.topology === "none" ? undefined : disasterRecoveryRegion;
}

/** The region that keeps copies and the keys there, for what is copied without a network. */
export interface CopyPlace {
  readonly region: string;
  readonly dataKeyArn: Output<string>;
}

/** Where copies go; undefined where there are none. */
export function copyPlaceOf(spec: Spec, keys: Keys<KeyDomain>): CopyPlace | undefined {
  const region = recoveryRegionOf(spec);
  const dataKeyArn = keys.replicaArns["data"];
  return region === undefined || dataKeyArn === undefined ? undefined : { region, dataKeyArn };
}

/** What replicas stand in. */
export interface RecoveryPlace extends CopyPlace {
  readonly logsKeyArn: Output<string>;
  readonly vpcId: Output<string>;
  readonly subnetIds: readonly Output<string>[];
  readonly allowedSecurityGroups: Readonly<Record<string, Output<string>>>;
}

/** Where replicas stand; undefined where there is no network for them. */
export function recoveryPlaceOf(
  spec: Spec,
  keys: Keys<KeyDomain>,
  network: Network | undefined,
): RecoveryPlace | undefined {
  const copies = copyPlaceOf(spec, keys);
  const logsKeyArn = keys.replicaArns["logs"];
  if (copies === undefined || logsKeyArn === undefined || network === undefined) return undefined;
  return {
    ...copies,
    logsKeyArn,
    vpcId: network.vpcId,
    subnetIds: network.databaseSubnetIds,
    allowedSecurityGroups: { app: network.appSecurityGroupId },
  };
}
