import * as pulumi from "@pulumi/pulumi";
import type { Edge } from "../edge";

/** How a broker is reached by IAM: what {@link Broker} gives, and what the workload does there. */
export interface BrokerTarget {
  /** What the edge leads to, among the edges of one workload. */
  readonly to: string;
  readonly clusterArn: pulumi.Input<string>;
  /** `host:port` of brokers, for clients that IAM knows. */
  readonly bootstrapBrokers: pulumi.Input<string>;
  readonly port: number;
  /** IPv4 ranges of its subnets. */
  readonly cidrBlocks: readonly string[];
  /**
   * Topics that are read, by name, with `*` for any characters.
   *
   * @default []
   */
  readonly reads?: readonly string[] | undefined;
  /**
   * Topics that are written to, by name, with `*` for any characters.
   *
   * @default []
   */
  readonly writes?: readonly string[] | undefined;
  /**
   * Consumer groups that are joined, by name, with `*` for any characters.
   *
   * @default []
   */
  readonly groups?: readonly string[] | undefined;
  /**
   * First part of the variables, before an underscore.
   *
   * @default "KAFKA"
   */
  readonly variablePrefix?: string | undefined;
}

/** What each use of a cluster needs, by the kind of the resource. */
const uses = {
  reads: { kind: "topic", actions: ["DescribeTopic", "ReadData"] },
  writes: { kind: "topic", actions: ["DescribeTopic", "WriteData"] },
  groups: { kind: "group", actions: ["AlterGroup", "DescribeGroup"] },
} as const;

/**
 * What all uses need of the cluster itself. Producers give each message a number by default, so that none is written
 * twice: the right to write to some topics does not suffice for that.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/create-iam-access-control-policies.html
 */
const clusterActions = { all: ["Connect", "DescribeCluster"], writes: ["WriteDataIdempotently"] };

/**
 * An edge to a Kafka cluster: its place, and the right to connect and to use the topics and groups that are named.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
 */
export function brokerEdge(target: BrokerTarget): Edge {
  const { to, clusterArn, bootstrapBrokers, port, cidrBlocks } = target;
  const { reads = [], writes = [], groups = [], variablePrefix: prefix = "KAFKA" } = target;
  const named = { reads, writes, groups };
  const used = (["reads", "writes", "groups"] as const).filter((use) => named[use].length > 0);
  const clusterUses = [...clusterActions.all, ...(writes.length > 0 ? clusterActions.writes : [])];
  return {
    to,
    destination: { port, cidrBlocks },
    environment: {
      [`${prefix}_BOOTSTRAP_SERVERS`]: bootstrapBrokers,
      [`${prefix}_SASL_MECHANISM`]: "AWS_MSK_IAM",
    },
    statements: [
      {
        Effect: "Allow",
        Action: clusterUses.map((action) => `kafka-cluster:${action}`),
        Resource: clusterArn,
      },
      ...used.map((use) => ({
        Effect: "Allow" as const,
        Action: uses[use].actions.map((action) => `kafka-cluster:${action}`),
        Resource: named[use].map((name) => partOf(clusterArn, uses[use].kind, name)),
      })),
    ],
  };
}

/** ARN of a topic or group, which is the cluster's with another kind and the name at its end. */
function partOf(clusterArn: pulumi.Input<string>, kind: string, name: string) {
  return pulumi
    .output(clusterArn)
    .apply((arn) => `${arn.replace(":cluster/", `:${kind}/`)}/${name}`);
}
