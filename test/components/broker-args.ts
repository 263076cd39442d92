import type * as aws from "@pulumi/aws";
import { Broker } from "../../components/broker";
import type { BrokerArgs } from "../../components/broker/args";
import { preview, type Previewed } from "../support/preview";

/** The least that a broker needs to be told. */
export const args: BrokerArgs = {
  clusterName: "shop-production",
  region: "eu-west-1",
  vpcId: "vpc-1",
  subnetIds: ["subnet-a", "subnet-b", "subnet-c"],
  allowedSecurityGroups: { app: "sg-app" },
  dataKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/data",
  logsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/logs",
  secretsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/secrets",
  kafkaVersion: "3.9.x.kraft",
  instanceType: "kafka.m7g.large",
  storage: { allocatedGiB: 100 },
};

/** An authority whose certificates are accepted. */
export const authority =
  "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/12345678-1234-1234-1234-123456789012";

/** Everything that a broker can have at once. */
export const fullest: BrokerArgs = {
  ...args,
  allowedSecurityGroups: { app: "sg-app", jobs: "sg-jobs" },
  monitoringSecurityGroups: { prometheus: "sg-prometheus" },
  instanceType: "kafka.m7g.4xlarge",
  brokersPerZone: 2,
  storage: {
    allocatedGiB: 1000,
    maximumGiB: 4000,
    targetUtilizationPercent: 70,
    throughputMiBps: 500,
  },
  serverProperties: { "num.partitions": "6", "log.retention.hours": "72" },
  authentication: {
    iam: true,
    scram: { users: { orders: {}, "billing.eu": { passwordVersion: 2 } } },
    tls: { certificateAuthorityArns: [authority] },
  },
  topics: {
    orders: { partitions: 12 },
    "orders.dead": {
      partitions: 3,
      replicationFactor: 2,
      configs: { "retention.ms": "86400000", "min.insync.replicas": "1" },
    },
  },
};

export const types = {
  association: "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation",
  cluster: "aws:msk/cluster:Cluster",
  component: "groundwork:platform:Broker",
  configuration: "aws:msk/configuration:Configuration",
  egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  group: "aws:ec2/securityGroup:SecurityGroup",
  growth: "aws:appautoscaling/policy:Policy",
  growthTarget: "aws:appautoscaling/target:Target",
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  password: "random:index/randomPassword:RandomPassword",
  secret: "aws:secretsmanager/secret:Secret",
  topic: "aws:msk/topic:Topic",
  version: "aws:secretsmanager/secretVersion:SecretVersion",
} as const;

const previews = new Map<string, Promise<Previewed>>();

/** What a broker of these arguments would be made of; its component is called `broker`. The same arguments run once. */
export function previewBroker(brokerArgs: BrokerArgs): Promise<Previewed> {
  const key = JSON.stringify(brokerArgs, (_, value: unknown) =>
    value === undefined ? "left undefined" : value,
  );
  const preview = previews.get(key) ?? previewComponent(brokerArgs, () => undefined);
  previews.set(key, preview);
  return preview;
}

/** The same, with a look at the component itself. */
export async function previewComponent(
  brokerArgs: BrokerArgs,
  look: (broker: Broker, provider: aws.Provider) => void,
): Promise<Previewed> {
  return preview((providers) => {
    look(new Broker("broker", brokerArgs, { providers }), providers[0]);
  });
}
