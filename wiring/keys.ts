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
      data: { uses: dataUsesOf(spec), replicate: copies },
      logs: { uses: ["cloudwatchLogs"], replicate: stands },
      messaging: { uses: ["sns", "cloudwatchAlarms", "rdsEvents"] },
      secrets: { uses: secretUsesOf(spec), replicate: copies },
    },
  };
}

function dataUsesOf({ cluster, edge }: Spec): readonly KeyUse[] {
  const volumes: readonly KeyUse[] = cluster === undefined ? [] : ["ebs", "autoscaling"];
  const files: readonly KeyUse[] = edge?.cdn === undefined ? [] : ["cloudfront"];
  return ["rds", "elasticache", "kafka", "s3", ...volumes, ...files];
}

function secretUsesOf({ broker, cluster }: Spec): readonly KeyUse[] {
  const users: readonly KeyUse[] = broker?.authentication.scram === undefined ? [] : ["kafkaScram"];
  const pods: readonly KeyUse[] = cluster === undefined ? [] : ["eks", "eksCreation"];
  return ["secretsManager", "rdsMasterPassword", ...users, ...pods];
}
