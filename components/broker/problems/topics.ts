import { outsideOf, unless } from "../../problems/phrases";
import { brokersOf } from "../brokers";
import type { Settings } from "../broker-settings";

/** Kafka keeps names that begin with two underscores for itself. */
const topicName = /^(?!__)(?!\.{1,2}$)[A-Za-z0-9._-]{1,249}$/;

/**
 * What is wrong with the topics of a broker.
 *
 * @see https://github.com/apache/kafka/blob/trunk/clients/src/main/java/org/apache/kafka/common/internals/Topic.java
 */
export function topicProblems(settings: Settings): readonly string[] {
  const { topics } = settings;
  return Object.entries(topics).flatMap(([name, { partitions, replicationFactor }]) => [
    ...unless(
      topicName.test(name),
      `topics must be named by letters, digits, dots, underscores and hyphens, at most 249, not two underscores first, got ${name}`,
    ),
    ...collisionProblems(name, Object.keys(topics)),
    ...outsideOf(`topics["${name}"].partitions`, partitions, 1, Number.MAX_SAFE_INTEGER),
    ...outsideOf(`topics["${name}"].replicationFactor`, replicationFactor, 1, brokersOf(settings)),
  ]);
}

/** Kafka's metrics take dots for underscores. */
function collisionProblems(name: string, names: readonly string[]): readonly string[] {
  const metric = (topic: string) => topic.replaceAll(".", "_");
  const other = names.find((each) => each < name && metric(each) === metric(name));
  return unless(
    other === undefined,
    `topics must differ in more than dots and underscores, got ${String(other)} and ${name}`,
  );
}
