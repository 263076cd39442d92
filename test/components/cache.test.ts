import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { addressOf, endpointOf, readerAddressOf } from "../../components/cache/endpoint";
import { namesOf, sourcesOf } from "../support/references";
import { args, fullest, previewCache, previewComponent, sharded, types } from "./cache-args";

const unknown = { $unknown: true };

/** The values of outputs, in their order. */
function read(outputs: (pulumi.Output<string> | undefined)[]): Promise<(string | undefined)[]> {
  return new Promise((resolve) => {
    pulumi.all(outputs).apply(resolve);
  });
}

describe("Cache", () => {
  it("makes of the least arguments what a safe cache needs, and nothing else", async () => {
    const { resources } = await previewCache(args);

    assert.deepEqual(namesOf(resources), [
      `${types.logGroup} cache-engine-log`,
      `${types.logGroup} cache-slow-log`,
      `${types.securityGroup} cache-nodes`,
      `${types.parameterGroup} cache-parameters`,
      `${types.group} cache`,
      `${types.subnetGroup} cache-subnets`,
      `${types.secret} cache-auth`,
      `${types.version} cache-auth`,
      `${types.egress} cache-from-app`,
      `${types.ingress} cache-from-app`,
      `${types.password} cache-auth`,
      `${types.component} cache`,
    ]);
  });

  it("makes of the fullest arguments as many resources of each type as they ask for", async () => {
    const { resources } = await previewCache(fullest);

    const counts: Record<string, number> = {};
    for (const { type } of resources) counts[type] = (counts[type] ?? 0) + 1;
    assert.deepEqual(counts, {
      [types.component]: 1,
      [types.datastore]: 1,
      [types.egress]: 3,
      [types.group]: 2,
      [types.ingress]: 3,
      [types.logGroup]: 4,
      [types.parameterGroup]: 1,
      [types.password]: 3,
      [types.secret]: 2,
      [types.securityGroup]: 2,
      [types.subnetGroup]: 2,
      [types.user]: 4,
      [types.userGroup]: 2,
      [types.version]: 2,
    });
  });

  it("gives every child to the component", async () => {
    const { resources, one } = await previewCache(fullest);

    const component = one(types.component).urn;
    const orphans = resources.filter(({ custom, parent }) => custom && parent !== component);
    assert.deepEqual(namesOf(orphans), []);
  });

  it("tells the engine what it is, and no more", async () => {
    const { inputs } = (await previewCache(fullest)).one(types.component);

    assert.deepEqual(inputs, {
      engine: "redis",
      engineVersion: "7.1",
      nodeType: "cache.r7g.large",
      region: "eu-west-1",
      replicationGroupId: "shop-production",
    });
  });

  it("puts every regional resource in the region it is told, whatever the provider's", async () => {
    const { resources } = await previewCache({ ...args, region: "eu-west-2" });

    const regions = resources.map(({ inputs }) => inputs["region"]).filter(Boolean);
    assert.deepEqual([...new Set(regions)], ["eu-west-2"]);
  });

  it("has every resource in a region of its own choice", async () => {
    const { resources } = await previewCache(fullest);

    const nowhere = resources.filter(
      ({ type, inputs }) => type.startsWith("aws:") && inputs["region"] === undefined,
    );
    assert.deepEqual(namesOf(nowhere), []);
  });

  describe("replication group", () => {
    it("is encrypted, with a token, a standby, snapshots and logs by default", async () => {
      const { inputs } = (await previewCache(args)).one(types.group);

      assert.deepEqual(inputs, {
        applyImmediately: false,
        atRestEncryptionEnabled: true,
        authTokenUpdateStrategy: "SET",
        authTokenWo: unknown,
        authTokenWoVersion: 1,
        autoMinorVersionUpgrade: true,
        automaticFailoverEnabled: true,
        description: "Cache shop-production",
        engine: "redis",
        engineVersion: "7.1",
        finalSnapshotIdentifier: "shop-production-final",
        kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/data",
        logDeliveryConfigurations: [
          {
            destination: "/aws/vendedlogs/elasticache/shop-production/slow-log",
            destinationType: "cloudwatch-logs",
            logFormat: "json",
            logType: "slow-log",
          },
          {
            destination: "/aws/vendedlogs/elasticache/shop-production/engine-log",
            destinationType: "cloudwatch-logs",
            logFormat: "json",
            logType: "engine-log",
          },
        ],
        maintenanceWindow: "sun:05:00-sun:06:00",
        multiAzEnabled: true,
        nodeType: "cache.r7g.large",
        numCacheClusters: 2,
        parameterGroupName: inputs["parameterGroupName"],
        port: 6379,
        region: "eu-west-1",
        replicationGroupId: "shop-production",
        securityGroupIds: [unknown],
        snapshotRetentionLimit: 7,
        snapshotWindow: "03:00-04:00",
        subnetGroupName: inputs["subnetGroupName"],
        transitEncryptionEnabled: true,
        transitEncryptionMode: "required",
      });
    });

    it("stands on its own groups and nothing of AWS's defaults", async () => {
      const group = (await previewCache(args)).one(types.group);

      assert.deepEqual(sourcesOf(group, "subnetGroupName"), [
        `${types.subnetGroup}::cache-subnets`,
      ]);
      assert.deepEqual(sourcesOf(group, "parameterGroupName"), [
        `${types.parameterGroup}::cache-parameters`,
      ]);
      assert.deepEqual(sourcesOf(group, "securityGroupIds"), [
        `${types.securityGroup}::cache-nodes`,
      ]);
      assert.deepEqual(sourcesOf(group, "logDeliveryConfigurations"), [
        `${types.logGroup}::cache-engine-log`,
        `${types.logGroup}::cache-slow-log`,
      ]);
    });

    it("has time for restores and for shards to be moved", async () => {
      const { options } = (await previewCache(args)).one(types.group);

      assert.deepEqual(options.customTimeouts, { create: "60m", update: "60m", delete: "60m" });
    });

    it("is compared in every input, so that no change goes by unseen", async () => {
      const { options } = (await previewCache(sharded)).one(types.group);

      assert.deepEqual(options.ignoreChanges, []);
    });

    it("has the nodes without cluster mode that it is told", async () => {
      const topology = { clusterMode: "disabled", numCacheClusters: 3 } as const;
      const { inputs } = (await previewCache({ ...args, topology })).one(types.group);

      const { numCacheClusters, numNodeGroups, replicasPerNodeGroup } = inputs;
      assert.deepEqual(
        { numCacheClusters, numNodeGroups, replicasPerNodeGroup },
        { numCacheClusters: 3, numNodeGroups: undefined, replicasPerNodeGroup: undefined },
      );
    });

    it("has the shards that it is told, with a replica each", async () => {
      const { inputs } = (await previewCache(sharded)).one(types.group);

      const { numCacheClusters, numNodeGroups, replicasPerNodeGroup } = inputs;
      assert.deepEqual(
        { numCacheClusters, numNodeGroups, replicasPerNodeGroup },
        { numCacheClusters: undefined, numNodeGroups: 3, replicasPerNodeGroup: 1 },
      );
    });

    it("has the replicas of each shard that it is told", async () => {
      const { inputs } = (
        await previewCache({
          ...args,
          topology: { clusterMode: "enabled", numNodeGroups: 2, replicasPerNodeGroup: 0 },
          multiAz: false,
        })
      ).one(types.group);

      assert.equal(inputs["numNodeGroups"], 2);
      assert.equal(inputs["replicasPerNodeGroup"], 0);
      assert.equal(inputs["automaticFailoverEnabled"], true);
      assert.equal(inputs["multiAzEnabled"], false);
    });

    it("is a single node when it is told so", async () => {
      const { inputs } = (
        await previewCache({
          ...args,
          topology: { clusterMode: "disabled", numCacheClusters: 1 },
          automaticFailover: false,
          multiAz: false,
        })
      ).one(types.group);

      assert.equal(inputs["numCacheClusters"], 1);
      assert.equal(inputs["automaticFailoverEnabled"], false);
      assert.equal(inputs["multiAzEnabled"], false);
    });

    it("keeps values on a disk where its nodes have one, and says so only there", async () => {
      const tiered = await previewCache({ ...args, nodeType: "cache.r6gd.xlarge" });
      const plain = await previewCache(args);

      assert.equal(tiered.one(types.group).inputs["dataTieringEnabled"], true);
      assert.equal(plain.one(types.group).inputs["dataTieringEnabled"], undefined);
    });

    it("lets clients do without TLS while they are moved to it, when it is told so", async () => {
      const { inputs } = (
        await previewCache({
          ...args,
          transitEncryptionMode: "preferred",
          auth: { mode: "none" },
        })
      ).one(types.group);

      assert.equal(inputs["transitEncryptionEnabled"], true);
      assert.equal(inputs["transitEncryptionMode"], "preferred");
    });

    it("names no mode of TLS to an engine that has but one", async () => {
      const { inputs } = (await previewCache({ ...args, engineVersion: "6.2" })).one(types.group);

      assert.equal(inputs["transitEncryptionEnabled"], true);
      assert.equal(inputs["transitEncryptionMode"], undefined);
    });

    it("takes snapshots, maintenance and changes when it is told", async () => {
      const { inputs } = (
        await previewCache({
          ...args,
          snapshot: { retentionDays: 35, window: "01:00-02:00" },
          maintenanceWindow: "sat:22:00-sat:23:00",
          autoMinorVersionUpgrade: false,
          applyImmediately: true,
        })
      ).one(types.group);

      assert.equal(inputs["snapshotRetentionLimit"], 35);
      assert.equal(inputs["snapshotWindow"], "01:00-02:00");
      assert.equal(inputs["maintenanceWindow"], "sat:22:00-sat:23:00");
      assert.equal(inputs["autoMinorVersionUpgrade"], false);
      assert.equal(inputs["applyImmediately"], true);
    });

    it("tells a topic what happens to it, when there is one", async () => {
      const eventTopicArn = "arn:aws:sns:eu-west-1:123456789012:cache-events";
      const { inputs } = (await previewCache({ ...args, eventTopicArn })).one(types.group);

      assert.equal(inputs["notificationTopicArn"], eventTopicArn);
    });

    it("counts an argument that is undefined as left out", async () => {
      const { inputs } = (
        await previewCache({
          ...args,
          multiAz: undefined,
          finalSnapshot: undefined,
          autoMinorVersionUpgrade: undefined,
          topology: { clusterMode: "disabled", numCacheClusters: undefined },
          auth: { mode: "token", version: undefined },
          snapshot: { retentionDays: undefined },
        })
      ).one(types.group);

      assert.equal(inputs["multiAzEnabled"], true);
      assert.equal(inputs["finalSnapshotIdentifier"], "shop-production-final");
      assert.equal(inputs["autoMinorVersionUpgrade"], true);
      assert.equal(inputs["numCacheClusters"], 2);
      assert.equal(inputs["authTokenWoVersion"], 1);
      assert.equal(inputs["snapshotRetentionLimit"], 7);
    });
  });

  describe("parameter group", () => {
    it("has the family of the engine and a name that AWS makes", async () => {
      const { inputs } = (await previewCache(args)).one(types.parameterGroup);

      assert.match(String(inputs["name"]), /^cache-parameters-[0-9a-f]{7}$/);
      assert.deepEqual(inputs, {
        description: "Parameters of the cache shop-production",
        family: "redis7",
        name: inputs["name"],
        parameters: [],
        region: "eu-west-1",
      });
    });

    it("turns cluster mode on, beside the parameters that it is told, by name in order", async () => {
      const parameters = { timeout: "300", "notify-keyspace-events": "Ex", activedefrag: "yes" };
      const { inputs } = (await previewCache({ ...sharded, parameters })).one(types.parameterGroup);

      assert.deepEqual(inputs["parameters"], [
        { name: "activedefrag", value: "yes" },
        { name: "cluster-enabled", value: "yes" },
        { name: "notify-keyspace-events", value: "Ex" },
        { name: "timeout", value: "300" },
      ]);
    });

    for (const [engine, engineVersion, family] of [
      ["redis", "6.2", "redis6.x"],
      ["redis", "7.0", "redis7"],
      ["valkey", "7.2", "valkey7"],
      ["valkey", "8.2", "valkey8"],
      ["valkey", "9.0", "valkey9"],
      ["valkey", "10.0", "valkey10"],
    ] as const) {
      it(`is of ${family} with ${engine} ${engineVersion}`, async () => {
        const { one } = await previewCache({ ...args, engine, engineVersion });

        assert.equal(one(types.parameterGroup).inputs["family"], family);
        assert.equal(one(types.group).inputs["engine"], engine);
        assert.equal(one(types.group).inputs["engineVersion"], engineVersion);
      });
    }
  });

  describe("deletion protection", () => {
    it("keeps Pulumi from deleting replication groups, their datastore and secrets", async () => {
      const { resources } = await previewCache(fullest);

      const protectedOnes = resources.filter(({ options }) => options.protect);
      assert.deepEqual(namesOf(protectedOnes), [
        `${types.datastore} cache`,
        `${types.group} cache`,
        `${types.group} cache-recovery`,
        `${types.secret} cache-auth`,
        `${types.secret} cache-recovery-auth`,
      ]);
    });

    it("leaves the logs standing when they are taken out", async () => {
      const { resources } = await previewCache(args);

      const left = resources.filter(({ options }) => options.retainOnDelete);
      assert.deepEqual(namesOf(left), [
        `${types.logGroup} cache-engine-log`,
        `${types.logGroup} cache-slow-log`,
      ]);
    });

    it("leaves everything to be deleted, without a last snapshot, when it is off", async () => {
      const { resources, all } = await previewCache({ ...fullest, deletionProtection: false });

      const kept = resources.filter(({ options }) => options.protect || options.retainOnDelete);
      assert.deepEqual(namesOf(kept), []);
      assert.deepEqual(
        all(types.group).map(({ inputs }) => inputs["finalSnapshotIdentifier"]),
        [undefined, undefined],
      );
    });

    it("takes a last snapshot when it is told, whether it is on or off", async () => {
      const off = await previewCache({ ...args, deletionProtection: false, finalSnapshot: true });
      const on = await previewCache({ ...args, finalSnapshot: false });

      const last = ({ one }: typeof off) => one(types.group).inputs["finalSnapshotIdentifier"];
      assert.equal(last(off), "shop-production-final");
      assert.equal(last(on), undefined);
    });

    it("names the last snapshot as it is told", async () => {
      const named = { ...args, finalSnapshotIdentifier: "shop-last" };
      const { inputs } = (await previewCache(named)).one(types.group);

      assert.equal(inputs["finalSnapshotIdentifier"], "shop-last");
    });
  });

  describe("network", () => {
    it("lets each allowed group connect, by a rule at both ends", async () => {
      const { one } = await previewCache(args);

      const traffic = {
        description: "Redis from app to shop-production",
        fromPort: 6379,
        ipProtocol: "tcp",
        region: "eu-west-1",
        toPort: 6379,
      };
      const ingress = one(types.ingress);
      assert.deepEqual(ingress.inputs, {
        ...traffic,
        referencedSecurityGroupId: "sg-app",
        securityGroupId: unknown,
      });
      assert.deepEqual(sourcesOf(ingress, "securityGroupId"), [
        `${types.securityGroup}::cache-nodes`,
      ]);
      const egress = one(types.egress);
      assert.deepEqual(egress.inputs, {
        ...traffic,
        referencedSecurityGroupId: unknown,
        securityGroupId: "sg-app",
      });
      assert.deepEqual(sourcesOf(egress, "referencedSecurityGroupId"), [
        `${types.securityGroup}::cache-nodes`,
      ]);
    });

    it("listens and lets in at the port that it is told", async () => {
      const { one } = await previewCache({ ...args, port: 7000 });

      assert.equal(one(types.group).inputs["port"], 7000);
      assert.equal(one(types.ingress).inputs["fromPort"], 7000);
      assert.equal(one(types.egress).inputs["toPort"], 7000);
    });

    it("gives the nodes' group no rule of its own and nothing outward", async () => {
      const { one, all } = await previewCache(fullest);

      const group = one(types.securityGroup, "cache-nodes");
      assert.deepEqual(group.inputs, {
        description: "Nodes of the cache shop-production",
        name: group.inputs["name"],
        region: "eu-west-1",
        revokeRulesOnDelete: false,
        tags: { Name: "cache-nodes" },
        vpcId: "vpc-1",
      });
      const outward = all(types.egress).filter((rule) =>
        sourcesOf(rule, "securityGroupId").includes(`${types.securityGroup}::cache-nodes`),
      );
      assert.deepEqual(namesOf(outward), []);
    });

    it("lets nobody connect whom it is not told of", async () => {
      const { all } = await previewCache({ ...args, allowedSecurityGroups: {} });

      assert.deepEqual(namesOf([...all(types.ingress), ...all(types.egress)]), []);
    });

    it("stands in the subnets that it is told", async () => {
      const { inputs } = (await previewCache(args)).one(types.subnetGroup);

      assert.deepEqual(inputs, {
        description: "Subnets of the cache shop-production",
        name: inputs["name"],
        region: "eu-west-1",
        subnetIds: ["subnet-a", "subnet-b"],
      });
    });
  });

  describe("logs", () => {
    it("are kept encrypted, for 90 days", async () => {
      const { inputs } = (await previewCache(args)).one(types.logGroup, "cache-slow-log");

      assert.deepEqual(inputs, {
        kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/logs",
        name: "/aws/vendedlogs/elasticache/shop-production/slow-log",
        region: "eu-west-1",
        retentionInDays: 90,
        skipDestroy: false,
      });
    });

    it("are kept as long as they are told", async () => {
      const { all } = await previewCache({ ...args, monitoring: { logRetentionDays: 365 } });

      assert.deepEqual(
        all(types.logGroup).map(({ inputs }) => inputs["retentionInDays"]),
        [365, 365],
      );
    });
  });

  describe("outputs", () => {
    it("name what was made, before it is made", async () => {
      await previewComponent(fullest, (cache) => {
        assert.equal(cache.replicationGroupId, "shop-production");
        assert.equal(cache.port, 6379);
        assert.deepEqual(cache.memberIds, [
          "shop-production-0001-001",
          "shop-production-0001-002",
          "shop-production-0002-001",
          "shop-production-0002-002",
          "shop-production-0003-001",
          "shop-production-0003-002",
        ]);
      });
    });

    it("name every log group that is made, and no other", async () => {
      const names: string[] = [];
      const { all } = await previewComponent(fullest, (cache) => {
        names.push(...cache.logGroupNames);
      });

      const made = all(types.logGroup).map(({ inputs }) => String(inputs["name"]));
      assert.deepEqual(names, [
        "/aws/vendedlogs/elasticache/shop-production/slow-log",
        "/aws/vendedlogs/elasticache/shop-production/engine-log",
        "/aws/vendedlogs/elasticache/shop-production-recovery/slow-log",
        "/aws/vendedlogs/elasticache/shop-production-recovery/engine-log",
      ]);
      assert.deepEqual(names.sort(), made.sort());
    });

    it("come from the resources that they are of", async () => {
      const { one } = await previewComponent(fullest, (cache, provider) => {
        const probe = (name: string, value: aws.ssm.ParameterArgs["value"]) =>
          new aws.ssm.Parameter(name, { type: "String", value }, { provider });
        probe("endpoint", cache.endpoint);
        probe("address", cache.address);
        probe("group", cache.securityGroupId);
        probe("secret", cache.authSecretArn);
        probe("recovery endpoint", cache.recoveryEndpoint);
        probe("recovery secret", cache.recoveryAuthSecretArn);
      });

      const source = (name: string) => sourcesOf(one("aws:ssm/parameter:Parameter", name), "value");
      assert.deepEqual(source("endpoint"), [`${types.group}::cache`]);
      assert.deepEqual(source("address"), [`${types.group}::cache`]);
      assert.deepEqual(source("group"), [`${types.securityGroup}::cache-nodes`]);
      assert.deepEqual(source("secret"), [`${types.secret}::cache-auth`]);
      assert.deepEqual(source("recovery endpoint"), [`${types.group}::cache-recovery`]);
      assert.deepEqual(source("recovery secret"), [`${types.secret}::cache-recovery-auth`]);
    });

    it("offer readers an endpoint of their own only without cluster mode", async () => {
      const { one } = await previewComponent(args, (cache, provider) => {
        const value = cache.readerEndpoint;
        new aws.ssm.Parameter("reader", { type: "String", value }, { provider });
      });

      assert.deepEqual(sourcesOf(one("aws:ssm/parameter:Parameter"), "value"), [
        `${types.group}::cache`,
      ]);
      await previewComponent(sharded, ({ readerEndpoint }) => {
        assert.equal(readerEndpoint, undefined);
      });
    });

    it("lead to the shards, or to the primary where there are none", async () => {
      const group = {
        configurationEndpointAddress: pulumi.output("clustercfg.example.com"),
        primaryEndpointAddress: pulumi.output("master.example.com"),
        readerEndpointAddress: pulumi.output("replica.example.com"),
      };
      const hostsOf = (clusterMode: "enabled" | "disabled") =>
        read([addressOf(group, { clusterMode }), readerAddressOf(group, { clusterMode })]);

      assert.deepEqual(await hostsOf("enabled"), ["clustercfg.example.com", undefined]);
      assert.deepEqual(await hostsOf("disabled"), ["master.example.com", "replica.example.com"]);
      assert.deepEqual(await read([endpointOf(group.primaryEndpointAddress, 7000)]), [
        "master.example.com:7000",
      ]);
    });

    it("leave out what was not asked for", async () => {
      await previewComponent({ ...args, auth: { mode: "none" } }, (cache) => {
        assert.equal(cache.authSecretArn, undefined);
        assert.equal(cache.recoveryEndpoint, undefined);
        assert.equal(cache.recoveryAuthSecretArn, undefined);
      });
    });
  });

  it("fails when arguments are wrong, and lists every problem", async () => {
    const wrong = { ...args, port: 0, subnetIds: ["subnet-a"] };
    await assert.rejects(previewCache(wrong), {
      message:
        "port must be a whole number from 1 to 65535, got 0\nsubnetIds must be at least 2 with multiAz, in a zone each, got 1",
    });
  });
});
