import type * as pulumi from "@pulumi/pulumi";
import type { AuthenticationArgs } from "./authentication";
import type { MonitoringArgs } from "./monitoring";
import type { StorageArgs } from "./storage";
import type { TopicArgs } from "./topics";

/** How a {@link Broker} is built. Only plain values decide what is made; `Input`s are passed on. */
export interface BrokerArgs {
  /**
   * Name of the cluster in AWS, from which the names of everything beside it follow: letters, digits and
   * hyphens, at most 64. Another name is another cluster.
   */
  readonly clusterName: string;
  /** Region of the cluster. */
  readonly region: string;
  /** VPC of the subnets. */
  readonly vpcId: pulumi.Input<string>;
  /**
   * Subnets of the brokers, each in a zone of its own: two or three. Others are another cluster. They need no
   * way out.
   */
  readonly subnetIds: readonly pulumi.Input<string>[];
  /** Security groups that may connect, by a label that outlives them. Nobody else can. */
  readonly allowedSecurityGroups: Readonly<Record<string, pulumi.Input<string>>>;
  /**
   * Security groups that may read the metrics of the exporters, by a label that outlives them.
   *
   * @default {}
   */
  readonly monitoringSecurityGroups?: Readonly<Record<string, pulumi.Input<string>>>;
  /** KMS key of the volumes. Another key is another cluster. */
  readonly dataKeyArn: pulumi.Input<string>;
  /** KMS key of the log group. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** KMS key of the users' secrets: MSK reads none under a key of AWS's. */
  readonly secretsKeyArn: pulumi.Input<string>;
  /** Version of Kafka in KRaft mode, for example `3.9.x.kraft`. An older one is another cluster. */
  readonly kafkaVersion: string;
  /** Type of the brokers, for example `kafka.m7g.xlarge`: MSK's Standard brokers from `large` up. */
  readonly instanceType: string;
  /**
   * Brokers in each zone, of which there are at most 60 in all. MSK takes none away by itself.
   *
   * @default 1
   */
  readonly brokersPerZone?: number | undefined;
  /** The volume of each broker. */
  readonly storage: StorageArgs;
  /**
   * Properties of the brokers, of those that MSK lets one set, over the safe ones.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-properties.html
   */
  readonly serverProperties?: Readonly<Record<string, string>> | undefined;
  /**
   * How clients prove who they are; one way at least.
   *
   * @default - by IAM
   */
  readonly authentication?: AuthenticationArgs | undefined;
  /**
   * Topics, by name. Whoever deploys needs `kafka-cluster:CreateTopic` and its like in IAM.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-topic-operations-information.html
   */
  readonly topics?: Readonly<Record<string, TopicArgs>> | undefined;
  /**
   * Logs and metrics.
   *
   * @default - metrics by topic and broker, both exporters, logs for 90 days
   */
  readonly monitoring?: MonitoringArgs | undefined;
  /**
   * Whether Pulumi refuses to delete the cluster, its topics and secrets, and leaves the log group standing.
   *
   * @default true
   */
  readonly deletionProtection?: boolean | undefined;
  /**
   * Days in which a deleted secret can be restored: 7 to 30, or 0 for none.
   *
   * @default 30
   */
  readonly secretRecoveryDays?: number | undefined;
}
