import type * as aws from "@pulumi/aws";
import { Cache } from "../../components/cache";
import type { CacheArgs } from "../../components/cache/args";
import { preview, type Previewed } from "../support/preview";

/** The least that a cache needs to be told. */
export const args: CacheArgs = {
  replicationGroupId: "shop-production",
  region: "eu-west-1",
  vpcId: "vpc-1",
  subnetIds: ["subnet-a", "subnet-b"],
  allowedSecurityGroups: { app: "sg-app" },
  dataKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/data",
  logsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/logs",
  secretsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/secrets",
  engine: "redis",
  engineVersion: "7.1",
  nodeType: "cache.r7g.large",
  topology: { clusterMode: "disabled" },
};

/** The same with shards. */
export const sharded: CacheArgs = {
  ...args,
  topology: { clusterMode: "enabled", numNodeGroups: 3 },
};

/** A copy in another region to which nobody may connect. */
export const closedRecovery = {
  region: "eu-central-1",
  keyArn: "arn:aws:kms:eu-central-1:123456789012:key/data",
  logsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/logs",
  secretsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/secrets",
  vpcId: "vpc-2",
  subnetIds: ["subnet-x", "subnet-y"],
} as const;

/** A copy in another region. */
export const recovery = { ...closedRecovery, allowedSecurityGroups: { app: "sg-recovery" } };

/** Everything that a cache can have at once. */
export const fullest: CacheArgs = {
  ...sharded,
  allowedSecurityGroups: { app: "sg-app", jobs: "sg-jobs" },
  auth: { mode: "rbac" },
  parameters: { "maxmemory-policy": "allkeys-lru" },
  eventTopicArn: "arn:aws:sns:eu-west-1:123456789012:cache-events",
  disasterRecovery: {
    ...recovery,
    eventTopicArn: "arn:aws:sns:eu-central-1:123456789012:cache-events",
  },
};

export const types = {
  component: "groundwork:platform:Cache",
  datastore: "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup",
  egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  group: "aws:elasticache/replicationGroup:ReplicationGroup",
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  parameterGroup: "aws:elasticache/parameterGroup:ParameterGroup",
  password: "random:index/randomPassword:RandomPassword",
  secret: "aws:secretsmanager/secret:Secret",
  securityGroup: "aws:ec2/securityGroup:SecurityGroup",
  subnetGroup: "aws:elasticache/subnetGroup:SubnetGroup",
  user: "aws:elasticache/user:User",
  userGroup: "aws:elasticache/userGroup:UserGroup",
  version: "aws:secretsmanager/secretVersion:SecretVersion",
} as const;

/** What a cache of these arguments would be made of; its component is called `cache`. */
export function previewCache(cacheArgs: CacheArgs): Promise<Previewed> {
  return previewComponent(cacheArgs, () => undefined);
}

/** The same, with a look at the component itself. */
export async function previewComponent(
  cacheArgs: CacheArgs,
  look: (cache: Cache, provider: aws.Provider) => void,
): Promise<Previewed> {
  return preview((providers) => {
    look(new Cache("cache", cacheArgs, { providers }), providers[0]);
  });
}
