import { all, type Judgement } from "../judgement";
import { given, must, mustBe, mustBeAtLeast, mustBeSet } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import {
  cluster,
  replicationGroup,
  serverlessCache,
  unlessMember,
  unlessMemcached,
  unlessSecondary,
} from "./cache-kind";

export const cacheFailoverAutomatic = resourceRule({
  id: "cache-failover-automatic",
  requires: "A replica takes over when the primary of an ElastiCache replication group fails.",
  why: "Without it the cache takes no writes until somebody promotes a replica by hand.",
  fix: "Set automaticFailoverEnabled to true; it takes a replica.",
  severity: "medium",
  standards: { securityHub: ["ElastiCache.3"], checkov: ["CKV2_AWS_50"] },
  types: [replicationGroup],
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (group) => unlessSecondary(group, mustBe(group.at("automaticFailoverEnabled"), true)),
});

export const cacheMultiAz = resourceRule({
  id: "cache-multi-az",
  requires: "Every shard of an ElastiCache replication group has a replica in a second zone.",
  why: "Without one the loss of a node or a zone is an outage, and what the node held is lost.",
  fix: "Set multiAzEnabled to true and have at least one replica: replicasPerNodeGroup of 1, or numCacheClusters of 2 without shards.",
  severity: "medium",
  standards: { checkov: ["CKV2_AWS_50"] },
  types: [replicationGroup],
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (group) =>
    unlessSecondary(group, all(mustBe(group.at("multiAzEnabled"), true), mustHaveReplicas(group))),
});

/** By the shards where they are listed, by their number, or by the nodes of a group without shards. */
function mustHaveReplicas(group: Subject): Judgement {
  const shards = group.at("nodeGroupConfigurations");
  const counts = shards.items.map((shard) => shard.at("replicaCount"));
  if (counts.some(({ isSet }) => isSet)) return all(...counts.map(mustBeOne));
  const replicas = group.at("replicasPerNodeGroup");
  const hasShards = replicas.isSet || group.at("numNodeGroups").isSet;
  const nodes = { minimum: 2, unit: "nodes" };
  return given(
    shards,
    hasShards ? mustBeOne(replicas) : mustBeAtLeast(group.at("numCacheClusters"), nodes),
  );
}

function mustBeOne(count: Property): Judgement {
  return must(count, "be at least 1", (value) => typeof value === "number" && value >= 1);
}

const nothingKept = "Memcached keeps no data";

export const cacheSnapshotsKept = resourceRule({
  id: "cache-snapshots-kept",
  requires: "Daily snapshots of Redis and Valkey on ElastiCache reach back far enough.",
  why: "They are how far back a deletion or a corruption can be undone; AWS takes none unless told to.",
  fix: "Set snapshotRetentionLimit to that many days, at most 35.",
  severity: "medium",
  standards: { securityHub: ["ElastiCache.1"], checkov: ["CKV_AWS_134"] },
  types: [replicationGroup, cluster, serverlessCache],
  settings: {
    minimumDays: {
      kind: "integer",
      description: "Days that snapshots are kept at least.",
      minimum: 1,
      maximum: 35,
      default: 1,
      stricter: "higher",
    },
  },
  exemptible: true,
  profiles: { production: { settings: { minimumDays: 7 } } },
  check: (cache, { minimumDays }) => {
    const floor = { minimum: minimumDays, unit: "days" };
    return unlessEmpty(cache, mustBeAtLeast(cache.at("snapshotRetentionLimit"), floor));
  },
});

export const cacheFinalSnapshot = resourceRule({
  id: "cache-final-snapshot",
  requires: "A last snapshot is taken when a Redis or Valkey cache of ElastiCache is deleted.",
  why: "Automatic snapshots go with the cache; the last one is what remains of the data.",
  fix: "Set finalSnapshotIdentifier.",
  severity: "medium",
  standards: {},
  types: [replicationGroup, cluster],
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (cache) => unlessEmpty(cache, mustBeSet(cache.at("finalSnapshotIdentifier"))),
});

/** The judgement of a cache that has data which is nowhere else. */
function unlessEmpty(cache: Subject, judgement: Judgement): Judgement {
  return unlessMember(
    cache,
    unlessMemcached(cache, nothingKept, unlessSecondary(cache, judgement)),
  );
}
