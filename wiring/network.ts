import type { Keys } from "../components/keys";
import type { NetworkArgs } from "../components/network";
import type { KeyDomain } from "../spec/keys";
import type { Spec } from "../spec/spec";
import { isProtected, placeOf, prefixOf } from "./place";
import { recoveryRegionOf } from "./recovery";

/** The network of the stack's region. */
export function networkArgs(spec: Spec, keys: Keys<KeyDomain>): NetworkArgs {
  return {
    ...placed(spec.network, spec.availabilityZones),
    ...shared(spec),
    ...placeOf(spec),
    publicHttp: spec.edge !== undefined,
    podBlocks: spec.cluster !== undefined,
    logsKeyArn: keys.arns.logs,
  };
}

/** The network of the disaster-recovery region; undefined where nothing stands there. */
export function recoveryNetworkArgs(spec: Spec, keys: Keys<KeyDomain>): NetworkArgs | undefined {
  const { disasterRecovery, disasterRecoveryAvailabilityZones: zones } = spec;
  const region = recoveryRegionOf(spec);
  const logsKeyArn = keys.replicaArns["logs"];
  if (disasterRecovery.network === undefined || zones === undefined) return undefined;
  if (region === undefined || logsKeyArn === undefined) return undefined;
  return {
    ...placed(disasterRecovery.network, zones),
    ...shared(spec),
    ...placeOf(spec),
    region,
    logsKeyArn,
  };
}

type Zones = Spec["availabilityZones"];

/** A network's description by the zones' names. */
function placed({ subnets, ...network }: Spec["network"], zones: Zones) {
  return {
    ...network,
    availabilityZones: Object.values(zones),
    subnets: {
      public: byZone(zones, subnets.public),
      private: byZone(zones, subnets.private),
      database: byZone(zones, subnets.database),
    },
  };
}

function shared(spec: Spec) {
  return {
    namePrefix: prefixOf(spec),
    logGroupPrefix: `/${spec.system}/${spec.environment}`,
    deletionProtection: isProtected(spec),
  };
}

/** A record by zone's label, by the zone's name. */
function byZone(zones: Zones, labelled: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(labelled).map(([label, cidr]) => [zones[label], cidr]);
  return Object.fromEntries(entries) as Record<string, string>;
}
