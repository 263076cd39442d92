import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "./database-settings";
import { secretReplicasOf } from "./recovery";
import type { RotatedUser } from "./rotation-functions";
import type { Scope } from "./scope";

/** A login that is kept in a secret. */
export interface Login {
  readonly secret: aws.secretsmanager.Secret;
  /** Its first version, without which there is nothing to rotate. */
  readonly version: aws.secretsmanager.SecretVersion;
}

/** What a login of the database is kept as. */
export interface LoginArgs {
  readonly user: RotatedUser;
  readonly description: string;
  readonly username: string;
  readonly password: pulumi.Input<string>;
  /** Secret of the master user, for a rotation between two users; left out otherwise. */
  readonly masterSecretArn?: pulumi.Input<string>;
}

/** Keeps a login in a secret, whose value the rotation changes from then on. */
export function createLogin(scope: Scope, primary: aws.rds.Instance, login: LoginArgs): Login {
  const { name, instanceName, settings, options } = scope;
  const { user, description } = login;
  const secret = createSecret(scope, `${name}-${user}`, user, description);
  const secretString = pulumi.jsonStringify(loginDocument(settings, primary.address, login));
  const version = new aws.secretsmanager.SecretVersion(
    `${instanceName}-${user}`,
    { region: settings.region, secretId: secret.id, secretString },
    // The rotation writes new versions and moves the labels to them.
    { ...options, ignoreChanges: ["secretString", "versionStages"] },
  );
  return { secret, version };
}

/**
 * A login as the rotation functions of AWS read it. The host is the instance's own name, to which they hold
 * its certificate; `ssl` keeps them from trying again without TLS when that fails.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
 */
export function loginDocument(
  { port, databaseName }: Pick<Settings, "port" | "databaseName">,
  host: pulumi.Input<string>,
  { username, password, masterSecretArn }: LoginArgs,
) {
  return {
    engine: "postgres",
    host,
    port,
    dbname: databaseName,
    username,
    password,
    ssl: true,
    ...(masterSecretArn === undefined ? {} : { masterarn: masterSecretArn }),
  };
}

function createSecret(
  scope: Scope,
  name: string,
  user: RotatedUser,
  description: string,
): aws.secretsmanager.Secret {
  const { settings, stateful } = scope;
  const { region, identifier, secretsKeyArn, secretRecoveryDays } = settings;
  return new aws.secretsmanager.Secret(
    name,
    {
      region,
      namePrefix: `${identifier}/${user}-`,
      description,
      kmsKeyId: secretsKeyArn,
      recoveryWindowInDays: secretRecoveryDays,
      replicas: secretReplicasOf(scope),
      tags: { Name: `${identifier}/${user}` },
    },
    stateful,
  );
}
