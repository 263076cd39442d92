import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import { brokerTopicsDurable } from "../../../policies/rules/broker-topics";
import { judge, resource, type Resource, root, secret, unknown } from "../kit";

const clusterType = "aws:msk/cluster:Cluster";
const configurationType = "aws:msk/configuration:Configuration";
const arn = "arn:aws:kafka:eu-west-1:123456789012:configuration/shop/11111111-2222-3333-4444";

const durable = {
  "default.replication.factor": "3",
  "min.insync.replicas": "2",
  "unclean.leader.election.enable": "false",
  "auto.create.topics.enable": "false",
  "log.retention.hours": "168",
};
type Properties = Readonly<Record<string, string | undefined>>;

const textOf = (properties: Properties): string =>
  Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${value ?? ""}`)
    .join("\n");

const configuration = (serverProperties: unknown): Resource =>
  resource(configurationType, { name: "shop", serverProperties }, { name: "shop" });

const cluster = (inputs: Data, ...madeFrom: readonly Resource[]): Resource =>
  resource(clusterType, inputs, {
    name: "events",
    dependencies: { configurationInfo: madeFrom },
  });

const configured = { configurationInfo: { arn: unknown, revision: unknown } };

async function verdictsOn(stack: readonly Resource[], settings: Data = {}): Promise<unknown> {
  const { verdicts } = await judge([brokerTopicsDurable], [root, ...stack], {
    configuration: { "broker-topics-durable": settings },
  });
  return verdicts.map(({ verdict, message }) => [verdict, message]);
}

/** The verdict on a cluster with these properties of its configuration. */
async function verdictOn(properties: Properties, settings: Data = {}): Promise<unknown> {
  const own = configuration(textOf({ ...durable, ...properties }));
  return verdictsOn([own, cluster(configured, own)], settings);
}

const failure = (line: string): unknown => [
  ["fail", `${configurationType} "shop": serverProperties must set ${line}`],
];

describe("broker-topics-durable", () => {
  it("passes a cluster whose configuration, not known yet, keeps three replicas", async () => {
    assert.deepEqual(await verdictOn({}), [["pass", undefined]]);
  });

  it("passes a cluster that names the configuration by its ARN", async () => {
    const known = { ...configuration(textOf(durable)), outputs: { arn } };
    const named = cluster({ configurationInfo: { arn, revision: 1 } });
    assert.deepEqual(await verdictsOn([known, named]), [["pass", undefined]]);
  });

  const wrong: readonly [title: string, change: Properties, line: string][] = [
    [
      "topics have two replicas",
      { "default.replication.factor": "2", "min.insync.replicas": "1" },
      'default.replication.factor to at least 3, got "2"\n' +
        `${configurationType} "shop": serverProperties must set min.insync.replicas to at least 2, got "1"`,
    ],
    [
      "the number of replicas is not said",
      { "default.replication.factor": undefined },
      "default.replication.factor to at least 3, but does not name it",
    ],
    [
      "the number of replicas is no number",
      { "default.replication.factor": "many" },
      'default.replication.factor to at least 3, got "many"',
    ],
    [
      "one replica in sync is enough",
      { "min.insync.replicas": "1" },
      'min.insync.replicas to at least 2, got "1"',
    ],
    [
      "all replicas must be in sync, so that none may restart",
      { "min.insync.replicas": "3" },
      'min.insync.replicas below default.replication.factor, got "3"',
    ],
    [
      "a replica that lags may be elected",
      { "unclean.leader.election.enable": "true" },
      'unclean.leader.election.enable to false, got "true"',
    ],
    [
      "that is not said, for AWS lets it then",
      { "unclean.leader.election.enable": undefined },
      "unclean.leader.election.enable to false, but does not name it",
    ],
    [
      "topics come of themselves",
      { "auto.create.topics.enable": "TRUE" },
      'auto.create.topics.enable to false, got "TRUE"',
    ],
  ];
  for (const [title, change, line] of wrong) {
    it(`fails when ${title}`, async () => {
      assert.deepEqual(await verdictOn(change), failure(line));
    });
  }

  it("reads False as Kafka does", async () => {
    assert.deepEqual(await verdictOn({ "auto.create.topics.enable": "False" }), [
      ["pass", undefined],
    ]);
  });

  it("fails when a cluster has the configuration of AWS", async () => {
    assert.deepEqual(await verdictsOn([cluster({})]), [
      ["fail", "configurationInfo must name a configuration of your own, but is not set"],
    ]);
  });

  it("is undecided when the configuration is made elsewhere", async () => {
    const elsewhere = cluster({ configurationInfo: { arn, revision: 1 } });
    assert.deepEqual(await verdictsOn([configuration(""), elsewhere]), [
      ["undecided", "not known until deployed: the properties of what configurationInfo.arn names"],
    ]);
  });

  it("is undecided while the properties are not known", async () => {
    const own = configuration(unknown);
    assert.deepEqual(await verdictsOn([own, cluster(configured, own)]), [
      ["undecided", `not known until deployed: ${configurationType} "shop": serverProperties`],
    ]);
  });

  it("shows nothing of properties that are a secret", async () => {
    const own = configuration(secret(textOf({ ...durable, "min.insync.replicas": "1" })));
    assert.deepEqual(
      await verdictsOn([own, cluster(configured, own)]),
      failure("min.insync.replicas to at least 2, got a value that is not shown"),
    );
  });

  it("does not apply to Express brokers", async () => {
    const express = cluster({ brokerNodeGroupInfo: { instanceType: "express.m7g.large" } });
    assert.deepEqual(await verdictsOn([express]), [
      ["notApplicable", "AWS sets this on Express brokers, and safely"],
    ]);
  });

  it("is undecided on brokers that may be Express ones", async () => {
    const open = cluster({ brokerNodeGroupInfo: { instanceType: unknown } });
    assert.deepEqual(await verdictsOn([open]), [
      ["undecided", "not known until deployed: brokerNodeGroupInfo.instanceType"],
    ]);
  });

  it("asks for as many replicas as configuration says", async () => {
    const two = { "default.replication.factor": "2", "min.insync.replicas": "1" };
    const settings = { minimumReplicas: 2, minimumInSync: 1 };
    assert.deepEqual(await verdictOn(two, settings), [["pass", undefined]]);
    assert.deepEqual(
      await verdictOn({ "default.replication.factor": "3" }, { minimumReplicas: 5 }),
      failure('default.replication.factor to at least 5, got "3"'),
    );
  });
});
