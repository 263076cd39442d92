import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
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
  /** Further members of the document. */
  readonly further?: Readonly<Record<string, pulumi.Input<string>>>;
}

/**
 * Keeps a login in a secret, as the rotation functions of AWS read it. The host is the instance's own name,
 * to which they hold its certificate; `ssl` keeps them from trying without TLS when that fails.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
 */
export function createLogin(
  scope: Scope,
  primary: aws.rds.Instance,
  { user, description, username, password, further = {} }: LoginArgs,
): Login {
  const { name, instanceName, settings, options } = scope;
  const { region, port, databaseName } = settings;
  const secret = createSecret(scope, `${name}-${user}`, user, description);
  const document = { engine: "postgres", host: primary.address, port, dbname: databaseName };
  const login = { ...document, username, password, ssl: true, ...further };
  const version = new aws.secretsmanager.SecretVersion(
    `${instanceName}-${user}`,
    {
      region,
      secretId: secret.id,
      secretString: pulumi.secret(pulumi.jsonStringify(login)),
    },
    // The rotation writes new versions and moves the labels to them.
    { ...options, ignoreChanges: ["secretString", "versionStages"] },
  );
  return { secret, version };
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
