import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { mapRecord } from "../map-record";
import type { Scope } from "./scope";
import { replicationOf } from "./server-properties";

/** One topic. */
export interface TopicArgs {
  /** Parts that are read and written side by side. Kafka adds some, and takes none away. */
  readonly partitions: number;
  /**
   * Copies of each partition, at most one a broker. Another number is another topic, without the records.
   *
   * @default - as `default.replication.factor`: 3, or as many as there are brokers
   */
  readonly replicationFactor?: number | undefined;
  /**
   * What differs from the brokers' properties.
   *
   * @default {}
   * @see https://kafka.apache.org/documentation/#topicconfigs
   */
  readonly configs?: Readonly<Record<string, string>> | undefined;
}

/** Makes the topics of a cluster, by AWS's API: no way to the brokers is needed. Gives their ARNs, by name. */
export function createTopics(
  { name, settings, stateful }: Scope,
  { arn: clusterArn }: aws.msk.Cluster,
): Readonly<Record<string, pulumi.Output<string>>> {
  const { region, topics } = settings;
  return mapRecord(topics, ({ partitions, replicationFactor, configs }, topic) => {
    const { arn } = new aws.msk.Topic(
      `${name}-topic-${topic}`,
      {
        region,
        clusterArn,
        name: topic,
        partitionCount: partitions,
        replicationFactor: replicationFactor ?? replicationOf(settings),
        ...configInputs(configs),
      },
      stateful,
    );
    return arn;
  });
}

function configInputs(configs: Readonly<Record<string, string>>) {
  const names = Object.keys(configs).sort();
  if (names.length === 0) return {};
  return {
    configs: JSON.stringify(Object.fromEntries(names.map((name) => [name, configs[name]]))),
  };
}
