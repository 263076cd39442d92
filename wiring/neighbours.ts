import type { Keys } from "../components/keys";
import type { Monitoring } from "../components/monitoring";
import type { Network } from "../components/network";
import type { KeyDomain } from "../spec/keys";
import type { Spec } from "../spec/spec";

/** What a data store is joined to. */
export interface Neighbours {
  readonly keys: Keys<KeyDomain>;
  readonly network: Network;
  /** The network of the disaster-recovery region; undefined where nothing stands there. */
  readonly recoveryNetwork: Network | undefined;
  readonly monitoring: Monitoring;
}

/** What every data store takes from its neighbours. */
export function joined({ secrets }: Spec, { keys, network }: Neighbours) {
  return {
    vpcId: network.vpcId,
    subnetIds: network.databaseSubnetIds,
    allowedSecurityGroups: { app: network.appSecurityGroupId },
    dataKeyArn: keys.arns.data,
    logsKeyArn: keys.arns.logs,
    secretsKeyArn: keys.arns.secrets,
    secretRecoveryDays: secrets.recoveryDays,
  };
}
