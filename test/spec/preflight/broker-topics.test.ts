import type { Problem } from "../../../spec/problem";
import { broker, thirdZone } from "./sound-broker";
import { accepts, refuses } from "./table";

/** A broker in three zones, with one topic. */
function orders(topic: object): object {
  return { ...thirdZone, ...broker({ topics: { orders: { partitions: 6, ...topic } } }) };
}

/** Topics of one partition each. */
function named(...names: readonly string[]): object {
  return broker({ topics: Object.fromEntries(names.map((name) => [name, { partitions: 1 }])) });
}

function wrong(path: string, value: string | number, rule: string, fix: string): Problem {
  return { path: `broker.topics.orders.${path}`, value, rule, fix };
}

const inSync = 'configs["min.insync.replicas"]';
const stops = "otherwise every broker that restarts stops the writes";
const topicName =
  "must have as its name a topic's name: letters, digits, dots, underscores and hyphens, at most 249, not two underscores first";

describe("preflight of the broker's topics", () => {
  refuses([
    [
      "two differ in dots and underscores only",
      named("a_b.c", "a.b_c", "d"),
      {
        path: 'broker.topics["a_b.c"]',
        rule: "must differ from a.b_c in more than dots and underscores: Kafka takes them for one",
        fix: "rename one of the two",
      },
    ],
    [
      "one has a name of Kafka's",
      named("__consumer_offsets"),
      { path: "broker.topics.__consumer_offsets", rule: topicName, fix: "rename it" },
    ],
    [
      "one is called by two dots",
      named(".."),
      { path: 'broker.topics[".."]', rule: topicName, fix: "rename it" },
    ],
    [
      "a config is misspelt",
      orders({ configs: { "retention.m": "1" } }),
      wrong(
        'configs["retention.m"]',
        "1",
        "must be a config that Kafka has for topics without tiered storage",
        "rename it to retention.ms",
      ),
    ],
    [
      "a config asks for tiered storage",
      orders({ configs: { "remote.storage.enable": "true" } }),
      wrong(
        'configs["remote.storage.enable"]',
        "true",
        "must be a config that Kafka has for topics without tiered storage",
        "remove it",
      ),
    ],
    [
      "one has more copies than there are brokers",
      orders({ replicationFactor: 4 }),
      wrong(
        "replicationFactor",
        4,
        "must be at most the number of brokers, 3",
        "lower it to 3 or less",
      ),
    ],
    [
      "one has no copy to spare",
      orders({ replicationFactor: 2 }),
      wrong(
        "replicationFactor",
        2,
        "must be above the 2 copies that writes wait for: otherwise every broker that restarts stops them",
        "raise it to 3, or write min.insync.replicas in the topic's configs",
      ),
    ],
    [
      "one has a single copy where writes wait for two",
      orders({ replicationFactor: 1 }),
      wrong(
        "replicationFactor",
        1,
        "must be above the 2 copies that writes wait for: otherwise every broker that restarts stops them",
        "raise it to 3, or write min.insync.replicas in the topic's configs",
      ),
    ],
    [
      "its writes wait for every copy",
      orders({ configs: { "min.insync.replicas": "3" } }),
      wrong(inSync, "3", `must be from 1 to 2 with replication factor 3: ${stops}`, 'write "2"'),
    ],
    [
      "its writes wait for every copy of its own",
      orders({ replicationFactor: 2, configs: { "min.insync.replicas": "2" } }),
      wrong(inSync, "2", `must be from 1 to 1 with replication factor 2: ${stops}`, 'write "1"'),
    ],
    [
      "its writes wait for no number of copies",
      orders({ replicationFactor: 1, configs: { "min.insync.replicas": "0" } }),
      wrong(inSync, "0", `must be from 1 to 1 with replication factor 1: ${stops}`, 'write "1"'),
    ],
    [
      "there are more partitions than MSK can change brokers with",
      orders({ partitions: 1501 }),
      {
        path: "broker.topics",
        value: 1501,
        rule: "must be at most 1500 partitions for each kafka.m7g.large, copies counted: beyond that MSK changes no configuration and takes no user",
        fix: "lower the partitions, or choose a larger instanceType or more brokersPerZone",
      },
    ],
    [
      "there are too many partitions for one broker of several",
      broker({
        brokersPerZone: 2,
        topics: {
          orders: {
            partitions: 3001,
            configs: { "min.insync.replicas": "1" },
            replicationFactor: 2,
          },
        },
      }),
      {
        path: "broker.topics",
        value: 1501,
        rule: "must be at most 1500 partitions for each kafka.m7g.large, copies counted: beyond that MSK changes no configuration and takes no user",
        fix: "lower the partitions, or choose a larger instanceType or more brokersPerZone",
      },
    ],
  ]);
  accepts([
    ["names of every kind", named("orders", "orders.dead", "orders-eu_1", "_a", "t".repeat(249))],
    ["one whose name another begins with", named("a.b", "a.b_c")],
    ["copies to spare", orders({ replicationFactor: 3 })],
    ["configs", orders({ configs: { "retention.ms": "1000", "cleanup.policy": "compact" } })],
    [
      "fewer copies of which writes wait for fewer",
      orders({ replicationFactor: 2, configs: { "min.insync.replicas": "1" } }),
    ],
    [
      "a single copy, on purpose",
      orders({ replicationFactor: 1, configs: { "min.insync.replicas": "1" } }),
    ],
    ["as many partitions as MSK can change brokers with", orders({ partitions: 1500 })],
    [
      "more partitions with more brokers",
      broker({
        brokersPerZone: 2,
        topics: {
          orders: {
            partitions: 3000,
            replicationFactor: 2,
            configs: { "min.insync.replicas": "1" },
          },
        },
      }),
    ],
    [
      "more partitions on a larger type",
      broker({ instanceType: "kafka.m7g.2xlarge", topics: { orders: { partitions: 3000 } } }),
    ],
  ]);
});
