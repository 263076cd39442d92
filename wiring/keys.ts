import type { KeysArgs } from "../components/keys";
import type { KeyUse } from "../components/keys/grants";
import type { KeyDomain } from "../spec/keys";
import type { Spec } from "../spec/spec";
import { isProtected, placeOf, prefixOf } from "./place";
import { recoveryRegionOf } from "./recovery";
import { whereSet } from "./where-set";

/** One key a domain, each usable for exactly what the stack's components do with it. */
export function keysArgs(spec: Spec): KeysArgs<KeyDomain> {
  const region = recoveryRegionOf(spec);
  const copies = region !== undefined;
  const stands = spec.disasterRecovery.network !== undefined;
  return {
    ...placeOf(spec),
    ...whereSet("replicaRegion", region),
    ...spec.keys,
    aliasPrefix: prefixOf(spec),
    deletionProtection: isProtected(spec),
    domains: {
      data: { uses: dataUses, replicate: copies },
      logs: { uses: ["cloudwatchLogs"], replicate: stands },
      messaging: { uses: ["sns", "cloudwatchAlarms", "rdsEvents"] },
      secrets: { uses: secretUsesOf(spec), replicate: copies },
    },
  };
}

const dataUses: readonly KeyUse[] = ["rds", "elasticache", "kafka", "s3"];

function secretUsesOf({ broker }: Spec): readonly KeyUse[] {
  const scram = broker?.authentication.scram !== undefined;
  return ["secretsManager", "rdsMasterPassword", ...(scram ? (["kafkaScram"] as const) : [])];
}
