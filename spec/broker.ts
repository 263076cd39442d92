import { z } from "zod";
import { logRetentionDays } from "./fields";

const storage = z.strictObject({
  allocatedGiB: z.int().min(1).max(16384).meta({
    description:
      "Volume of each broker; with `maximumGiB` at creation only. MSK never makes one smaller.",
    unit: "GiB",
  }),
  maximumGiB: z
    .int()
    .min(2)
    .max(16384)
    .optional()
    .meta({ description: "The volumes grow up to this; not at all when left out.", unit: "GiB" }),
  targetUtilizationPercent: z
    .int()
    .min(10)
    .max(80)
    .default(60)
    .meta({ description: "Share in use from which a volume grows.", unit: "percent" }),
  throughputMiBps: z.int().min(250).max(1000).optional().meta({
    description:
      "Provisioned throughput of each volume, from kafka.m5.4xlarge or kafka.m7g.2xlarge up only.",
    unit: "MiB per second",
  }),
});

const scramUser = z.strictObject({
  passwordVersion: z
    .int()
    .min(1)
    .default(1)
    .meta({ description: "Raised by one, it makes a new password at the next deployment." }),
});

const authentication = z.strictObject({
  iam: z.boolean().default(true).meta({
    description: "Clients prove by IAM who they are, and IAM says what they may do.",
  }),
  scram: z
    .strictObject({
      users: z
        .record(
          z
            .string()
            .regex(
              /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/,
              "must be a user's name: letters, digits and _ . @ -, a letter or digit first, at most 64",
            ),
          scramUser,
        )
        .meta({ description: "Users, by name. Each has a secret with a generated password." }),
    })
    .optional()
    .meta({
      description: "Clients prove by a password (SASL/SCRAM) who they are; none when left out.",
    }),
  tls: z
    .strictObject({
      certificateAuthorityArns: z
        .array(
          z
            .string()
            .regex(
              /^arn:aws(-[a-z]+)*:acm-pca:[a-z0-9-]+:\d{12}:certificate-authority\/[0-9a-f-]+$/,
              "must be the ARN of an authority of ACM Private CA",
            ),
        )
        .meta({ description: "Authorities whose certificates are accepted." }),
    })
    .optional()
    .meta({
      description: "Clients prove by a certificate (mutual TLS) who they are; none when left out.",
    }),
});

const topic = z.strictObject({
  partitions: z.int().min(1).meta({
    description: "Parts that are read and written side by side. Kafka takes none away.",
    unit: "partitions",
  }),
  replicationFactor: z.int().min(1).max(60).optional().meta({
    description:
      "Copies of each partition, at most one a broker; as `default.replication.factor` when left out. Another number is another topic.",
    unit: "copies",
  }),
  configs: z.record(z.string(), z.string()).default({}).meta({
    description: "Kafka's topic configs, where they differ from the brokers' properties.",
  }),
});

const monitoring = z.strictObject({
  level: z
    .enum(["DEFAULT", "PER_BROKER", "PER_TOPIC_PER_BROKER", "PER_TOPIC_PER_PARTITION"])
    .default("PER_TOPIC_PER_BROKER")
    .meta({ description: "What CloudWatch is told; what is beyond `DEFAULT` is paid for." }),
  jmxExporter: z
    .boolean()
    .default(true)
    .meta({ description: "Prometheus can read Kafka's metrics at port 11001." }),
  nodeExporter: z
    .boolean()
    .default(true)
    .meta({ description: "Prometheus can read the machines' metrics at port 11002." }),
  logRetentionDays: logRetentionDays.default(90),
});

/**
 * The Kafka cluster of a stack, on MSK.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/limits.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-provision-throughput-management.html
 */
export const brokerSchema = z.strictObject({
  kafkaVersion: z
    .string()
    .regex(/^\d+\.\d+\.x\.kraft$/, "must be a Kafka version in KRaft mode such as 3.9.x.kraft")
    .meta({
      description: "Kafka version without ZooKeeper, whose fixes MSK chooses.",
      examples: ["3.9.x.kraft"],
    }),
  instanceType: z
    .string()
    .regex(
      /^kafka\.[a-z0-9]+\.[a-z0-9]+$/,
      "must be a type of MSK's Standard brokers such as kafka.m7g.xlarge",
    )
    .meta({ description: "Type of the brokers.", examples: ["kafka.m7g.xlarge"] }),
  brokersPerZone: z
    .int()
    .min(1)
    .max(30)
    .default(1)
    .meta({ description: "Brokers in each availability zone, of which there are two or three." }),
  storage: storage.meta({ description: "The volume of each broker." }),
  serverProperties: z.record(z.string(), z.string()).default({}).meta({
    description:
      "Kafka's broker properties, of those that MSK lets one set, over the safe ones that are always set (no topics by accident, three copies, writes wait for two, no unclean leaders).",
  }),
  authentication: authentication
    .prefault({})
    .meta({ description: "How clients prove who they are. Nobody is let in who does not." }),
  topics: z
    .record(
      z
        .string()
        .regex(
          /^(?!__)(?!\.{1,2}$)[A-Za-z0-9._-]{1,249}$/,
          "must be a topic's name: letters, digits, dots, underscores and hyphens, at most 249, not two underscores first",
        ),
      topic,
    )
    .default({})
    .meta({ description: "Topics, by name." }),
  monitoring: monitoring.prefault({}).meta({ description: "Logs and metrics of the brokers." }),
  deletionProtection: z
    .boolean()
    .default(true)
    .meta({ description: "Pulumi refuses to delete the cluster, its topics and its secrets." }),
});
