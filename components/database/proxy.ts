import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { dnsSuffixOf } from "../../spec/partition";
import { allow, allowEach, createSecurityGroup } from "../security-group-edge";
import type { Settings } from "./database-settings";
import { proxyLogGroupName } from "./log-group-names";
import { createLogGroup } from "./log-groups";
import { homeOf, type Scope } from "./scope";

/** A pool of connections in front of the instance. */
export interface ProxyArgs {
  /**
   * Seconds that a client's connection may idle before it is closed, 1 to 28800.
   *
   * @default 1800
   */
  readonly idleClientTimeoutSeconds?: number | undefined;
  /**
   * Share of `max_connections` that the proxy may use, 1 to 100 percent.
   *
   * @default 90
   */
  readonly maxConnectionsPercent?: number | undefined;
  /**
   * An endpoint of its own for reading. RDS offers none in front of an instance, so that only `false` is
   * accepted: read from `readerEndpoint`.
   *
   * @default false
   */
  readonly readOnlyEndpoint?: boolean | undefined;
}

/** The port of every proxy for PostgreSQL, whatever the port of the instance. */
export const proxyPort = 5432;

/** Makes the proxy with its pool; undefined where none was asked for. */
export function createProxy(
  scope: Scope,
  primary: aws.rds.Instance,
  database: aws.ec2.SecurityGroup,
  secretArn: pulumi.Output<string> | undefined,
): aws.rds.Proxy | undefined {
  const { name, settings, options } = scope;
  const { identifier, region, proxy } = settings;
  if (proxy === undefined || secretArn === undefined) return undefined;

  const group = createProxyGroup(scope, database);
  const role = createRole(scope, secretArn);
  const path = proxyLogGroupName(identifier);
  const logs = createLogGroup(scope, { ...settings, name: `${name}-proxy`, path });
  const made = new aws.rds.Proxy(
    `${name}-proxy`,
    {
      region,
      name: identifier,
      engineFamily: "POSTGRESQL",
      roleArn: role.arn,
      requireTls: true,
      debugLogging: false,
      idleClientTimeout: proxy.idleClientTimeoutSeconds,
      vpcSubnetIds: [...settings.subnetIds],
      vpcSecurityGroupIds: [group.id],
      auths: [
        {
          description: "Role of the applications",
          authScheme: "SECRETS",
          clientPasswordAuthType: "POSTGRES_SCRAM_SHA_256",
          iamAuth: "DISABLED",
          secretArn,
        },
      ],
    },
    { ...options, dependsOn: [logs, role.policy] },
  );
  createPool(scope, made, primary, proxy.maxConnectionsPercent);
  return made;
}

function createPool(
  { name, settings, options }: Scope,
  proxy: aws.rds.Proxy,
  primary: aws.rds.Instance,
  maxConnectionsPercent: number,
): void {
  const { region } = settings;
  const pool = new aws.rds.ProxyDefaultTargetGroup(
    `${name}-proxy`,
    { region, dbProxyName: proxy.name, connectionPoolConfig: { maxConnectionsPercent } },
    options,
  );
  new aws.rds.ProxyTarget(
    `${name}-proxy`,
    {
      region,
      dbProxyName: proxy.name,
      targetGroupName: pool.name,
      dbInstanceIdentifier: primary.identifier,
    },
    // A proxy has one target: another instance can take its place only when it is gone.
    { ...options, deleteBeforeReplace: true },
  );
}

function createProxyGroup(scope: Scope, database: aws.ec2.SecurityGroup): aws.ec2.SecurityGroup {
  const { name, settings } = scope;
  const { identifier, region, port, allowedSecurityGroups } = settings;
  const description = `Proxy of the database ${identifier}`;
  const group = createSecurityGroup(scope, `${name}-proxy`, description, homeOf(scope));
  allowEach(scope, {
    prefix: `${name}-proxy`,
    sources: allowedSecurityGroups,
    protocol: "PostgreSQL",
    target: `the proxy of ${identifier}`,
    region,
    to: group.id,
    port: proxyPort,
  });
  allow(scope, {
    name: `${name}-from-proxy`,
    description: `PostgreSQL from the proxy to ${identifier}`,
    region,
    from: group.id,
    to: database.id,
    port,
  });
  return group;
}

/** The role by which the proxy reads the application's secret, and nothing else. */
function createRole({ name, settings, options }: Scope, secretArn: pulumi.Output<string>) {
  const { identifier, accountId } = settings;
  const trust = {
    Effect: "Allow",
    Principal: { Service: "rds.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  };
  const role = new aws.iam.Role(
    `${name}-proxy`,
    {
      description: `Lets the proxy of the database ${identifier} read its login`,
      assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
    },
    options,
  );
  const policy = new aws.iam.RolePolicy(
    `${name}-proxy`,
    { role: role.name, policy: pulumi.jsonStringify(loginReader(settings, secretArn)) },
    options,
  );
  return { arn: role.arn, policy };
}

/** The policy of who reads one secret under its key. */
export function loginReader(
  { region, secretsKeyArn }: Pick<Settings, "region" | "secretsKeyArn">,
  secretArn: pulumi.Input<string>,
) {
  const read = { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArn };
  const service = `secretsmanager.${region}.${dnsSuffixOf(region)}`;
  const decrypt = {
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: secretsKeyArn,
    Condition: { StringEquals: { "kms:ViaService": service } },
  };
  return { Version: "2012-10-17", Statement: [read, decrypt] };
}
