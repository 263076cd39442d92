import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { sectionRule } from "./rule";

type Cache = NonNullable<Spec["cache"]>;

/** A combination of settings that ElastiCache refuses. */
interface Exclusion {
  /** Field to change. */
  readonly field: keyof Cache;
  readonly value: unknown;
  /** Whether the combination is there. */
  readonly applies: (cache: Cache) => boolean;
  readonly rule: string;
  readonly fix: string;
}

/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html */
const exclusions: readonly Exclusion[] = [
  {
    field: "automaticFailover",
    value: false,
    applies: ({ automaticFailover, topology }) =>
      !automaticFailover && topology.clusterMode === "enabled",
    rule: "must be true in cluster mode",
    fix: "write true, or disabled as topology.clusterMode",
  },
  {
    field: "automaticFailover",
    value: false,
    applies: ({ automaticFailover, multiAz }) => !automaticFailover && multiAz,
    rule: "must be true with multiAz, which is of no use otherwise",
    fix: "write true, or false as multiAz",
  },
  {
    field: "automaticFailover",
    value: true,
    applies: ({ automaticFailover, topology }) =>
      automaticFailover && topology.clusterMode === "disabled" && replicasOf(topology) === 0,
    rule: "must be false without a replica to take over",
    fix: "raise topology.numCacheClusters to 2 or more, or write false",
  },
  {
    field: "multiAz",
    value: true,
    applies: ({ multiAz, topology }) => multiAz && replicasOf(topology) === 0,
    rule: "must be false without a replica in another zone",
    fix: "add a replica in topology, or write false",
  },
];

/** Nodes that ElastiCache arranges like this, and as many as the account may have. */
export const cacheTopologyRules = [
  ...exclusions.map(({ field, value, applies, rule, fix }) =>
    sectionRule("cache", [], (cache) =>
      applies(cache) ? [{ path: `cache.${field}`, value, rule, fix }] : [],
    ),
  ),
  sectionRule("cache", [], (cache) => withinQuota(cache)),
  sectionRule("cache", ["availabilityZones"], ({ multiAz }, { availabilityZones }) =>
    multiAz && Object.keys(availabilityZones).length < 2 ? [alone()] : [],
  ),
];

function replicasOf(topology: Cache["topology"]): number {
  return topology.clusterMode === "enabled"
    ? topology.replicasPerNodeGroup
    : topology.numCacheClusters - 1;
}

function withinQuota({ topology, nodeQuota }: Cache): readonly Problem[] {
  const shards = topology.clusterMode === "enabled" ? topology.numNodeGroups : 1;
  const nodes = shards * (1 + replicasOf(topology));
  if (nodes <= nodeQuota) return [];
  return [
    {
      path: "cache.topology",
      value: nodes,
      rule: `must be at most cache.nodeQuota ${nodeQuota} nodes, replicas included`,
      fix: "take shards or replicas away, or have AWS raise the quota, up to 500, and write it down",
    },
  ];
}

function alone(): Problem {
  return {
    path: "cache.multiAz",
    value: true,
    rule: "must be false with fewer than 2 availabilityZones",
    fix: "add zones, or write false",
  };
}
