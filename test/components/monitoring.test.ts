import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Monitoring, type MonitoringArgs } from "../../components/monitoring";
import { preview, type Previewed } from "../support/preview";

const messagingKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";

const args: MonitoringArgs = {
  accountId: "123456789012",
  region: "eu-west-1",
  keyArn: messagingKeyArn,
  namePrefix: "shop-production",
  topics: {
    alarms: { subscriptions: { onCall: "on-call@example.com", security: "soc@example.com" } },
    "database-events": { subscriptions: { databaseAdministrator: "dba@example.com" } },
  },
};

const topic = "aws:sns/topic:Topic";
const topicPolicy = "aws:sns/topicPolicy:TopicPolicy";
const subscription = "aws:sns/topicSubscription:TopicSubscription";

function previewMonitoring(monitoringArgs: MonitoringArgs): Promise<Previewed> {
  return preview((providers) => new Monitoring("monitoring", monitoringArgs, { providers }));
}

const refuseWithoutTls = {
  Sid: "RefuseWithoutTls",
  Effect: "Deny",
  Principal: "*",
  Action: "sns:Publish",
  Resource: "arn:aws:sns:eu-west-1:123456789012:shop-production-alarms",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const alarms = {
  Sid: "CloudwatchAlarms",
  Effect: "Allow",
  Principal: { Service: "cloudwatch.amazonaws.com" },
  Action: "sns:Publish",
  Resource: "arn:aws:sns:eu-west-1:123456789012:shop-production-alarms",
  Condition: {
    StringEquals: { "aws:SourceAccount": "123456789012" },
    ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*" },
  },
};
const rdsEvents = {
  Sid: "RdsEvents",
  Effect: "Allow",
  Principal: { Service: "events.rds.amazonaws.com" },
  Action: "sns:Publish",
  Resource: "arn:aws:sns:eu-west-1:123456789012:shop-production-alarms",
  Condition: {
    StringEquals: { "aws:SourceAccount": "123456789012" },
    ArnLike: { "aws:SourceArn": "arn:aws:rds:eu-west-1:123456789012:*" },
  },
};

describe("Monitoring", () => {
  it("makes a topic with a policy for each topic, and a subscription for each address", async () => {
    const { resources } = await previewMonitoring(args);

    assert.deepEqual(
      resources.map(({ type, name }) => `${type} ${name}`),
      [
        "aws:sns/topic:Topic monitoring-alarms",
        "aws:sns/topic:Topic monitoring-database-events",
        "aws:sns/topicPolicy:TopicPolicy monitoring-alarms",
        "aws:sns/topicPolicy:TopicPolicy monitoring-database-events",
        "aws:sns/topicSubscription:TopicSubscription monitoring-alarms-onCall",
        "aws:sns/topicSubscription:TopicSubscription monitoring-alarms-security",
        "aws:sns/topicSubscription:TopicSubscription monitoring-database-events-databaseAdministrator",
        "groundwork:platform:Monitoring monitoring",
      ],
    );
  });

  it("makes nothing of no topics", async () => {
    const { resources } = await previewMonitoring({ ...args, topics: {} });

    assert.deepEqual(
      resources.map(({ type }) => type),
      ["groundwork:platform:Monitoring"],
    );
  });

  it("names, encrypts and signs each topic", async () => {
    const { one } = await previewMonitoring(args);

    assert.deepEqual(one(topic, "monitoring-alarms").inputs, {
      kmsMasterKeyId: messagingKeyArn,
      name: "shop-production-alarms",
      region: "eu-west-1",
      signatureVersion: 2,
      tags: { Name: "shop-production-alarms" },
    });
  });

  it("lets alarms and RDS events of the account publish, with TLS only", async () => {
    const { one } = await previewMonitoring(args);
    const { inputs, propertyDependencies } = one(topicPolicy, "monitoring-alarms");

    assert.deepEqual(propertyDependencies["arn"], [one(topic, "monitoring-alarms").urn]);
    assert.deepEqual(JSON.parse(String(inputs["policy"])), {
      Version: "2012-10-17",
      Statement: [refuseWithoutTls, alarms, rdsEvents],
    });
  });

  it("lets nothing publish but what it is told", async () => {
    const topics = { alarms: { subscriptions: {}, publishers: ["cloudwatchAlarms"] as const } };
    const { one } = await previewMonitoring({ ...args, topics });

    assert.deepEqual(JSON.parse(String(one(topicPolicy).inputs["policy"])), {
      Version: "2012-10-17",
      Statement: [refuseWithoutTls, alarms],
    });
  });

  it("subscribes each address to its topic by e-mail", async () => {
    const { one } = await previewMonitoring(args);
    const { inputs, propertyDependencies } = one(subscription, "monitoring-alarms-onCall");

    assert.equal(inputs["protocol"], "email");
    assert.equal(inputs["endpoint"], "on-call@example.com");
    assert.deepEqual(propertyDependencies["topic"], [one(topic, "monitoring-alarms").urn]);
  });

  it("keeps the name of a subscription when its address changes", async () => {
    const topics = { alarms: { subscriptions: { onCall: "night-shift@example.com" } } };
    const { one } = await previewMonitoring({ ...args, topics });

    assert.equal(one(subscription).name, "monitoring-alarms-onCall");
    assert.equal(one(subscription).inputs["endpoint"], "night-shift@example.com");
  });

  it("stands in the region it is given, whatever that of the provider", async () => {
    const { resources, one } = await previewMonitoring({ ...args, region: "eu-central-1" });

    for (const { type, inputs } of resources) {
      if (type.startsWith("aws:")) assert.equal(inputs["region"], "eu-central-1", type);
    }
    assert.match(
      String(one(topicPolicy, "monitoring-alarms").inputs["policy"]),
      /"arn:aws:sns:eu-central-1:123456789012:shop-production-alarms"/,
    );
  });

  it("hands out the ARN of each topic", async () => {
    const { one } = await preview((providers) => {
      const { topicArns } = new Monitoring("monitoring", args, { providers });
      for (const [title, arn] of Object.entries(topicArns)) {
        const subscribed = { topic: arn, protocol: "email", endpoint: "reader@example.com" };
        new aws.sns.TopicSubscription(title, subscribed, { provider: providers[0] });
      }
    });

    const topicOf = (title: string) => one(subscription, title).propertyDependencies["topic"];
    assert.deepEqual(topicOf("alarms"), [one(topic, "monitoring-alarms").urn]);
    assert.deepEqual(topicOf("database-events"), [one(topic, "monitoring-database-events").urn]);
  });
});
