import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Broker } from "../../components/broker";
import { reveal } from "../../preview/engine/wire";
import type { PreviewedResource } from "../support/preview";
import { namesOf, sourcesOf } from "../support/references";
import { storedDocuments } from "../support/stored-documents";
import { args, authority, fullest, previewBroker, previewComponent, types } from "./broker-args";

const unknown = { $unknown: true };

describe("Broker", () => {
  it("makes of the least arguments what a safe cluster needs, and nothing else", async () => {
    const { resources } = await previewBroker(args);

    assert.deepEqual(namesOf(resources), [
      `${types.logGroup} broker-logs`,
      `${types.group} broker-brokers`,
      `${types.cluster} broker`,
      `${types.configuration} broker-configuration`,
      `${types.egress} broker-iam-from-app`,
      `${types.egress} broker-iam-from-brokers`,
      `${types.ingress} broker-iam-from-app`,
      `${types.ingress} broker-iam-from-brokers`,
      `${types.component} broker`,
    ]);
  });

  it("makes of the fullest arguments as many resources of each type as they ask for", async () => {
    const { resources } = await previewBroker(fullest);

    const counts: Record<string, number> = {};
    for (const { type } of resources) counts[type] = (counts[type] ?? 0) + 1;
    assert.deepEqual(counts, {
      [types.association]: 2,
      [types.cluster]: 1,
      [types.component]: 1,
      [types.configuration]: 1,
      [types.egress]: 11,
      [types.group]: 1,
      [types.growth]: 1,
      [types.growthTarget]: 1,
      [types.ingress]: 11,
      [types.logGroup]: 1,
      [types.password]: 2,
      [types.secret]: 2,
      [types.topic]: 2,
      [types.version]: 2,
    });
  });

  it("gives every child to the component", async () => {
    const { resources } = await previewBroker(fullest);

    const component = resources.find(({ custom }) => !custom)?.urn;
    const orphans = resources.filter(({ custom, parent }) => custom && parent !== component);
    assert.deepEqual(namesOf(orphans), []);
  });

  it("puts every resource in the region it is told, whatever the provider's", async () => {
    const { resources } = await previewBroker({ ...fullest, region: "eu-west-2" });

    const elsewhere = resources.filter(
      ({ type, inputs }) => type !== types.password && inputs["region"] !== "eu-west-2",
    );
    assert.deepEqual(namesOf(elsewhere), []);
  });

  it("says at a glance what it is", async () => {
    const { inputs } = (await previewBroker(args)).one(types.component);

    assert.deepEqual(inputs, {
      clusterName: "shop-production",
      instanceType: "kafka.m7g.large",
      kafkaVersion: "3.9.x.kraft",
      region: "eu-west-1",
    });
  });

  describe("cluster", () => {
    it("is encrypted, private, asks who one is and says what it does by default", async () => {
      const { inputs } = (await previewBroker(args)).one(types.cluster);

      assert.deepEqual(inputs, {
        brokerNodeGroupInfo: {
          clientSubnets: ["subnet-a", "subnet-b", "subnet-c"],
          connectivityInfo: { publicAccess: { type: "DISABLED" } },
          instanceType: "kafka.m7g.large",
          securityGroups: [unknown],
          storageInfo: { ebsStorageInfo: { volumeSize: 100 } },
        },
        clientAuthentication: { sasl: { iam: true, scram: false }, unauthenticated: false },
        clusterName: "shop-production",
        configurationInfo: { arn: unknown, revision: unknown },
        encryptionInfo: {
          encryptionAtRestKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/data",
          encryptionInTransit: { clientBroker: "TLS", inCluster: true },
        },
        enhancedMonitoring: "PER_TOPIC_PER_BROKER",
        kafkaVersion: "3.9.x.kraft",
        loggingInfo: {
          brokerLogs: {
            cloudwatchLogs: { enabled: true, logGroup: "/aws/vendedlogs/msk/shop-production" },
          },
        },
        numberOfBrokerNodes: 3,
        openMonitoring: {
          prometheus: {
            jmxExporter: { enabledInBroker: true },
            nodeExporter: { enabledInBroker: true },
          },
        },
        region: "eu-west-1",
        tags: { Name: "shop-production" },
      });
    });

    it("stands on its own group, configuration and log group, which are there first", async () => {
      const cluster = (await previewBroker(args)).one(types.cluster);

      assert.deepEqual(sourcesOf(cluster, "brokerNodeGroupInfo"), [
        `${types.group}::broker-brokers`,
      ]);
      assert.deepEqual(sourcesOf(cluster, "configurationInfo"), [
        `${types.configuration}::broker-configuration`,
      ]);
      assert.deepEqual(sourcesOf(cluster, "loggingInfo"), [`${types.logGroup}::broker-logs`]);
    });

    it("has time for brokers that are made and changed one after the other", async () => {
      const { options } = (await previewBroker(args)).one(types.cluster);

      assert.deepEqual(options.customTimeouts, { create: "120m", update: "120m", delete: "120m" });
    });

    it("has as many brokers in each zone as it is told", async () => {
      const { inputs } = (await previewBroker({ ...args, brokersPerZone: 4 })).one(types.cluster);

      assert.equal(inputs["numberOfBrokerNodes"], 12);
    });

    it("lets in whom it is told, and nobody else", async () => {
      const { inputs } = (await previewBroker(fullest)).one(types.cluster);

      assert.deepEqual(inputs["clientAuthentication"], {
        sasl: { iam: true, scram: true },
        tls: { certificateAuthorityArns: [authority] },
        unauthenticated: false,
      });
    });

    it("can do without IAM", async () => {
      const authentication = { iam: false, tls: { certificateAuthorityArns: [authority] } };
      const { inputs } = (await previewBroker({ ...args, authentication })).one(types.cluster);

      assert.deepEqual(inputs["clientAuthentication"], {
        sasl: { iam: false, scram: false },
        tls: { certificateAuthorityArns: [authority] },
        unauthenticated: false,
      });
    });

    it("counts an argument that is undefined as left out", async () => {
      const brokerArgs = {
        ...args,
        authentication: { iam: undefined },
        deletionProtection: undefined,
        monitoring: { level: undefined },
      };
      const { inputs, options } = (await previewBroker(brokerArgs)).one(types.cluster);

      const same = (await previewBroker(args)).one(types.cluster);
      assert.deepEqual(inputs, same.inputs);
      assert.equal(options.protect, true);
    });
  });

  describe("volumes", () => {
    it("stay as they are told, and every change of them is seen, unless they grow", async () => {
      const { one, all } = await previewBroker(args);

      assert.deepEqual(one(types.cluster).options.ignoreChanges, []);
      assert.deepEqual(namesOf([...all(types.growth), ...all(types.growthTarget)]), []);
    });

    it("have the throughput that they are told", async () => {
      const { inputs } = (await previewBroker(fullest)).one(types.cluster);

      const group = inputs["brokerNodeGroupInfo"] as Record<string, unknown>;
      assert.deepEqual(group["storageInfo"], {
        ebsStorageInfo: {
          provisionedThroughput: { enabled: true, volumeThroughput: 500 },
          volumeSize: 1000,
        },
      });
    });

    it("grow up to the maximum, and their size alone is then not compared", async () => {
      const { one } = await previewBroker(fullest);

      assert.deepEqual(one(types.cluster).options.ignoreChanges, [
        "brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize",
      ]);
      const target = one(types.growthTarget);
      assert.equal(target.name, "broker-volumes");
      assert.deepEqual(target.inputs, {
        maxCapacity: 4000,
        minCapacity: 1,
        region: "eu-west-1",
        resourceId: unknown,
        scalableDimension: "kafka:broker-storage:VolumeSize",
        serviceNamespace: "kafka",
        tags: { Name: "shop-production" },
      });
      assert.deepEqual(sourcesOf(target, "resourceId"), [`${types.cluster}::broker`]);
    });

    it("grow from the share in use that they are told, and never shrink", async () => {
      const policy = (await previewBroker(fullest)).one(types.growth);

      assert.equal(policy.name, "broker-volumes");
      assert.deepEqual(policy.inputs, {
        name: policy.inputs["name"],
        policyType: "TargetTrackingScaling",
        region: "eu-west-1",
        resourceId: unknown,
        scalableDimension: "kafka:broker-storage:VolumeSize",
        serviceNamespace: "kafka",
        targetTrackingScalingPolicyConfiguration: {
          disableScaleIn: true,
          predefinedMetricSpecification: { predefinedMetricType: "KafkaBrokerStorageUtilization" },
          targetValue: 70,
        },
      });
      assert.deepEqual(sourcesOf(policy, "resourceId"), [`${types.growthTarget}::broker-volumes`]);
    });

    it("grow from 60 percent in use by default", async () => {
      const storage = { allocatedGiB: 100, maximumGiB: 101 };
      const { inputs } = (await previewBroker({ ...args, storage })).one(types.growth);

      const policy = inputs["targetTrackingScalingPolicyConfiguration"] as Record<string, unknown>;
      assert.equal(policy["targetValue"], 60);
    });
  });

  describe("deletion protection", () => {
    it("keeps Pulumi from deleting the cluster, its topics and its secrets", async () => {
      const { resources } = await previewBroker(fullest);

      const protectedOnes = resources.filter(({ options }) => options.protect);
      assert.deepEqual(namesOf(protectedOnes), [
        `${types.cluster} broker`,
        `${types.topic} broker-topic-orders`,
        `${types.topic} broker-topic-orders.dead`,
        `${types.secret} broker-scram-billing.eu`,
        `${types.secret} broker-scram-orders`,
      ]);
    });

    it("leaves the logs standing when the cluster is taken out all the same", async () => {
      const { resources } = await previewBroker(fullest);

      const left = resources.filter(({ options }) => options.retainOnDelete);
      assert.deepEqual(namesOf(left), [`${types.logGroup} broker-logs`]);
    });

    it("leaves everything to be deleted when it is off", async () => {
      const { resources } = await previewBroker({ ...fullest, deletionProtection: false });

      const kept = resources.filter(({ options }) => options.protect || options.retainOnDelete);
      assert.deepEqual(namesOf(kept), []);
    });
  });

  describe("network", () => {
    it("lets each allowed group connect, by a rule at both ends", async () => {
      const { one } = await previewBroker(args);

      const traffic = {
        description: "Kafka with IAM from app to shop-production",
        fromPort: 9098,
        ipProtocol: "tcp",
        region: "eu-west-1",
        toPort: 9098,
      };
      const ingress = one(types.ingress, "broker-iam-from-app");
      assert.deepEqual(ingress.inputs, {
        ...traffic,
        referencedSecurityGroupId: "sg-app",
        securityGroupId: unknown,
      });
      assert.deepEqual(sourcesOf(ingress, "securityGroupId"), [`${types.group}::broker-brokers`]);
      const egress = one(types.egress, "broker-iam-from-app");
      assert.deepEqual(egress.inputs, {
        ...traffic,
        referencedSecurityGroupId: unknown,
        securityGroupId: "sg-app",
      });
      assert.deepEqual(sourcesOf(egress, "referencedSecurityGroupId"), [
        `${types.group}::broker-brokers`,
      ]);
    });

    it("lets brokers connect to brokers, by a rule at both ends", async () => {
      const { one } = await previewBroker(args);

      for (const type of [types.ingress, types.egress]) {
        const rule = one(type, "broker-iam-from-brokers");
        const { description, fromPort, toPort } = rule.inputs;
        assert.deepEqual(
          { description, fromPort, toPort },
          {
            description: "Kafka with IAM from brokers to shop-production",
            fromPort: 9098,
            toPort: 9098,
          },
        );
        const own = [`${types.group}::broker-brokers`];
        assert.deepEqual(sourcesOf(rule, "securityGroupId"), own);
        assert.deepEqual(sourcesOf(rule, "referencedSecurityGroupId"), own);
      }
    });

    it("opens the ports of the ways that are chosen, and of the exporters to those who read them", async () => {
      const { all } = await previewBroker(fullest);

      const opened = {
        "broker-iam-from-app": 9098,
        "broker-iam-from-brokers": 9098,
        "broker-iam-from-jobs": 9098,
        "broker-jmx-exporter-from-prometheus": 11_001,
        "broker-node-exporter-from-prometheus": 11_002,
        "broker-scram-from-app": 9096,
        "broker-scram-from-brokers": 9096,
        "broker-scram-from-jobs": 9096,
        "broker-tls-from-app": 9094,
        "broker-tls-from-brokers": 9094,
        "broker-tls-from-jobs": 9094,
      };
      assert.deepEqual(portsIn(all(types.ingress)), opened);
      assert.deepEqual(portsIn(all(types.egress)), opened);
    });

    it("says of each port what is spoken there", async () => {
      const { all } = await previewBroker(fullest);

      const spoken = all(types.ingress).map(({ inputs }) => inputs["description"]);
      assert.deepEqual(
        spoken.filter((each) => !String(each).includes("from jobs")),
        [
          "Kafka with IAM from app to shop-production",
          "Kafka with IAM from brokers to shop-production",
          "JMX exporter from prometheus to shop-production",
          "Node exporter from prometheus to shop-production",
          "Kafka with SCRAM from app to shop-production",
          "Kafka with SCRAM from brokers to shop-production",
          "Kafka with client certificates from app to shop-production",
          "Kafka with client certificates from brokers to shop-production",
        ],
      );
    });

    it("opens no port of an exporter that is off", async () => {
      const monitoringSecurityGroups = { prometheus: "sg-prometheus" };
      const exportersOf = async (monitoring: object) => {
        const { all } = await previewBroker({ ...args, monitoringSecurityGroups, monitoring });
        return Object.values(portsIn(all(types.ingress))).filter((port) => Number(port) > 11_000);
      };

      assert.deepEqual(await exportersOf({ jmxExporter: false }), [11_002]);
      assert.deepEqual(await exportersOf({ nodeExporter: false }), [11_001]);
      assert.deepEqual(await exportersOf({ jmxExporter: false, nodeExporter: false }), []);
    });

    it("opens no port of IAM where it is off", async () => {
      const authentication = { iam: false, scram: { users: {} } };
      const { all } = await previewBroker({ ...args, authentication });

      assert.deepEqual(portsIn(all(types.ingress)), {
        "broker-scram-from-app": 9096,
        "broker-scram-from-brokers": 9096,
      });
    });

    it("gives the brokers a group of their own, without a rule in itself", async () => {
      const group = (await previewBroker(fullest)).one(types.group);

      assert.deepEqual(group.inputs, {
        description: "Brokers of the cluster shop-production",
        name: group.inputs["name"],
        region: "eu-west-1",
        revokeRulesOnDelete: false,
        tags: { Name: "broker-brokers" },
        vpcId: "vpc-1",
      });
    });

    it("lets nobody but the brokers connect when it is told of nobody", async () => {
      const { all } = await previewBroker({ ...args, allowedSecurityGroups: {} });

      assert.deepEqual(Object.keys(portsIn(all(types.ingress))), ["broker-iam-from-brokers"]);
      assert.deepEqual(Object.keys(portsIn(all(types.egress))), ["broker-iam-from-brokers"]);
    });
  });

  describe("logs and metrics", () => {
    it("keeps the logs encrypted, for 90 days", async () => {
      const { inputs } = (await previewBroker(args)).one(types.logGroup);

      assert.deepEqual(inputs, {
        kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/logs",
        name: "/aws/vendedlogs/msk/shop-production",
        region: "eu-west-1",
        retentionInDays: 90,
        skipDestroy: false,
      });
    });

    it("keeps the logs and tells CloudWatch as it is told", async () => {
      const monitoring = { level: "PER_BROKER", logRetentionDays: 365 } as const;
      const { one } = await previewBroker({ ...args, monitoring });

      assert.equal(one(types.logGroup).inputs["retentionInDays"], 365);
      assert.equal(one(types.cluster).inputs["enhancedMonitoring"], "PER_BROKER");
    });

    it("has the exporters that it is told", async () => {
      const monitoring = { jmxExporter: false };
      const { inputs } = (await previewBroker({ ...args, monitoring })).one(types.cluster);

      assert.deepEqual(inputs["openMonitoring"], {
        prometheus: {
          jmxExporter: { enabledInBroker: false },
          nodeExporter: { enabledInBroker: true },
        },
      });
    });

    it("says nothing of exporters where there are none, which MSK would refuse", async () => {
      const monitoring = { jmxExporter: false, nodeExporter: false };
      const { inputs } = (await previewBroker({ ...args, monitoring })).one(types.cluster);

      assert.equal("openMonitoring" in inputs, false);
    });

    it("has one exporter without the other", async () => {
      const monitoring = { nodeExporter: false };
      const { inputs } = (await previewBroker({ ...args, monitoring })).one(types.cluster);

      assert.equal("openMonitoring" in inputs, true);
    });
  });

  describe("topics", () => {
    it("are as they are told, with as many copies as other topics", async () => {
      const topic = (await previewBroker(fullest)).one(types.topic, "broker-topic-orders");

      assert.deepEqual(topic.inputs, {
        clusterArn: unknown,
        name: "orders",
        partitionCount: 12,
        region: "eu-west-1",
        replicationFactor: 3,
      });
      assert.deepEqual(sourcesOf(topic, "clusterArn"), [`${types.cluster}::broker`]);
    });

    it("have copies and configs of their own, in a stable order", async () => {
      const { inputs } = (await previewBroker(fullest)).one(
        types.topic,
        "broker-topic-orders.dead",
      );

      assert.deepEqual(inputs, {
        clusterArn: unknown,
        configs: '{"min.insync.replicas":"1","retention.ms":"86400000"}',
        name: "orders.dead",
        partitionCount: 3,
        region: "eu-west-1",
        replicationFactor: 2,
      });
    });

    it("have as many copies as the properties of the brokers say", async () => {
      const topics = { orders: { partitions: 1 } };
      const properties = { "default.replication.factor": "2" };
      const { one: two } = await previewBroker({ ...args, topics, serverProperties: properties });
      const { one: least } = await previewBroker({ ...args, topics, subnetIds: ["a", "b"] });

      assert.equal(two(types.topic).inputs["replicationFactor"], 2);
      assert.equal(least(types.topic).inputs["replicationFactor"], 2);
    });
  });

  describe("outputs", () => {
    it("name what was made, before it is made", async () => {
      await previewComponent(fullest, (broker) => {
        assert.equal(broker.clusterName, "shop-production");
        assert.deepEqual(broker.ports, { iam: 9098, scram: 9096, tls: 9094 });
        assert.deepEqual(broker.logGroupNames, ["/aws/vendedlogs/msk/shop-production"]);
        assert.deepEqual(Object.keys(broker.scramSecretArns), ["orders", "billing.eu"]);
        assert.deepEqual(Object.keys(broker.topicArns), ["orders", "orders.dead"]);
      });
    });

    it("come from the resources that they are of", async () => {
      const { one } = await previewComponent(fullest, (broker, provider) => {
        const probe = (name: string, value: aws.ssm.ParameterArgs["value"]) =>
          new aws.ssm.Parameter(name, { type: "String", value }, { provider });
        probe("cluster", broker.clusterArn);
        probe("iam", broker.bootstrapBrokersSaslIam);
        probe("scram", broker.bootstrapBrokersSaslScram);
        probe("tls", broker.bootstrapBrokersTls);
        probe("user", broker.scramSecretArns["orders"]);
        probe("topic", broker.topicArns["orders"]);
        probe("group", broker.securityGroupId);
      });

      const source = (name: string) => sourcesOf(one("aws:ssm/parameter:Parameter", name), "value");
      assert.deepEqual(source("cluster"), [`${types.cluster}::broker`]);
      assert.deepEqual(source("iam"), [`${types.cluster}::broker`]);
      assert.deepEqual(source("scram"), [`${types.cluster}::broker`]);
      assert.deepEqual(source("tls"), [`${types.cluster}::broker`]);
      assert.deepEqual(source("user"), [`${types.secret}::broker-scram-orders`]);
      assert.deepEqual(source("topic"), [`${types.topic}::broker-topic-orders`]);
      assert.deepEqual(source("group"), [`${types.group}::broker-brokers`]);
    });

    it("say by which brokers each way goes", async () => {
      const brokers = {
        bootstrapBrokersSaslIam: "b-1:9098",
        bootstrapBrokersSaslScram: "b-1:9096",
        bootstrapBrokersTls: "b-1:9094",
      };
      const { probe = null } = await storedDocuments(() => {
        const { bootstrapBrokersSaslIam, bootstrapBrokersSaslScram, bootstrapBrokersTls } =
          new Broker("broker", fullest);
        const ways = { bootstrapBrokersSaslIam, bootstrapBrokersSaslScram, bootstrapBrokersTls };
        const secretString = pulumi.jsonStringify(ways);
        new aws.secretsmanager.SecretVersion("probe", { secretId: "probe", secretString });
      }, brokers);

      assert.equal(reveal(probe), JSON.stringify(brokers));
    });

    it("leave out what was not asked for", async () => {
      await previewComponent(args, (broker) => {
        assert.notEqual(broker.bootstrapBrokersSaslIam, undefined);
        assert.equal(broker.bootstrapBrokersSaslScram, undefined);
        assert.equal(broker.bootstrapBrokersTls, undefined);
        assert.deepEqual(broker.ports, { iam: 9098 });
        assert.deepEqual(broker.scramSecretArns, {});
        assert.deepEqual(broker.topicArns, {});
      });
    });

    it("leave out IAM where it is off", async () => {
      const authentication = { iam: false, scram: { users: {} } };
      await previewComponent({ ...args, authentication }, (broker) => {
        assert.equal(broker.bootstrapBrokersSaslIam, undefined);
        assert.deepEqual(broker.ports, { scram: 9096 });
      });
    });
  });

  it("fails when arguments are wrong, and lists every problem", async () => {
    const wrong = { ...args, clusterName: "shop_production", authentication: { iam: false } };
    await assert.rejects(previewBroker(wrong), {
      message:
        "clusterName must be letters, digits and hyphens, a letter or digit first, at most 64, got shop_production\nauthentication must name one way at least: iam, scram or tls, got none",
    });
  });
});

function portsIn(rules: readonly PreviewedResource[]): Record<string, unknown> {
  return Object.fromEntries(rules.map(({ name, inputs }) => [name, inputs["toPort"]]));
}
