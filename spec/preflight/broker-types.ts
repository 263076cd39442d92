/** What MSK says of a type of broker. */
interface BrokerType {
  /** Partitions, copies counted, beyond which MSK changes no configuration and takes no user. */
  readonly mostPartitions: number;
  /** Throughput in MiB per second that a volume can be given; undefined where it cannot. */
  readonly mostMiBps?: number;
}

/**
 * MSK's Standard brokers that run Kafka in KRaft mode, as of November 2026. Some regions lack some.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/broker-instance-sizes.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html#partitions-per-broker
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-provision-throughput-management.html
 */
export const brokerTypes: Readonly<Record<string, BrokerType>> = {
  "kafka.m5.large": { mostPartitions: 1500 },
  "kafka.m5.xlarge": { mostPartitions: 1500 },
  "kafka.m5.2xlarge": { mostPartitions: 3000 },
  "kafka.m5.4xlarge": { mostPartitions: 6000, mostMiBps: 593 },
  "kafka.m5.8xlarge": { mostPartitions: 6000, mostMiBps: 850 },
  "kafka.m5.12xlarge": { mostPartitions: 6000, mostMiBps: 1000 },
  "kafka.m5.16xlarge": { mostPartitions: 6000, mostMiBps: 1000 },
  "kafka.m5.24xlarge": { mostPartitions: 6000, mostMiBps: 1000 },
  "kafka.m7g.large": { mostPartitions: 1500 },
  "kafka.m7g.xlarge": { mostPartitions: 1500 },
  "kafka.m7g.2xlarge": { mostPartitions: 3000, mostMiBps: 312 },
  "kafka.m7g.4xlarge": { mostPartitions: 6000, mostMiBps: 625 },
  "kafka.m7g.8xlarge": { mostPartitions: 6000, mostMiBps: 1000 },
  "kafka.m7g.12xlarge": { mostPartitions: 6000, mostMiBps: 1000 },
  "kafka.m7g.16xlarge": { mostPartitions: 6000, mostMiBps: 1000 },
};
