import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Password } from "./access";
import { addressOf, readerAddressOf } from "./endpoint";
import type { Settings } from "./cache-settings";
import type { Scope, Site } from "./scope";

/** A replication group where it stands, and the password of its applications. */
export interface SecretParts {
  readonly site: Site;
  readonly group: aws.elasticache.ReplicationGroup;
  readonly password: Password | undefined;
}

/** Keeps in a secret how applications connect to the cache at a place; gives its ARN, undefined without a password. */
export function createAuthSecret(
  { settings, options, stateful }: Scope,
  { site, group, password }: SecretParts,
): pulumi.Output<string> | undefined {
  if (password === undefined) return undefined;

  const { replicationGroupId, secretRecoveryDays } = settings;
  const { prefix, region, secretsKeyArn, topology } = site;
  const name = `${prefix}-auth`;
  const secret = new aws.secretsmanager.Secret(
    name,
    {
      region,
      namePrefix: `${replicationGroupId}/cache-`,
      description: `How applications connect to the cache ${replicationGroupId}.`,
      kmsKeyId: secretsKeyArn,
      recoveryWindowInDays: secretRecoveryDays,
      tags: { Name: `${replicationGroupId}/cache` },
    },
    stateful,
  );
  const secretString = pulumi.jsonStringify(
    connectionDocument(settings, {
      host: addressOf(group, topology),
      readerHost: readerAddressOf(group, topology),
      password: password.value,
    }),
  );
  new aws.secretsmanager.SecretVersion(
    name,
    { region, secretId: secret.id, secretString },
    options,
  );
  return secret.arn;
}

/** How a place is connected to. */
export interface Connection {
  readonly host: pulumi.Input<string>;
  readonly readerHost: pulumi.Input<string> | undefined;
  readonly password: pulumi.Input<string>;
}

/** What an application needs to connect. A client of a cluster finds its shards from `host`. */
export function connectionDocument(
  { engine, port, topology, auth }: Pick<Settings, "engine" | "port" | "topology" | "auth">,
  { host, readerHost, password }: Connection,
) {
  return {
    engine,
    host,
    ...(readerHost === undefined ? {} : { readerHost }),
    port,
    clusterMode: topology.clusterMode,
    tls: true,
    ...(auth.mode === "rbac" ? { username: auth.userName } : {}),
    password,
  };
}
