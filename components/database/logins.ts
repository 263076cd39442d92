import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { createApplicationSecret } from "./application-user";
import { createMasterSecret, rotateManagedSecret } from "./master";
import { createRotationNetwork } from "./rotation";
import type { Scope } from "./scope";

/** ARNs of the secrets by which the database is logged in to. */
export interface Logins {
  readonly master: pulumi.Output<string>;
  readonly application: pulumi.Output<string> | undefined;
}

/** The instance, its security group and its first master password; undefined where RDS manages that. */
export interface LoginParts {
  readonly primary: aws.rds.Instance;
  readonly securityGroup: aws.ec2.SecurityGroup;
  readonly password: pulumi.Output<string> | undefined;
}

/** Keeps the logins of master and application in secrets that are rotated. */
export function createLogins(
  scope: Scope,
  { primary, securityGroup, password }: LoginParts,
): Logins {
  const { applicationUser } = scope.settings;
  if (password === undefined && applicationUser === undefined) {
    return { master: rotateManagedSecret(scope, primary), application: undefined };
  }

  const network = createRotationNetwork(scope, securityGroup);
  const master =
    password === undefined
      ? rotateManagedSecret(scope, primary)
      : createMasterSecret(scope, primary, password, network);
  const rotation = { masterSecretArn: master, network };
  return {
    master,
    application:
      applicationUser && createApplicationSecret(scope, primary, applicationUser, rotation),
  };
}
