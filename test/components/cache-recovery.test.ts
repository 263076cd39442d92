import assert from "node:assert/strict";
import { namesOf, sourcesOf } from "../support/references";
import { args, closedRecovery, previewCache, recovery, sharded, types } from "./cache-args";

const unknown = { $unknown: true };
const copied = { ...args, disasterRecovery: recovery };
const copiedShards = { ...sharded, disasterRecovery: recovery };

describe("Cache copies", () => {
  describe("in another region", () => {
    it("stand on groups, logs and a secret of that region", async () => {
      const { resources } = await previewCache(copied);

      const elsewhere = resources.filter(({ inputs }) => inputs["region"] === "eu-central-1");
      assert.deepEqual(namesOf(elsewhere), [
        `${types.logGroup} cache-recovery-engine-log`,
        `${types.logGroup} cache-recovery-slow-log`,
        `${types.securityGroup} cache-recovery-nodes`,
        `${types.group} cache-recovery`,
        `${types.subnetGroup} cache-recovery-subnets`,
        `${types.secret} cache-recovery-auth`,
        `${types.version} cache-recovery-auth`,
        `${types.egress} cache-recovery-from-app`,
        `${types.ingress} cache-recovery-from-app`,
      ]);
    });

    it("are joined to the cache by a Global Datastore that decides engine and nodes", async () => {
      const { one } = await previewCache(copied);

      const datastore = one(types.datastore);
      assert.deepEqual(datastore.inputs, {
        automaticFailoverEnabled: true,
        cacheNodeType: "cache.r7g.large",
        engine: "redis",
        engineVersion: "7.1",
        globalReplicationGroupDescription: "Cache shop-production",
        globalReplicationGroupIdSuffix: "shop-production",
        primaryReplicationGroupId: unknown,
        region: "eu-west-1",
      });
      assert.deepEqual(sourcesOf(datastore, "primaryReplicationGroupId"), [
        `${types.group}::cache`,
      ]);
      assert.deepEqual(datastore.options.customTimeouts, {
        create: "60m",
        update: "60m",
        delete: "60m",
      });
    });

    it("leave to the primary what AWS takes from it", async () => {
      const copy = (await previewCache(copied)).one(types.group, "cache-recovery");

      assert.deepEqual(copy.inputs, {
        applyImmediately: false,
        authTokenUpdateStrategy: "SET",
        authTokenWo: unknown,
        authTokenWoVersion: 1,
        autoMinorVersionUpgrade: false,
        automaticFailoverEnabled: true,
        description: "Cache shop-production",
        globalReplicationGroupId: unknown,
        kmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/data",
        logDeliveryConfigurations: [
          {
            destination: "/aws/vendedlogs/elasticache/shop-production-recovery/slow-log",
            destinationType: "cloudwatch-logs",
            logFormat: "json",
            logType: "slow-log",
          },
          {
            destination: "/aws/vendedlogs/elasticache/shop-production-recovery/engine-log",
            destinationType: "cloudwatch-logs",
            logFormat: "json",
            logType: "engine-log",
          },
        ],
        maintenanceWindow: "sun:05:00-sun:06:00",
        multiAzEnabled: true,
        numCacheClusters: 2,
        port: 6379,
        region: "eu-central-1",
        replicationGroupId: "shop-production-recovery",
        securityGroupIds: [unknown],
        snapshotRetentionLimit: 7,
        snapshotWindow: "03:00-04:00",
        subnetGroupName: copy.inputs["subnetGroupName"],
      });
      assert.deepEqual(sourcesOf(copy, "globalReplicationGroupId"), [`${types.datastore}::cache`]);
      assert.deepEqual(sourcesOf(copy, "subnetGroupName"), [
        `${types.subnetGroup}::cache-recovery-subnets`,
      ]);
      assert.deepEqual(sourcesOf(copy, "securityGroupIds"), [
        `${types.securityGroup}::cache-recovery-nodes`,
      ]);
    });

    it("have time for a restore, like the cache", async () => {
      const { options } = (await previewCache(copied)).one(types.group, "cache-recovery");

      assert.deepEqual(options.customTimeouts, { create: "60m", update: "60m", delete: "60m" });
    });

    it("have as many shards as the cache, of which the Global Datastore tells them", async () => {
      const { one } = await previewCache(copiedShards);

      assert.equal(one(types.datastore).inputs["numNodeGroups"], 3);
      const { numNodeGroups, replicasPerNodeGroup, numCacheClusters } = one(
        types.group,
        "cache-recovery",
      ).inputs;
      assert.deepEqual(
        { numNodeGroups, replicasPerNodeGroup, numCacheClusters },
        { numNodeGroups: undefined, replicasPerNodeGroup: 1, numCacheClusters: undefined },
      );
    });

    it("have the replicas that they are told", async () => {
      const single = await previewCache({
        ...args,
        disasterRecovery: { ...recovery, replicas: 2 },
      });
      const shards = await previewCache({
        ...sharded,
        disasterRecovery: { ...recovery, replicas: 3 },
      });

      const copyOf = ({ one }: typeof single) => one(types.group, "cache-recovery").inputs;
      assert.equal(copyOf(single)["numCacheClusters"], 3);
      assert.equal(single.one(types.group, "cache").inputs["numCacheClusters"], 2);
      assert.equal(copyOf(shards)["replicasPerNodeGroup"], 3);
      assert.equal(shards.one(types.group, "cache").inputs["replicasPerNodeGroup"], 1);
    });

    it("let in the groups of their own network, and nobody where none is named", async () => {
      const { one } = await previewCache(copied);
      const closed = await previewCache({ ...args, disasterRecovery: closedRecovery });

      assert.equal(one(types.securityGroup, "cache-recovery-nodes").inputs["vpcId"], "vpc-2");
      const rule = one(types.ingress, "cache-recovery-from-app");
      assert.equal(rule.inputs["referencedSecurityGroupId"], "sg-recovery");
      assert.deepEqual(namesOf(closed.all(types.ingress)), [`${types.ingress} cache-from-app`]);
    });

    it("have the password of the cache in a secret of their own, with their own host", async () => {
      const { one } = await previewCache(copied);

      assert.equal(
        one(types.secret, "cache-recovery-auth").inputs["kmsKeyId"],
        "arn:aws:kms:eu-central-1:123456789012:key/secrets",
      );
      assert.deepEqual(sourcesOf(one(types.version, "cache-recovery-auth"), "secretString"), [
        `${types.group}::cache-recovery`,
        `${types.password}::cache-auth`,
      ]);
      assert.deepEqual(sourcesOf(one(types.group, "cache-recovery"), "authTokenWo"), [
        `${types.password}::cache-auth`,
      ]);
    });

    it("know the same users by a group of their own region", async () => {
      const { one } = await previewCache({ ...copied, auth: { mode: "rbac" } });

      const group = one(types.userGroup, "cache-recovery");
      assert.equal(group.inputs["region"], "eu-central-1");
      assert.deepEqual(sourcesOf(group, "userIds"), [
        `${types.user}::cache-recovery-application`,
        `${types.user}::cache-recovery-default`,
      ]);
      assert.deepEqual(sourcesOf(one(types.group, "cache-recovery"), "userGroupIds"), [
        `${types.userGroup}::cache-recovery`,
      ]);
      assert.deepEqual(sourcesOf(one(types.user, "cache-recovery-application"), "passwordsWo"), [
        `${types.password}::cache-auth`,
      ]);
    });

    it("tell a topic of their region what happens to them", async () => {
      const eventTopicArn = "arn:aws:sns:eu-central-1:123456789012:cache-events";
      const { one } = await previewCache({
        ...args,
        disasterRecovery: { ...recovery, eventTopicArn },
      });

      const topicOf = (name: string) => one(types.group, name).inputs["notificationTopicArn"];
      assert.equal(topicOf("cache-recovery"), eventTopicArn);
      assert.equal(topicOf("cache"), undefined);
    });

    it("leave alone what AWS lets nobody change of the cache but through them", async () => {
      const { one } = await previewCache(copiedShards);

      assert.deepEqual(one(types.group, "cache").options.ignoreChanges, [
        "automaticFailoverEnabled",
        "nodeType",
        "numNodeGroups",
      ]);
      assert.deepEqual(one(types.group, "cache-recovery").options.ignoreChanges, []);
    });

    it("keep the cache from taking new minors by itself, which AWS turns off", async () => {
      const { one } = await previewCache(copied);

      assert.equal(one(types.group, "cache").inputs["autoMinorVersionUpgrade"], false);
    });

    it("take no last snapshot of what the cache holds too", async () => {
      const { one } = await previewCache(copied);

      const last = (name: string) => one(types.group, name).inputs["finalSnapshotIdentifier"];
      assert.equal(last("cache"), "shop-production-final");
      assert.equal(last("cache-recovery"), undefined);
    });
  });

  describe("that are restored", () => {
    const restored = { ...args, restoreFrom: { generation: "r1", snapshotName: "shop-last" } };

    it("come from a snapshot", async () => {
      const { inputs } = (await previewCache(restored)).one(types.group);

      assert.equal(inputs["snapshotName"], "shop-last");
    });

    it("stand beside what was before, under names of their own", async () => {
      const { resources, one } = await previewCache(restored);

      assert.deepEqual(namesOf(resources.filter(({ name }) => name.includes("-r1"))), [
        `${types.logGroup} cache-r1-engine-log`,
        `${types.logGroup} cache-r1-slow-log`,
        `${types.group} cache-r1`,
      ]);
      const { replicationGroupId, finalSnapshotIdentifier } = one(types.group).inputs;
      assert.deepEqual(
        { replicationGroupId, finalSnapshotIdentifier },
        {
          replicationGroupId: "shop-production-r1",
          finalSnapshotIdentifier: "shop-production-r1-final",
        },
      );
      assert.equal(
        one(types.logGroup, "cache-r1-slow-log").inputs["name"],
        "/aws/vendedlogs/elasticache/shop-production-r1/slow-log",
      );
    });

    it("keep the secret, which then says where they are", async () => {
      const { one } = await previewCache(restored);

      assert.equal(one(types.secret, "cache-auth").inputs["namePrefix"], "shop-production/cache-");
      assert.deepEqual(sourcesOf(one(types.version, "cache-auth"), "secretString"), [
        `${types.group}::cache-r1`,
        `${types.password}::cache-auth`,
      ]);
    });

    it("keep the users that the cache before has", async () => {
      const { one } = await previewCache({ ...restored, auth: { mode: "rbac" } });

      assert.deepEqual(one(types.group).inputs["userGroupIds"], ["shop-production"]);
    });

    it("are copied to the other region by a Global Datastore of their own", async () => {
      const { one } = await previewCache({ ...restored, disasterRecovery: recovery });

      assert.equal(
        one(types.datastore, "cache-r1").inputs["globalReplicationGroupIdSuffix"],
        "shop-production-r1",
      );
      assert.equal(
        one(types.group, "cache-r1-recovery").inputs["replicationGroupId"],
        "shop-production-r1-recovery",
      );
    });
  });
});
