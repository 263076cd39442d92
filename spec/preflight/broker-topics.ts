import { nearest } from "../nearest";
import { pathOf } from "../path";
import type { Problem } from "../problem";
import { topicConfigs } from "./broker-property-names";
import { inSyncProperty, replicationOf, wholeNumber, type Replication } from "./broker-replication";
import { brokersOf, type Broker } from "./broker-size";
import { brokerTypes } from "./broker-types";
import { sectionRule } from "./rule";

type Topic = Broker["topics"][string];

/**
 * Topics that Kafka makes, and that take what is written.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html
 * @see https://github.com/apache/kafka/blob/trunk/clients/src/main/java/org/apache/kafka/common/internals/Topic.java
 */
export const brokerTopicRules = [
  sectionRule("broker", [], (broker) => distinct(Object.keys(broker.topics))),
  sectionRule("broker", [], (broker) => Object.entries(broker.topics).flatMap(knownConfigs)),
  sectionRule("broker", ["availabilityZones"], (broker, { availabilityZones }) => {
    const brokers = brokersOf(broker, availabilityZones);
    return Object.entries(broker.topics).flatMap(([name, topic]) => [
      ...fewCopies(name, topic, brokers),
      ...spareCopy(name, topic, replicationOf(broker, brokers)),
    ]);
  }),
  sectionRule("broker", ["availabilityZones"], (broker, { availabilityZones }) =>
    fewPartitions(broker, brokersOf(broker, availabilityZones)),
  ),
];

function topicPath(name: string, ...field: readonly string[]): string {
  return pathOf(["broker", "topics", name, ...field]);
}

/** Kafka's metrics take dots for underscores, so it makes no topic whose name differs in nothing else. */
function distinct(names: readonly string[]): readonly Problem[] {
  const metric = (name: string) => name.replaceAll(".", "_");
  return names.flatMap((name) => {
    const other = names.find((each) => each < name && metric(each) === metric(name));
    if (other === undefined) return [];
    return [
      {
        path: topicPath(name),
        rule: `must differ from ${other} in more than dots and underscores: Kafka takes them for one`,
        fix: "rename one of the two",
      },
    ];
  });
}

function knownConfigs([topic, { configs }]: readonly [string, Topic]): readonly Problem[] {
  return Object.entries(configs)
    .filter(([name]) => !topicConfigs.includes(name))
    .map(([name, value]) => {
      const meant = nearest(name, topicConfigs);
      return {
        path: topicPath(topic, "configs", name),
        value,
        rule: "must be a config that Kafka has for topics without tiered storage",
        fix: meant === undefined ? "remove it" : `rename it to ${meant}`,
      };
    });
}

function fewCopies(
  name: string,
  { replicationFactor }: Topic,
  brokers: number,
): readonly Problem[] {
  if (replicationFactor === undefined || replicationFactor <= brokers) return [];
  return [
    {
      path: topicPath(name, "replicationFactor"),
      value: replicationFactor,
      rule: `must be at most the number of brokers, ${brokers}`,
      fix: `lower it to ${brokers} or less`,
    },
  ];
}

/** Without a copy to spare, every broker that restarts stops the writes to the topic. */
function spareCopy(name: string, topic: Topic, brokers: Replication): readonly Problem[] {
  const { replicationFactor, configs } = topic;
  const given = configs[inSyncProperty];
  if (given !== undefined) {
    return spareOfTopic(name, given, replicationFactor ?? brokers.copies);
  }
  if (replicationFactor === undefined || isSpare(replicationFactor, brokers.inSync)) return [];
  return [
    {
      path: topicPath(name, "replicationFactor"),
      value: replicationFactor,
      rule: `must be above the ${brokers.inSync} copies that writes wait for: otherwise every broker that restarts stops them`,
      fix: `raise it to ${brokers.inSync + 1}, or write ${inSyncProperty} in the topic's configs`,
    },
  ];
}

function spareOfTopic(name: string, given: string, copies: number): readonly Problem[] {
  const inSync = wholeNumber(given);
  if (inSync !== undefined && isSpare(copies, inSync)) return [];
  const most = Math.max(1, copies - 1);
  return [
    {
      path: topicPath(name, "configs", inSyncProperty),
      value: given,
      rule: `must be from 1 to ${most} with replication factor ${copies}: otherwise every broker that restarts stops the writes`,
      fix: `write "${most}"`,
    },
  ];
}

/** Whether writes go on while a broker restarts. Whoever asks for a single copy knows that they do not. */
function isSpare(copies: number, inSync: number): boolean {
  return inSync < copies || (copies === 1 && inSync === 1);
}

function fewPartitions(broker: Broker, brokers: number): readonly Problem[] {
  const { topics, instanceType } = broker;
  const most = brokerTypes[instanceType]?.mostPartitions ?? Number.POSITIVE_INFINITY;
  const { copies } = replicationOf(broker, brokers);
  const partitions = Object.values(topics).reduce(
    (sum, topic) => sum + topic.partitions * (topic.replicationFactor ?? copies),
    0,
  );
  const each = Math.ceil(partitions / brokers);
  if (each <= most) return [];
  return [
    {
      path: "broker.topics",
      value: each,
      rule: `must be at most ${most} partitions for each ${instanceType}, copies counted: beyond that MSK changes no configuration and takes no user`,
      fix: "lower the partitions, or choose a larger instanceType or more brokersPerZone",
    },
  ];
}
