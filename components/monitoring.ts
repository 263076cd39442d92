import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { mapRecord } from "./map-record";
import { topicPolicy, type Publisher, type TopicPolicyArgs } from "./monitoring/topic-policy";

/** One notification topic. */
export interface TopicArgs {
  /**
   * E-mail addresses that receive the notifications, by a label that outlives the address, such as
   * the role of who reads it. Each address is asked to confirm once.
   */
  readonly subscriptions: Readonly<Record<string, pulumi.Input<string>>>;
  /**
   * The AWS services that may publish, of this account only.
   *
   * @default ["cloudwatchAlarms", "rdsEvents"]
   */
  readonly publishers?: readonly Publisher[];
}

/** How {@link Monitoring} is built. */
export interface MonitoringArgs {
  /** Account of the topics, 12 digits. */
  readonly accountId: string;
  /** Region of the topics. */
  readonly region: string;
  /** KMS key the topics are encrypted with. Its policy must let the publishers use it. */
  readonly keyArn: pulumi.Input<string>;
  /** First part of the topics' names: `<prefix>-<topic>`. */
  readonly namePrefix: string;
  /** The topics, by name. */
  readonly topics: Readonly<Record<string, TopicArgs>>;
}

/** Where notifications go: encrypted topics and who reads them. */
export class Monitoring extends pulumi.ComponentResource {
  /** ARN of each topic. */
  readonly topicArns: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: MonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
    super("groundwork:platform:Monitoring", name, { namePrefix: args.namePrefix }, opts);

    this.topicArns = mapRecord(args.topics, (topicArgs, title) => {
      const { subscriptions, publishers = ["cloudwatchAlarms", "rdsEvents"] } = topicArgs;
      const topicName = `${args.namePrefix}-${title}`;
      const topic = this.createTopic(`${name}-${title}`, topicName, args);
      this.admit(`${name}-${title}`, topic, { ...args, topicName, publishers });
      this.subscribe(`${name}-${title}`, topic, { ...args, subscriptions });
      return topic.arn;
    });
    this.registerOutputs({ topicArns: this.topicArns });
  }

  private createTopic(
    name: string,
    topicName: string,
    { region, keyArn }: MonitoringArgs,
  ): aws.sns.Topic {
    return new aws.sns.Topic(
      name,
      {
        region,
        name: topicName,
        kmsMasterKeyId: keyArn,
        signatureVersion: 2,
        tags: { Name: topicName },
      },
      { parent: this },
    );
  }

  private admit(name: string, { arn }: aws.sns.Topic, args: TopicPolicyArgs): void {
    const policy = topicPolicy(args);
    new aws.sns.TopicPolicy(name, { region: args.region, arn, policy }, { parent: this });
  }

  private subscribe(
    name: string,
    { arn }: aws.sns.Topic,
    { region, subscriptions }: Pick<MonitoringArgs, "region"> & TopicArgs,
  ): void {
    for (const [label, endpoint] of Object.entries(subscriptions)) {
      new aws.sns.TopicSubscription(
        `${name}-${label}`,
        { region, topic: arn, protocol: "email", endpoint },
        { parent: this },
      );
    }
  }
}
