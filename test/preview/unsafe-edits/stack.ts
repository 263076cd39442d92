import * as pulumi from "@pulumi/pulumi";
import { having, without, type InputEdit, type SpecEdit } from "../../support/unsafe-edit";

const instance = "aws:rds/instance:Instance";
const key = "aws:kms/key:Key";
const logGroup = "aws:cloudwatch/logGroup:LogGroup";
const secret = "aws:secretsmanager/secret:Secret";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

/** Values of the spec that build, but not safely. */
export const specEdits: readonly SpecEdit[] = [
  {
    what: "one zone",
    set: "database.multiAz=false",
    rule: "database-multi-az",
    resource: "database",
  },
  {
    what: "a week of backups",
    set: "database.backup.retentionDays=7",
    rule: "database-backups-kept",
    resource: "database",
  },
  {
    what: "unforced TLS",
    set: 'database.parameters={"rds.force_ssl": "0"}',
    rule: "database-tls-forced",
    resource: "database-parameters",
  },
  {
    what: "keys that are gone in a week",
    set: "keys.deletionWindowDays=7",
    rule: "key-deletion-delayed",
    resource: "edge-keys-logs",
  },
  {
    what: "secrets that cannot be restored",
    set: "secrets.recoveryDays=0",
    rule: "secret-recoverable",
    resource: "cache-auth",
  },
  {
    what: "flow logs of one day",
    set: "network.flowLogs.retentionDays=1",
    rule: "log-group-retention-set",
    resource: "network-flow-logs",
  },
  {
    what: "database logs of one day",
    set: "database.monitoring.logRetentionDays=1",
    rule: "log-group-retention-set",
    resource: "database-postgresql",
  },
  {
    what: "a token key of 16 bytes",
    set: "secrets.entries.jwt-secrets.values.secret.bytes=16",
    rule: "generated-secret-strong",
    resource: "secrets-jwt-secrets/secret",
  },
  {
    what: "connections that nobody can look up",
    set: 'database.parameters={"log_connections": "0"}',
    rule: "database-queries-logged",
    resource: "database-parameters",
  },
  {
    what: "one NAT gateway for all zones",
    set: "network.natGateways=single",
    rule: "network-nat-per-zone",
    resource: "network-private-eu-west-1b",
  },
];

/** Inputs that no argument of a component makes unsafe, changed behind its back. */
export const inputEdits: readonly InputEdit[] = [
  {
    what: "unencrypted storage",
    type: instance,
    change: having({ storageEncrypted: false }),
    rule: "database-encrypted",
    resource: "database",
  },
  {
    what: "storage on the key that AWS manages",
    type: instance,
    change: without("kmsKeyId"),
    rule: "database-customer-key",
    resource: "database",
  },
  {
    what: "a database with a public address",
    type: instance,
    change: having({ publiclyAccessible: true }),
    rule: "database-private",
    resource: "database",
  },
  {
    what: "a database that anyone may delete",
    type: instance,
    change: having({ deletionProtection: false }),
    rule: "database-deletion-protected",
    resource: "database",
  },
  {
    what: "a deletion without a final snapshot",
    type: instance,
    change: having({ skipFinalSnapshot: true }),
    rule: "database-final-snapshot",
    resource: "database",
  },
  {
    what: "database logs that nobody receives",
    type: instance,
    change: having({ enabledCloudwatchLogsExports: [] }),
    rule: "database-logs-exported",
    resource: "database",
  },
  {
    what: "the parameter group that AWS made",
    type: instance,
    change: having({ parameterGroupName: "default.postgres16" }),
    rule: "database-parameter-group-own",
    resource: "database",
  },
  {
    what: "a key that never rotates",
    type: key,
    name: "keys-data",
    change: having({ enableKeyRotation: false }),
    rule: "key-rotated",
    resource: "keys-data",
  },
  {
    what: "a log group that keeps events for ever",
    type: logGroup,
    name: "network-flow-logs",
    change: without("retentionInDays"),
    rule: "log-group-retention-set",
    resource: "network-flow-logs",
  },
  {
    what: "a log group without a key of ours",
    type: logGroup,
    name: "network-flow-logs",
    change: without("kmsKeyId"),
    rule: "log-group-customer-key",
    resource: "network-flow-logs",
  },
  {
    what: "a secret without a key of ours",
    type: secret,
    name: "secrets-jwt-secrets",
    change: without("kmsKeyId"),
    rule: "secret-customer-key",
    resource: "secrets-jwt-secrets",
  },
  {
    what: "a secret in plain text",
    type: "aws:secretsmanager/secretVersion:SecretVersion",
    name: "secrets-jwt-secrets",
    change: having({ secretString: "correct horse battery staple" }),
    rule: "secret-values-encrypted",
    resource: "secrets-jwt-secrets",
  },
  {
    what: "a database open to the world",
    type: ingress,
    name: "database-from-app",
    change: (inputs) => ({
      ...without("referencedSecurityGroupId")(inputs),
      cidrIpv4: "0.0.0.0/0",
    }),
    rule: "security-group-ingress-limited",
    resource: "database-from-app",
  },
  {
    what: "a database open to the world over IPv6",
    type: ingress,
    name: "database-from-app",
    change: (inputs) => ({ ...without("referencedSecurityGroupId")(inputs), cidrIpv6: "::/0" }),
    rule: "security-group-ingress-limited",
    resource: "database-from-app",
  },
  {
    what: "a default security group that lets anything in",
    type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    change: (inputs) => ({
      ...inputs,
      ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
    }),
    rule: "network-default-security-group-closed",
    resource: "network",
  },
  {
    what: "flow logs that leave out what was rejected",
    type: "aws:ec2/flowLog:FlowLog",
    change: having({ trafficType: "ACCEPT" }),
    rule: "network-flow-logged",
    resource: "network",
  },
  {
    what: "a database that says nothing of its system",
    type: instance,
    change: having({ monitoringInterval: 0 }),
    rule: "database-monitored",
    resource: "database",
  },
  {
    what: "insights under the key that AWS manages",
    type: instance,
    change: without("performanceInsightsKmsKeyId"),
    rule: "database-insights-encrypted",
    resource: "database",
  },
  {
    what: "a master password in the state",
    type: instance,
    change: having({ password: pulumi.secret("correct horse battery staple") }),
    rule: "database-password-kept-out",
    resource: "database",
  },
  {
    what: "a version that nobody mends any more",
    type: instance,
    change: having({ engineVersion: "12" }),
    rule: "database-version-supported",
    resource: "database",
  },
  {
    what: "a key for every AWS account",
    type: key,
    name: "keys-data",
    change: having({ policy: allowing({ Principal: "*", Action: "kms:*" }) }),
    rule: "key-policy-limited",
    resource: "keys-data",
  },
  {
    what: "a topic on which anybody raises alarms",
    type: "aws:sns/topicPolicy:TopicPolicy",
    change: (inputs) => ({
      ...inputs,
      policy: allowing({ Principal: { AWS: "*" }, Action: "sns:Publish" }),
    }),
    rule: "topic-policy-private",
    resource: "monitoring-database-events",
  },
  {
    what: "a placeholder where a secret belongs",
    type: "aws:secretsmanager/secretVersion:SecretVersion",
    name: "secrets-jwt-secrets",
    change: (inputs) => ({
      ...inputs,
      secretString: pulumi.secret('{"secret": "change-me-before-you-go-live"}'),
    }),
    rule: "secret-strong",
    resource: "secrets-jwt-secrets",
  },
  {
    what: "a login that is changed twice a year",
    type: "aws:secretsmanager/secretRotation:SecretRotation",
    change: having({ rotationRules: { automaticallyAfterDays: 180 } }),
    rule: "secret-rotated",
    resource: "database-application",
  },
  {
    what: "a port of which nobody knows who needs it",
    type: ingress,
    name: "database-from-app",
    change: without("description"),
    rule: "security-group-described",
    resource: "database-from-app",
  },
  {
    what: "a subnet that puts everything on the internet",
    type: "aws:ec2/subnet:Subnet",
    name: "network-database-eu-west-1a",
    change: having({ mapPublicIpOnLaunch: true }),
    rule: "network-subnet-private",
    resource: "network-database-eu-west-1a",
  },
  {
    what: "SSH through the network ACL",
    type: "aws:ec2/networkAclRule:NetworkAclRule",
    name: "network-private-ingress-replies",
    change: having({ fromPort: 22, toPort: 22 }),
    rule: "network-acl-limited",
    resource: "network-private-ingress-replies",
  },
  {
    what: "a role for every AWS account",
    type: "aws:iam/role:Role",
    name: "network-flow-logs",
    change: (inputs) => ({
      ...inputs,
      assumeRolePolicy: allowing({ Principal: { AWS: "*" }, Action: "sts:AssumeRole" }),
    }),
    rule: "iam-role-trust-limited",
    resource: "network-flow-logs",
  },
  {
    what: "a role that may do everything",
    type: "aws:iam/rolePolicy:RolePolicy",
    name: "network-flow-logs",
    change: having({ policy: allowing({ Action: "*", Resource: "*" }) }),
    rule: "iam-policy-limited",
    resource: "network-flow-logs",
  },
  {
    what: "a role with AWS's policy for administrators",
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    name: "database-monitoring",
    change: having({ policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
    rule: "iam-administrator-detached",
    resource: "database-monitoring",
  },
];

/** A policy in JSON that allows something. */
function allowing(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
}
