import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { createPassword } from "./password";
import { rotate, type RotationNetwork } from "./rotation";
import type { Scope } from "./scope";
import { createLogin } from "./secret";
import type { Settings } from "./database-settings";

/** The role that applications log in as. Their migration makes it, with the first password of the secret. */
export interface ApplicationUserArgs {
  /**
   * Name of the role, at most 57 characters: without a proxy the rotation adds a second role of that
   * name with `_clone` after it.
   */
  readonly name: string;
  /**
   * Connections the role may hold at once, for whoever makes it and for alarms.
   *
   * @default - as many as the database takes
   */
  readonly connectionLimit?: number | undefined;
  /**
   * Days between rotations of its password, 1 to 1000.
   *
   * @default 30
   */
  readonly rotationDays?: number | undefined;
}

/** What the rotation of the application's secret works with. */
export interface ApplicationRotation {
  readonly masterSecretArn: pulumi.Output<string>;
  readonly network: RotationNetwork;
}

/**
 * Keeps the application's login in a secret and has it rotated between two users, so that a login that was
 * just read stays good until the rotation after the next. Behind a proxy one user keeps its name: the
 * proxy knows the current login only. The first rotation waits for the interval: the role must be there
 * before. Gives the ARN of the secret.
 *
 * @see https://github.com/aws-samples/aws-secrets-manager-rotation-lambdas/issues/108
 */
export function createApplicationSecret(
  scope: Scope,
  primary: aws.rds.Instance,
  { name, rotationDays }: NonNullable<Settings["applicationUser"]>,
  { masterSecretArn, network }: ApplicationRotation,
): pulumi.Output<string> {
  const { identifier, proxy } = scope.settings;
  const alternates = proxy === undefined;
  const login = createLogin(scope, primary, {
    user: "application",
    description: `Role of the applications in the database ${identifier}.`,
    username: name,
    password: createPassword(scope, "application"),
    ...(alternates ? { masterSecretArn } : {}),
  });
  rotate(scope, {
    user: "application",
    strategy: alternates ? "MultiUser" : "SingleUser",
    login,
    ...(alternates ? { masterSecretArn } : {}),
    days: rotationDays,
    atOnce: false,
    network,
  });
  return login.secret.arn;
}
