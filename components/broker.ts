import * as pulumi from "@pulumi/pulumi";
import { alarmInputsOf, type AlarmInputs } from "./broker/alarm-inputs";
import type { BrokerArgs } from "./broker/args";
import { growVolumes } from "./broker/autoscaling";
import { settingsOf } from "./broker/broker-settings";
import { createCluster } from "./broker/cluster";
import { methodsOf, portsOf, type AuthenticationMethod } from "./broker/listeners";
import { logGroupNameOf } from "./broker/log-group";
import { scopeOf } from "./broker/scope";
import { createScramUsers } from "./broker/scram";
import { createBrokerGroup } from "./broker/security-group";
import { createTopics } from "./broker/topics";
import { validateBroker } from "./broker/validate-broker";

/**
 * A Kafka cluster on MSK, without ZooKeeper: encrypted, with three copies of every record, reached by TLS only and
 * by nobody but the security groups it is told of, and who they are by IAM, unless its arguments say otherwise.
 */
export class Broker extends pulumi.ComponentResource {
  readonly clusterArn: pulumi.Output<string>;
  readonly clusterName: string;
  /** `host:port` of brokers of every zone, for clients that IAM knows; undefined where it is not asked. */
  readonly bootstrapBrokersSaslIam: pulumi.Output<string> | undefined;
  /** `host:port` of brokers of every zone, for users with passwords; undefined where there are none. */
  readonly bootstrapBrokersSaslScram: pulumi.Output<string> | undefined;
  /** `host:port` of brokers of every zone, for clients with certificates; undefined where none is accepted. */
  readonly bootstrapBrokersTls: pulumi.Output<string> | undefined;
  /** Secret of each user, by name. */
  readonly scramSecretArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of each topic, by name. */
  readonly topicArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** Security group of the brokers. */
  readonly securityGroupId: pulumi.Output<string>;
  /** The port at which brokers listen to the clients of each way of proving who they are. */
  readonly ports: Readonly<Partial<Record<AuthenticationMethod, number>>>;
  /** Names of the log groups. */
  readonly logGroupNames: readonly string[];
  /** What alarms on the cluster need to know. */
  readonly alarmInputs: AlarmInputs;

  /** @throws {pulumi.ResourceError} When AWS would refuse the arguments: every problem is listed. */
  constructor(name: string, args: BrokerArgs, opts?: pulumi.ComponentResourceOptions) {
    const { clusterName, region, kafkaVersion, instanceType } = args;
    const summary = { clusterName, region, kafkaVersion, instanceType };
    super("groundwork:platform:Broker", name, summary, opts);

    const problems = validateBroker(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const settings = settingsOf(args);
    const scope = scopeOf(this, name, settings);
    const group = createBrokerGroup(scope);
    const cluster = createCluster(scope, group);
    growVolumes(scope, cluster);

    const methods = methodsOf(settings);
    this.clusterArn = cluster.arn;
    this.clusterName = clusterName;
    this.bootstrapBrokersSaslIam = methods.includes("iam")
      ? cluster.bootstrapBrokersSaslIam
      : undefined;
    this.bootstrapBrokersSaslScram = methods.includes("scram")
      ? cluster.bootstrapBrokersSaslScram
      : undefined;
    this.bootstrapBrokersTls = methods.includes("tls") ? cluster.bootstrapBrokersTls : undefined;
    this.scramSecretArns = createScramUsers(scope, cluster);
    this.topicArns = createTopics(scope, cluster);
    this.securityGroupId = group.id;
    this.ports = portsOf(settings);
    this.logGroupNames = [logGroupNameOf(settings)];
    this.alarmInputs = alarmInputsOf(settings);
    this.registerOutputs({
      clusterArn: this.clusterArn,
      securityGroupId: this.securityGroupId,
      scramSecretArns: this.scramSecretArns,
      topicArns: this.topicArns,
    });
  }
}
