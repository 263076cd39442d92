import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { createLogin } from "./secret";
import { rotate, type RotationNetwork } from "./rotation";
import type { Scope } from "./scope";

/** Who keeps the master password. */
export interface CredentialsArgs {
  /**
   * `managed`: RDS makes and rotates it, but then neither replicas nor blue/green updates work.
   * `rotated`: a secret of ours, rotated by AWS's Lambda function for it.
   *
   * @default "managed"
   */
  readonly mode?: "managed" | "rotated" | undefined;
  /**
   * Days between rotations, 1 to 1000.
   *
   * @default 30
   */
  readonly rotationDays?: number | undefined;
}

/** Sets the interval in which RDS rotates the master password that it manages; gives the ARN of its secret. */
export function rotateManagedSecret(
  { name, settings, options }: Scope,
  primary: aws.rds.Instance,
): pulumi.Output<string> {
  const arn = primary.masterUserSecrets.apply(([secret]) => secret?.secretArn ?? "");
  new aws.secretsmanager.SecretRotation(
    `${name}-master`,
    {
      region: settings.region,
      secretId: arn,
      rotationRules: { automaticallyAfterDays: settings.credentials.rotationDays },
      rotateImmediately: false,
    },
    // The schedule goes with the secret: to end the rotation of one that a service manages is that service's alone.
    { ...options, retainOnDelete: true },
  );
  return arn;
}

/** Keeps the master's first password in a secret of ours, rotated at once and then by interval; gives its ARN. */
export function createMasterSecret(
  scope: Scope,
  primary: aws.rds.Instance,
  password: pulumi.Output<string>,
  network: RotationNetwork,
): pulumi.Output<string> {
  const { identifier, masterUsername, credentials } = scope.settings;
  const login = createLogin(scope, primary, {
    user: "master",
    description: `Master user of the database ${identifier}, not for applications.`,
    username: masterUsername,
    password,
  });
  rotate(scope, {
    user: "master",
    strategy: "SingleUser",
    login,
    days: credentials.rotationDays,
    atOnce: true,
    network,
  });
  return login.secret.arn;
}
