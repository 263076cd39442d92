import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { StackDocument } from "../../preview/document";
import { previewProduction } from "../support/preview-production";

const instance = "aws:rds/instance:Instance";
const key = "aws:kms/key:Key";
const logGroup = "aws:cloudwatch/logGroup:LogGroup";
const secret = "aws:secretsmanager/secret:Secret";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

interface UnsafeEdit {
  /** What the edit does, as the end of "refuses ...". */
  readonly what: string;
  readonly rule: string;
  readonly resource: string;
}

/** Values of the spec that build, but not safely. */
const specEdits: readonly (UnsafeEdit & { readonly set: string })[] = [
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
    resource: "keys-data",
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
const inputEdits: readonly (UnsafeEdit & {
  readonly type: string;
  /** Name of the resource that is changed; every one of its type when left out. */
  readonly name?: string;
  readonly change: (inputs: pulumi.Inputs) => pulumi.Inputs;
})[] = [
  {
    what: "unencrypted storage",
    type: instance,
    change: (inputs) => ({ ...inputs, storageEncrypted: false }),
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
    change: (inputs) => ({ ...inputs, publiclyAccessible: true }),
    rule: "database-private",
    resource: "database",
  },
  {
    what: "a database that anyone may delete",
    type: instance,
    change: (inputs) => ({ ...inputs, deletionProtection: false }),
    rule: "database-deletion-protected",
    resource: "database",
  },
  {
    what: "a deletion without a final snapshot",
    type: instance,
    change: (inputs) => ({ ...inputs, skipFinalSnapshot: true }),
    rule: "database-final-snapshot",
    resource: "database",
  },
  {
    what: "database logs that nobody receives",
    type: instance,
    change: (inputs) => ({ ...inputs, enabledCloudwatchLogsExports: [] }),
    rule: "database-logs-exported",
    resource: "database",
  },
  {
    what: "the parameter group that AWS made",
    type: instance,
    change: (inputs) => ({ ...inputs, parameterGroupName: "default.postgres16" }),
    rule: "database-parameter-group-own",
    resource: "database",
  },
  {
    what: "a key that never rotates",
    type: key,
    name: "keys-data",
    change: (inputs) => ({ ...inputs, enableKeyRotation: false }),
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
    change: (inputs) => ({ ...inputs, secretString: "correct horse battery staple" }),
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
    change: (inputs) => ({ ...inputs, trafficType: "ACCEPT" }),
    rule: "network-flow-logged",
    resource: "network",
  },
  {
    what: "a database that says nothing of its system",
    type: instance,
    change: (inputs) => ({ ...inputs, monitoringInterval: 0 }),
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
    change: (inputs) => ({ ...inputs, password: pulumi.secret("correct horse battery staple") }),
    rule: "database-password-kept-out",
    resource: "database",
  },
  {
    what: "a version that nobody mends any more",
    type: instance,
    change: (inputs) => ({ ...inputs, engineVersion: "12" }),
    rule: "database-version-supported",
    resource: "database",
  },
  {
    what: "a key for every AWS account",
    type: key,
    name: "keys-data",
    change: (inputs) => ({ ...inputs, policy: allowing({ Principal: "*", Action: "kms:*" }) }),
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
    change: (inputs) => ({ ...inputs, rotationRules: { automaticallyAfterDays: 180 } }),
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
    name: "network-private-eu-west-1a",
    change: (inputs) => ({ ...inputs, mapPublicIpOnLaunch: true }),
    rule: "network-subnet-private",
    resource: "network-private-eu-west-1a",
  },
  {
    what: "SSH through the network ACL",
    type: "aws:ec2/networkAclRule:NetworkAclRule",
    name: "network-private-ingress-replies",
    change: (inputs) => ({ ...inputs, fromPort: 22, toPort: 22 }),
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
    change: (inputs) => ({ ...inputs, policy: allowing({ Action: "*", Resource: "*" }) }),
    rule: "iam-policy-limited",
    resource: "network-flow-logs",
  },
  {
    what: "a role with AWS's policy for administrators",
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    change: (inputs) => ({ ...inputs, policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
    rule: "iam-administrator-detached",
    resource: "database-monitoring",
  },
];

describe("the pack", () => {
  for (const { what, set, rule, resource } of specEdits) {
    it(`refuses ${what}, and nothing else`, async () => {
      assert.deepEqual(failuresOf(await previewProduction([set])), {
        rules: [rule],
        first: resource,
      });
    });
  }
  for (const { what, type, name, change, rule, resource } of inputEdits) {
    it(`refuses ${what}, and nothing else`, async () => {
      const document = await previewProduction([], { type, name, change });
      assert.deepEqual(failuresOf(document), { rules: [rule], first: resource });
    });
  }
});

/** The rules that a stack breaks, and the first resource that does. */
function failuresOf({ findings, resources }: StackDocument): {
  rules: readonly string[];
  first: string | undefined;
} {
  const failed = findings.filter(({ verdict }) => verdict === "fail");
  return {
    rules: [...new Set(failed.map(({ rule }) => rule))],
    first: resources.find(({ urn }) => urn === failed[0]?.resource)?.name,
  };
}

/** A policy in JSON that allows something. */
function allowing(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
}

function without(property: string): (inputs: pulumi.Inputs) => pulumi.Inputs {
  return (inputs) =>
    Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== property));
}
