import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { sectionRule } from "./rule";

type Cache = NonNullable<Spec["cache"]>;

/** What keeps a cache out of a Global Datastore, as a problem less its path's first part. */
interface Obstacle {
  readonly field: keyof Cache;
  readonly value: (cache: Cache) => unknown;
  readonly applies: (cache: Cache) => boolean;
  readonly rule: string;
  readonly fix: string;
}

const obstacles: readonly Obstacle[] = [
  {
    field: "nodeType",
    value: ({ nodeType }) => nodeType,
    applies: ({ nodeType }) => /^cache\.t\d/.test(nodeType),
    rule: "must be large or larger",
    fix: "write for example cache.m7g.large",
  },
  {
    field: "autoMinorVersionUpgrade",
    value: () => true,
    applies: ({ autoMinorVersionUpgrade }) => autoMinorVersionUpgrade === true,
    rule: "must be false, as AWS turns it off,",
    fix: "leave it out",
  },
  {
    field: "topology",
    value: ({ topology }) => topology,
    applies: ({ topology }) =>
      topology.clusterMode === "enabled" && topology.replicasPerNodeGroup === 0,
    rule: "must have a replica of each shard",
    fix: "raise replicasPerNodeGroup to 1 or more",
  },
];

/**
 * What AWS takes into a Global Datastore.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html
 */
export const cacheRecoveryRules = [
  sectionRule("cache", ["disasterRecovery"], (cache, { disasterRecovery }) =>
    joinable(cache, disasterRecovery),
  ),
];

/** Whether the data stores are replicated to the other region. */
export function isReplicated({ topology }: Spec["disasterRecovery"]): boolean {
  return topology === "data" || topology === "warm";
}

function joinable(cache: Cache, recovery: Spec["disasterRecovery"]): readonly Problem[] {
  if (!isReplicated(recovery)) return [];
  return obstacles
    .filter(({ applies }) => applies(cache))
    .map(({ field, value, rule, fix }) => ({
      path: `cache.${field}`,
      value: value(cache),
      rule: `${rule} with disasterRecovery.topology ${recovery.topology}, which replicates the cache`,
      fix,
    }));
}
