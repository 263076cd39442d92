/** What MSK says of a type of broker. */
interface InstanceType {
  /** Partitions that a broker should hold at most, copies counted. */
  readonly partitions: number;
  /** Throughput in MiB per second that a volume can be given; undefined where it cannot. */
  readonly maximumMiBps?: number;
}

/**
 * MSK's Standard brokers that run Kafka in KRaft mode.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html#partitions-per-broker
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-provision-throughput-management.html
 */
export const instanceTypes: Readonly<Record<string, InstanceType>> = {
  "kafka.m5.large": { partitions: 1000 },
  "kafka.m5.xlarge": { partitions: 1000 },
  "kafka.m5.2xlarge": { partitions: 2000 },
  "kafka.m5.4xlarge": { partitions: 4000, maximumMiBps: 593 },
  "kafka.m5.8xlarge": { partitions: 4000, maximumMiBps: 850 },
  "kafka.m5.12xlarge": { partitions: 4000, maximumMiBps: 1000 },
  "kafka.m5.16xlarge": { partitions: 4000, maximumMiBps: 1000 },
  "kafka.m5.24xlarge": { partitions: 4000, maximumMiBps: 1000 },
  "kafka.m7g.large": { partitions: 1000 },
  "kafka.m7g.xlarge": { partitions: 1000 },
  "kafka.m7g.2xlarge": { partitions: 2000, maximumMiBps: 312 },
  "kafka.m7g.4xlarge": { partitions: 4000, maximumMiBps: 625 },
  "kafka.m7g.8xlarge": { partitions: 4000, maximumMiBps: 1000 },
  "kafka.m7g.12xlarge": { partitions: 4000, maximumMiBps: 1000 },
  "kafka.m7g.16xlarge": { partitions: 4000, maximumMiBps: 1000 },
};
