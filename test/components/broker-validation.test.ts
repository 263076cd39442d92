import assert from "node:assert/strict";
import type { BrokerArgs } from "../../components/broker/args";
import { validateBroker } from "../../components/broker/validate-broker";
import { args, authority, fullest } from "./broker-args";

/** One thing that is wrong with arguments that are right otherwise, and what is said of it. */
interface Wrong {
  readonly what: string;
  readonly change: Partial<BrokerArgs>;
  readonly says: string;
}

const subnets = ["subnet-a", "subnet-b", "subnet-c", "subnet-d"];
const clusterName =
  "clusterName must be letters, digits and hyphens, a letter or digit first, at most 64, got";
const label =
  "must be labelled by lower-case letters, digits and hyphens, at most 32, but not brokers, got";
const userName =
  "authentication.scram.users must be named by letters, digits and _ . @ -, a letter or digit first, at most 64, got";
const topicName =
  "topics must be named by letters, digits, dots, underscores and hyphens, at most 249, not two underscores first, got";

/** A cluster that lets in one user. */
function user(name: string, passwordVersion = 1): Partial<BrokerArgs> {
  return { authentication: { scram: { users: { [name]: { passwordVersion } } } } };
}

function topic(name: string): Partial<BrokerArgs> {
  return { topics: { [name]: { partitions: 1 } } };
}

function properties(serverProperties: Readonly<Record<string, string>>): Partial<BrokerArgs> {
  return { serverProperties };
}

function users(count: number): Partial<BrokerArgs> {
  const names = Array.from({ length: count }, (_, index) => `u${index.toString()}`);
  const all = Object.fromEntries(names.map((name) => [name, {}]));
  return { authentication: { scram: { users: all } } };
}

const wrongs: readonly Wrong[] = [
  {
    what: "the cluster's name has an underscore",
    change: { clusterName: "shop_1" },
    says: `${clusterName} shop_1`,
  },
  {
    what: "the cluster's name begins with a hyphen",
    change: { clusterName: "-shop" },
    says: `${clusterName} -shop`,
  },
  {
    what: "the cluster's name is longer than 64",
    change: { clusterName: "s".repeat(65) },
    says: `${clusterName} ${"s".repeat(65)}`,
  },
  {
    what: "an allowed group has the label of the brokers",
    change: { allowedSecurityGroups: { brokers: "sg-1" } },
    says: `allowedSecurityGroups ${label} brokers`,
  },
  {
    what: "an allowed group has a label in capitals",
    change: { allowedSecurityGroups: { App: "sg-1" } },
    says: `allowedSecurityGroups ${label} App`,
  },
  {
    what: "a group that reads metrics has a label that is too long",
    change: { monitoringSecurityGroups: { ["m".repeat(33)]: "sg-1" } },
    says: `monitoringSecurityGroups ${label} ${"m".repeat(33)}`,
  },
  {
    what: "the version needs ZooKeeper",
    change: { kafkaVersion: "3.9.x" },
    says: "kafkaVersion must be a version in KRaft mode such as 3.9.x.kraft, got 3.9.x",
  },
  {
    what: "the version names a fix, which MSK chooses",
    change: { kafkaVersion: "3.9.1.kraft" },
    says: "kafkaVersion must be a version in KRaft mode such as 3.9.x.kraft, got 3.9.1.kraft",
  },
  {
    what: "the type runs no Kafka in KRaft mode",
    change: { instanceType: "kafka.t3.small" },
    says: "instanceType must be one of kafka.m5.large, kafka.m5.xlarge, kafka.m5.2xlarge, kafka.m5.4xlarge, kafka.m5.8xlarge, kafka.m5.12xlarge, kafka.m5.16xlarge, kafka.m5.24xlarge, kafka.m7g.large, kafka.m7g.xlarge, kafka.m7g.2xlarge, kafka.m7g.4xlarge, kafka.m7g.8xlarge, kafka.m7g.12xlarge, kafka.m7g.16xlarge, got kafka.t3.small",
  },
  {
    what: "the type has the name of a method of objects",
    change: { instanceType: "toString" },
    says: "instanceType must be one of kafka.m5.large, kafka.m5.xlarge, kafka.m5.2xlarge, kafka.m5.4xlarge, kafka.m5.8xlarge, kafka.m5.12xlarge, kafka.m5.16xlarge, kafka.m5.24xlarge, kafka.m7g.large, kafka.m7g.xlarge, kafka.m7g.2xlarge, kafka.m7g.4xlarge, kafka.m7g.8xlarge, kafka.m7g.12xlarge, kafka.m7g.16xlarge, got toString",
  },
  {
    what: "there is one subnet",
    change: { subnetIds: ["subnet-a"] },
    says: "subnetIds must be subnets of 2 or 3 zones, got 1",
  },
  {
    what: "there are four subnets",
    change: { subnetIds: subnets },
    says: "subnetIds must be subnets of 2 or 3 zones, got 4",
  },
  {
    what: "there are three subnets where MSK takes two",
    change: { region: "us-west-1" },
    says: "subnetIds must be subnets of 2 zones, got 3",
  },
  {
    what: "a zone has no broker",
    change: { brokersPerZone: 0 },
    says: "brokersPerZone must be a whole number from 1 to 60, got 0",
  },
  {
    what: "a zone has a broker and a half",
    change: { brokersPerZone: 1.5 },
    says: "brokersPerZone must be a whole number from 1 to 60, got 1.5",
  },
  {
    what: "there are more brokers than MSK takes",
    change: { brokersPerZone: 21 },
    says: "brokersPerZone must make at most 60 brokers, got 63",
  },
  {
    what: "the volume holds nothing",
    change: { storage: { allocatedGiB: 0 } },
    says: "storage.allocatedGiB must be a whole number from 1 to 16384, got 0",
  },
  {
    what: "the volume is larger than MSK makes",
    change: { storage: { allocatedGiB: 16_385 } },
    says: "storage.allocatedGiB must be a whole number from 1 to 16384, got 16385",
  },
  {
    what: "the volume cannot grow to its maximum",
    change: { storage: { allocatedGiB: 100, maximumGiB: 100 } },
    says: "storage.maximumGiB must be a whole number from 101 to 16384, got 100",
  },
  {
    what: "the volume grows beyond what MSK makes",
    change: { storage: { allocatedGiB: 100, maximumGiB: 16_385 } },
    says: "storage.maximumGiB must be a whole number from 101 to 16384, got 16385",
  },
  ...["af-south-1", "ap-northeast-3", "ap-southeast-5"].map((region) => ({
    what: `the volume grows in ${region}, where none does`,
    change: { region, storage: { allocatedGiB: 100, maximumGiB: 200 } },
    says: `storage.maximumGiB must be left out in ${region}, where volumes cannot grow, got 200`,
  })),
  {
    what: "the volume grows before there is need",
    change: { storage: { allocatedGiB: 100, maximumGiB: 200, targetUtilizationPercent: 9 } },
    says: "storage.targetUtilizationPercent must be a whole number from 10 to 80, got 9",
  },
  {
    what: "the volume grows too late",
    change: { storage: { allocatedGiB: 100, maximumGiB: 200, targetUtilizationPercent: 81 } },
    says: "storage.targetUtilizationPercent must be a whole number from 10 to 80, got 81",
  },
  {
    what: "a type whose throughput is fixed is given some",
    change: { storage: { allocatedGiB: 100, throughputMiBps: 250 } },
    says: "storage.throughputMiBps must be left out with kafka.m7g.large: it needs kafka.m5.4xlarge or kafka.m7g.2xlarge at least, got 250",
  },
  {
    what: "the throughput is less than there is without being told",
    change: {
      instanceType: "kafka.m7g.2xlarge",
      storage: { allocatedGiB: 100, throughputMiBps: 249 },
    },
    says: "storage.throughputMiBps must be a whole number from 250 to 312, got 249",
  },
  {
    what: "the throughput is more than the type carries",
    change: {
      instanceType: "kafka.m5.4xlarge",
      storage: { allocatedGiB: 100, throughputMiBps: 594 },
    },
    says: "storage.throughputMiBps must be a whole number from 250 to 593, got 594",
  },
  {
    what: "the volume is too small for throughput",
    change: {
      instanceType: "kafka.m7g.2xlarge",
      storage: { allocatedGiB: 9, throughputMiBps: 250 },
    },
    says: "storage.allocatedGiB must be at least 10 with throughputMiBps, got 9",
  },
  {
    what: "a property has no name of one",
    change: properties({ "log retention": "1" }),
    says: 'serverProperties["log retention"] must be a property\'s name and a value of one line, got 1',
  },
  {
    what: "a property is two",
    change: properties({ "num.partitions": "1\nauto.create.topics.enable=true" }),
    says: 'serverProperties["num.partitions"] must be a property\'s name and a value of one line, got 1\nauto.create.topics.enable=true',
  },
  {
    what: "there are more copies than brokers",
    change: properties({ "default.replication.factor": "4" }),
    says: 'serverProperties["default.replication.factor"] must be a whole number from 1 to 3, got 4',
  },
  {
    what: "a write waits for no copy",
    change: properties({ "min.insync.replicas": "0" }),
    says: 'serverProperties["min.insync.replicas"] must be a whole number from 1 to 3, got 0',
  },
  ...[
    "offsets.topic.replication.factor",
    "transaction.state.log.min.isr",
    "transaction.state.log.replication.factor",
  ].map((name) => ({
    what: `${name} is no number`,
    change: properties({ [name]: "all" }),
    says: `serverProperties["${name}"] must be a whole number from 1 to 3, got all`,
  })),
  {
    what: "nobody can say who one is",
    change: { authentication: { iam: false } },
    says: "authentication must name one way at least: iam, scram or tls, got none",
  },
  {
    what: "there are more users than MSK takes",
    change: users(1001),
    says: "authentication.scram.users must be at most 1000, got 1001",
  },
  { what: "a user's name has a space", change: user("a b"), says: `${userName} a b` },
  { what: "a user's name begins with a dot", change: user(".a"), says: `${userName} .a` },
  {
    what: "a user's name is too long",
    change: user("u".repeat(65)),
    says: `${userName} ${"u".repeat(65)}`,
  },
  {
    what: "a password has version 0",
    change: user("orders", 0),
    says: "authentication.scram.users.orders.passwordVersion must be a whole number from 1 to 9007199254740991, got 0",
  },
  {
    what: "certificates of no authority are accepted",
    change: { authentication: { tls: { certificateAuthorityArns: [] } } },
    says: "authentication.tls.certificateAuthorityArns must be one authority at least, got none",
  },
  { what: "a topic has a slash in its name", change: topic("a/b"), says: `${topicName} a/b` },
  { what: "a topic is called by a dot", change: topic("."), says: `${topicName} .` },
  { what: "a topic is called by two dots", change: topic(".."), says: `${topicName} ..` },
  {
    what: "a topic has a name of Kafka's",
    change: topic("__consumer_offsets"),
    says: `${topicName} __consumer_offsets`,
  },
  {
    what: "a topic's name is too long",
    change: topic("t".repeat(250)),
    says: `${topicName} ${"t".repeat(250)}`,
  },
  {
    what: "two topics differ in dots and underscores only",
    change: { topics: { "a_b.c": { partitions: 1 }, "a.b_c": { partitions: 1 } } },
    says: "topics must differ in more than dots and underscores, got a.b_c and a_b.c",
  },
  {
    what: "a topic has no partition",
    change: { topics: { orders: { partitions: 0 } } },
    says: 'topics["orders"].partitions must be a whole number from 1 to 9007199254740991, got 0',
  },
  {
    what: "a topic has more copies than there are brokers",
    change: { topics: { orders: { partitions: 1, replicationFactor: 4 } } },
    says: 'topics["orders"].replicationFactor must be a whole number from 1 to 3, got 4',
  },
  {
    what: "logs are kept for a period that CloudWatch does not have",
    change: { monitoring: { logRetentionDays: 91 } },
    says: "monitoring.logRetentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 91",
  },
  {
    what: "secrets can be restored for less than AWS offers",
    change: { secretRecoveryDays: 6 },
    says: "secretRecoveryDays must be 0 or a whole number from 7 to 30, got 6",
  },
];

/** Arguments that are right, though they come close to what is wrong. */
const rights: Readonly<Record<string, Partial<BrokerArgs>>> = {
  "the least arguments": {},
  "the fullest arguments": fullest,
  "the longest names": {
    clusterName: "s".repeat(64),
    allowedSecurityGroups: { ["a".repeat(32)]: "sg-1" },
    authentication: { scram: { users: { ["u".repeat(64)]: {} } } },
    topics: { ["t".repeat(249)]: { partitions: 1 } },
  },
  "names that begin with a digit": { clusterName: "1-shop", ...user("1@shop_a.b-c") },
  "a later version": { kafkaVersion: "4.1.x.kraft" },
  "two zones": { subnetIds: subnets.slice(0, 2) },
  "two zones where MSK takes two": { region: "us-west-1", subnetIds: subnets.slice(0, 2) },
  "as many brokers as MSK takes": { brokersPerZone: 20 },
  "the smallest volume, growing by the least": { storage: { allocatedGiB: 1, maximumGiB: 2 } },
  "the largest volume": { storage: { allocatedGiB: 16_384 } },
  "growth from the least share in use": {
    storage: { allocatedGiB: 1, maximumGiB: 16_384, targetUtilizationPercent: 10 },
  },
  "growth from the largest share in use": {
    storage: { allocatedGiB: 1, maximumGiB: 16_384, targetUtilizationPercent: 80 },
  },
  "a volume that stays as it is where none grows": { region: "af-south-1" },
  "the least throughput": {
    instanceType: "kafka.m7g.2xlarge",
    storage: { allocatedGiB: 10, throughputMiBps: 250 },
  },
  "the most throughput": {
    instanceType: "kafka.m7g.16xlarge",
    storage: { allocatedGiB: 10, throughputMiBps: 1000 },
  },
  "as many copies as there are brokers": properties({
    "default.replication.factor": "3",
    "min.insync.replicas": "3",
  }),
  "a topic with as many copies as there are brokers": {
    topics: { orders: { partitions: 1, replicationFactor: 3 } },
  },
  "topics that differ in more than dots and underscores": {
    topics: { "a.b": { partitions: 1 }, a_b_: { partitions: 1 }, _a: { partitions: 1 } },
  },
  "as many users as MSK takes": users(1000),
  "certificates alone": {
    authentication: { iam: false, tls: { certificateAuthorityArns: [authority] } },
  },
};

describe("validateBroker", () => {
  for (const [what, change] of Object.entries(rights)) {
    it(`has nothing against ${what}`, () => {
      assert.deepEqual(validateBroker({ ...args, ...change }), []);
    });
  }

  for (const { what, change, says } of wrongs) {
    it(`fails when ${what}`, () => {
      assert.deepEqual(validateBroker({ ...args, ...change }), [says]);
    });
  }

  it("lists every problem at once", () => {
    const problems = validateBroker({
      ...args,
      clusterName: "",
      kafkaVersion: "2.8.1",
      storage: { allocatedGiB: 0 },
      serverProperties: { "min.insync.replicas": "9" },
      authentication: { iam: false },
      topics: { orders: { partitions: 0 } },
      monitoring: { logRetentionDays: 2 },
      secretRecoveryDays: 1,
    });

    assert.deepEqual(
      problems.map((problem) => problem.split(" must ")[0]),
      [
        "clusterName",
        "kafkaVersion",
        "storage.allocatedGiB",
        'serverProperties["min.insync.replicas"]',
        "authentication",
        'topics["orders"].partitions',
        "monitoring.logRetentionDays",
        "secretRecoveryDays",
      ],
    );
  });
});
