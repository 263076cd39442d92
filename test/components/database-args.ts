import type * as aws from "@pulumi/aws";
import { Database } from "../../components/database";
import type { DatabaseArgs } from "../../components/database/args";
import { preview, type Previewed } from "../support/preview";

/** The least that a database needs to be told. */
export const args: DatabaseArgs = {
  identifier: "shop-production",
  region: "eu-west-1",
  accountId: "123456789012",
  vpcId: "vpc-1",
  subnetIds: ["subnet-a", "subnet-b"],
  allowedSecurityGroups: { app: "sg-app" },
  dataKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/data",
  logsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/logs",
  secretsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/secrets",
  engineVersion: "16",
  instanceClass: "db.r6g.large",
  storage: { allocatedGiB: 100 },
  databaseName: "shop",
};

/** A replica in another region that nobody may connect to. */
export const closedRecovery = {
  mode: "replica",
  region: "eu-central-1",
  keyArn: "arn:aws:kms:eu-central-1:123456789012:key/data",
  logsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/logs",
  vpcId: "vpc-2",
  subnetIds: ["subnet-x", "subnet-y"],
} as const;

/** A replica in another region. */
export const recovery = { ...closedRecovery, allowedSecurityGroups: { app: "sg-recovery" } };

/** Everything that a database can have at once. */
export const fullest: DatabaseArgs = {
  ...args,
  functionSubnetIds: ["subnet-c", "subnet-d"],
  allowedSecurityGroups: { app: "sg-app", jobs: "sg-jobs" },
  storage: {
    type: "io1",
    allocatedGiB: 500,
    maximumGiB: 1000,
    iops: 10_000,
    dedicatedLogVolume: true,
  },
  extensions: ["pgcrypto", "postgis"],
  credentials: { mode: "rotated" },
  applicationUser: { name: "shop_app", connectionLimit: 100 },
  readReplicas: { reports: { instanceClass: "db.r6g.xlarge" }, api: {} },
  proxy: {},
  disasterRecovery: {
    ...recovery,
    secretsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/secrets",
  },
  events: { topicArn: "arn:aws:sns:eu-west-1:123456789012:database-events" },
  dns: { zoneId: "Z1", name: "db.example.com", readerName: "reader.example.com" },
};

export const types = {
  attachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  backups: "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
  egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  events: "aws:rds/eventSubscription:EventSubscription",
  functionStack: "aws:serverlessrepository/cloudFormationStack:CloudFormationStack",
  group: "aws:ec2/securityGroup:SecurityGroup",
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  instance: "aws:rds/instance:Instance",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  parameterGroup: "aws:rds/parameterGroup:ParameterGroup",
  password: "random:index/randomPassword:RandomPassword",
  pool: "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
  proxy: "aws:rds/proxy:Proxy",
  record: "aws:route53/record:Record",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  rotation: "aws:secretsmanager/secretRotation:SecretRotation",
  secret: "aws:secretsmanager/secret:Secret",
  subnetGroup: "aws:rds/subnetGroup:SubnetGroup",
  target: "aws:rds/proxyTarget:ProxyTarget",
  version: "aws:secretsmanager/secretVersion:SecretVersion",
} as const;

const previews = new Map<string, Promise<Previewed>>();

/** What a database of these arguments would be made of; its component is called `db`. The same arguments run once. */
export function previewDatabase(databaseArgs: DatabaseArgs): Promise<Previewed> {
  const key = JSON.stringify(databaseArgs, (_, value: unknown) =>
    value === undefined ? "left undefined" : value,
  );
  const preview = previews.get(key) ?? previewComponent(databaseArgs, () => undefined);
  previews.set(key, preview);
  return preview;
}

/** The same, with a look at the component itself. */
export async function previewComponent(
  databaseArgs: DatabaseArgs,
  look: (database: Database, provider: aws.Provider) => void,
): Promise<Previewed> {
  return preview((providers) => {
    look(new Database("db", databaseArgs, { providers }), providers[0]);
  });
}
