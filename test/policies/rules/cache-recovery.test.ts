import {
  cacheFailoverAutomatic,
  cacheFinalSnapshot,
  cacheMultiAz,
  cacheSnapshotsKept,
} from "../../../policies/rules/cache-recovery";
import { unknown } from "../kit";
import { suite } from "../suite";

const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const cluster = "aws:elasticache/cluster:Cluster";
const serverless = "aws:elasticache/serverlessCache:ServerlessCache";
const secondary = { globalReplicationGroupId: "ldgnf-shop" };
const inherited = "a secondary of a global datastore has it from its primary";

describe("cache-failover-automatic", () => {
  const rule = suite(cacheFailoverAutomatic, group, { automaticFailoverEnabled: true });
  rule.passes("passes a group that fails over", {});
  rule.fails(
    "fails when it does not",
    { automaticFailoverEnabled: false },
    "automaticFailoverEnabled must be true, got false",
  );
  rule.fails(
    "fails when nothing is said",
    { automaticFailoverEnabled: undefined },
    "automaticFailoverEnabled must be true, but is not set",
  );
  rule.isUndecided(
    "is undecided while that is not known",
    { automaticFailoverEnabled: unknown },
    "automaticFailoverEnabled",
  );
  rule.doesNotApply(
    "does not apply to a secondary, for which the provider fills in false",
    { ...secondary, automaticFailoverEnabled: false },
    inherited,
  );
});

describe("cache-multi-az, with shards", () => {
  const rule = suite(cacheMultiAz, group, {
    multiAzEnabled: true,
    numNodeGroups: 3,
    replicasPerNodeGroup: 1,
  });
  rule.passes("passes a replica a shard", {});
  rule.fails(
    "fails when zones are not said",
    { multiAzEnabled: undefined },
    "multiAzEnabled must be true, but is not set",
  );
  rule.fails(
    "fails when shards have no replica",
    { replicasPerNodeGroup: 0 },
    "replicasPerNodeGroup must be at least 1, got 0",
  );
  rule.fails(
    "fails when replicas are not said",
    { replicasPerNodeGroup: undefined },
    "replicasPerNodeGroup must be at least 1, but is not set",
  );
  rule.fails(
    "fails with both, sorted, when both are wrong",
    { multiAzEnabled: false, replicasPerNodeGroup: 0 },
    "multiAzEnabled must be true, got false",
    "replicasPerNodeGroup must be at least 1, got 0",
  );
  rule.isUndecided(
    "is undecided while the replicas are not known",
    { replicasPerNodeGroup: unknown },
    "replicasPerNodeGroup",
  );
  rule.doesNotApply(
    "does not apply to a secondary",
    { ...secondary, multiAzEnabled: false, numNodeGroups: undefined, replicasPerNodeGroup: 0 },
    inherited,
  );
});

describe("cache-multi-az, with shards that are listed", () => {
  const rule = suite(cacheMultiAz, group, {
    multiAzEnabled: true,
    nodeGroupConfigurations: [{ replicaCount: 1 }, { replicaCount: 2 }],
  });
  rule.passes("passes when each has a replica", {});
  rule.fails(
    "fails when one has none",
    { nodeGroupConfigurations: [{ replicaCount: 1 }, { replicaCount: 0 }, {}] },
    "nodeGroupConfigurations[1].replicaCount must be at least 1, got 0",
    "nodeGroupConfigurations[2].replicaCount must be at least 1, but is not set",
  );
  rule.passes("passes when the list says no number, but the group does", {
    nodeGroupConfigurations: [{ slots: "0-8191" }, { slots: "8192-16383" }],
    replicasPerNodeGroup: 1,
  });
  rule.isUndecided(
    "is undecided while the list is not known",
    { nodeGroupConfigurations: unknown },
    "nodeGroupConfigurations",
  );
});

describe("cache-multi-az, without shards", () => {
  const rule = suite(cacheMultiAz, group, { multiAzEnabled: true, numCacheClusters: 2 });
  rule.passes("passes a primary and a replica", {});
  rule.fails(
    "fails when there is one node",
    { numCacheClusters: 1 },
    "numCacheClusters must be at least 2 nodes, got 1",
  );
  rule.fails(
    "fails when nothing is said, for AWS takes one node then",
    { numCacheClusters: undefined },
    "numCacheClusters must be at least 2 nodes, but is not set",
  );
});

for (const type of [group, cluster, serverless]) {
  describe(`cache-snapshots-kept, on ${type}`, () => {
    const rule = suite(
      cacheSnapshotsKept,
      type,
      { engine: "redis", snapshotRetentionLimit: 7 },
      { minimumDays: 7 },
    );
    rule.passes("passes a week of snapshots", {});
    rule.fails(
      "fails when they are kept for less",
      { snapshotRetentionLimit: 6 },
      "snapshotRetentionLimit must be at least 7 days, got 6",
    );
    rule.fails(
      "fails when nothing is said, for AWS takes none then",
      { snapshotRetentionLimit: undefined },
      "snapshotRetentionLimit must be at least 7 days, but is not set",
    );
    rule.isUndecided(
      "is undecided while the days are not known",
      { snapshotRetentionLimit: unknown },
      "snapshotRetentionLimit",
    );
  });
}

for (const type of [cluster, serverless]) {
  describe(`cache-snapshots-kept, on Memcached of ${type}`, () => {
    const rule = suite(cacheSnapshotsKept, type, { engine: "memcached" });
    rule.doesNotApply("does not apply", {}, "Memcached keeps no data");
    rule.isUndecided("is undecided while the engine is not known", { engine: unknown }, "engine");
  });
}

describe("cache-snapshots-kept, by default", () => {
  const rule = suite(cacheSnapshotsKept, group, { snapshotRetentionLimit: 1 });
  rule.passes("passes a day", {});
  rule.fails(
    "fails when snapshots are off, whatever the engine",
    { engine: unknown, snapshotRetentionLimit: 0 },
    "snapshotRetentionLimit must be at least 1 days, got 0",
  );
  rule.doesNotApply(
    "does not apply to a secondary",
    { ...secondary, snapshotRetentionLimit: 0 },
    inherited,
  );
});

for (const type of [group, cluster]) {
  describe(`cache-final-snapshot, on ${type}`, () => {
    const rule = suite(cacheFinalSnapshot, type, {
      engine: "redis",
      finalSnapshotIdentifier: "shop-final",
    });
    rule.passes("passes a cache with a last snapshot", {});
    rule.passes("passes a name that is not known yet", { finalSnapshotIdentifier: unknown });
    rule.fails(
      "fails when it has no name, for AWS takes none then",
      { finalSnapshotIdentifier: undefined },
      "finalSnapshotIdentifier must be set",
    );
  });
}

describe("cache-final-snapshot, on what has no data of its own", () => {
  const rule = suite(cacheFinalSnapshot, cluster, {});
  rule.doesNotApply(
    "does not apply to Memcached",
    { engine: "memcached" },
    "Memcached keeps no data",
  );
  rule.doesNotApply(
    "does not apply to a node of a group",
    { replicationGroupId: "shop" },
    "its replication group is judged in its place",
  );
  suite(cacheFinalSnapshot, group, secondary).doesNotApply(
    "does not apply to a secondary",
    {},
    inherited,
  );
});
