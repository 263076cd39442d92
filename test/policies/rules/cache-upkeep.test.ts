import assert from "node:assert/strict";
import {
  cacheLogsDelivered,
  cacheMinorUpgradesAutomatic,
} from "../../../policies/rules/cache-upkeep";
import { judge, resource, type Resource, root, unknown } from "../kit";
import { suite } from "../suite";

const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const cluster = "aws:elasticache/cluster:Cluster";
const judgedAsGroup = "its replication group is judged in its place";

for (const type of [group, cluster]) {
  describe(`cache-logs-delivered, on ${type}`, () => {
    const delivery = {
      destination: unknown,
      destinationType: "cloudwatch-logs",
      logFormat: "json",
    };
    const slow = { ...delivery, logType: "slow-log" };
    const engine = { ...delivery, logType: "engine-log" };
    const rule = suite(cacheLogsDelivered, type, {
      engine: "redis",
      engineVersion: "7.1",
      logDeliveryConfigurations: [slow, engine],
    });
    rule.passes("passes when both logs are delivered", {});
    rule.fails(
      "fails when one is missing",
      { logDeliveryConfigurations: [slow] },
      "logDeliveryConfigurations must deliver the engine-log, but do not",
    );
    rule.fails(
      "fails when nothing is said, nor the version, which is the latest then",
      { engineVersion: undefined, logDeliveryConfigurations: undefined },
      "logDeliveryConfigurations must deliver the engine-log, but do not",
      "logDeliveryConfigurations must deliver the slow-log, but do not",
    );
    rule.fails(
      "fails when the latest of Redis 6 delivers none",
      { engineVersion: "6.x", logDeliveryConfigurations: [] },
      "logDeliveryConfigurations must deliver the engine-log, but do not",
      "logDeliveryConfigurations must deliver the slow-log, but do not",
    );
    rule.passes("asks Redis 6.0 for the slow log alone", {
      engineVersion: "6.0",
      logDeliveryConfigurations: [slow],
    });
    rule.doesNotApply(
      "does not apply to Redis 5",
      { engineVersion: "5.0.6", logDeliveryConfigurations: undefined },
      "ElastiCache delivers no logs of Redis before 6.0",
    );
    rule.isUndecided(
      "is undecided while the list is not known",
      { logDeliveryConfigurations: unknown },
      "logDeliveryConfigurations",
    );
    rule.isUndecided(
      "is undecided while an entry that may be the missing one is not known",
      { logDeliveryConfigurations: [slow, { ...engine, logType: unknown }] },
      "logDeliveryConfigurations[1].logType",
    );
    rule.isUndecided(
      "is undecided on one that delivers none while the version is not known",
      { engineVersion: unknown, logDeliveryConfigurations: undefined },
      "engineVersion",
    );
  });

  describe(`cache-minor-upgrades-automatic, on ${type}`, () => {
    const rule = suite(cacheMinorUpgradesAutomatic, type, { autoMinorVersionUpgrade: true });
    rule.passes("passes a cache that upgrades itself", {});
    rule.passes("passes when nothing is said, for AWS upgrades it then", {
      autoMinorVersionUpgrade: undefined,
    });
    rule.fails(
      "fails when it does not",
      { autoMinorVersionUpgrade: false },
      "autoMinorVersionUpgrade must not be false, got false",
    );
    rule.fails(
      "fails when it does not, as the schema of a cluster has it",
      { autoMinorVersionUpgrade: "false" },
      'autoMinorVersionUpgrade must not be false, got "false"',
    );
    rule.isUndecided(
      "is undecided while that is not known",
      { autoMinorVersionUpgrade: unknown },
      "autoMinorVersionUpgrade",
    );
  });
}

describe("the rules of a cache's upkeep, on a cluster", () => {
  suite(cacheLogsDelivered, cluster, { replicationGroupId: "shop" }).doesNotApply(
    "leave the logs of a node to its group",
    {},
    judgedAsGroup,
  );
  suite(cacheLogsDelivered, cluster, { engine: "memcached" }).doesNotApply(
    "ask for no logs of Memcached",
    {},
    "ElastiCache delivers no logs of Memcached",
  );
  suite(cacheMinorUpgradesAutomatic, cluster, { replicationGroupId: unknown }).doesNotApply(
    "leave the upgrades of a node to its group",
    { autoMinorVersionUpgrade: "false" },
    judgedAsGroup,
  );
});

describe("cache-minor-upgrades-automatic, in a global datastore", () => {
  const type = "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup";
  const off = { autoMinorVersionUpgrade: false };
  const primary = resource(group, off, { name: "home" });
  const datastore = (...madeFrom: readonly Resource[]): Resource =>
    resource(
      type,
      { primaryReplicationGroupId: unknown },
      { name: "world", dependencies: { primaryReplicationGroupId: madeFrom } },
    );
  const verdictsOn = async (...stack: readonly Resource[]): Promise<unknown> => {
    const { verdicts } = await judge([cacheMinorUpgradesAutomatic], [root, ...stack]);
    return verdicts.map(({ verdict, message }) => [verdict, message]);
  };
  const switchedOff = [["notApplicable", "AWS switches them off in a global datastore"]];

  it("does not apply to a secondary", async () => {
    const secondary = resource(group, { ...off, globalReplicationGroupId: unknown });
    assert.deepEqual(await verdictsOn(secondary), switchedOff);
  });

  it("does not apply to the primary", async () => {
    assert.deepEqual(await verdictsOn(primary, datastore(primary)), switchedOff);
  });

  it("fails when the datastore is of another group", async () => {
    const other = resource(group, {}, { name: "other" });
    assert.deepEqual(await verdictsOn(primary, other, datastore(other)), [
      ["fail", "autoMinorVersionUpgrade must not be false, got false"],
      ["notApplicable", "AWS switches them off in a global datastore"],
    ]);
  });

  it("is undecided while a datastore may be of the group", async () => {
    assert.deepEqual(await verdictsOn(primary, datastore()), [
      ["undecided", `not known until deployed: primaryReplicationGroupId of ${type} "world"`],
    ]);
  });
});
