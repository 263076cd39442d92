import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { mapRecord } from "../map-record";
import { generate } from "../secrets/value";
import type { Scope } from "./scope";

/**
 * Gives each user a secret with a generated password, and the cluster the secret. An association each, as one for
 * all would take away the users that others have added. The policy by which MSK reads the secret, it attaches
 * itself.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-tutorial.html
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/16791
 */
export function createScramUsers(
  scope: Scope,
  { arn: clusterArn }: aws.msk.Cluster,
): Readonly<Record<string, pulumi.Output<string>>> {
  const { name, settings, options } = scope;
  const { region, authentication } = settings;
  return mapRecord(authentication.scram?.users ?? {}, ({ passwordVersion }, user) => {
    const child = `${name}-scram-${user}`;
    const secret = createSecret(scope, child, user);
    const version = storeLogin(scope, child, secret, { user, passwordVersion });
    new aws.msk.SingleScramSecretAssociation(
      child,
      { region, clusterArn, secretArn: secret.arn },
      { ...options, dependsOn: [version] },
    );
    return secret.arn;
  });
}

/** MSK takes secrets of such names only, and none under a key of AWS's. */
const secretPrefix = "AmazonMSK_";

function createSecret(
  { settings, stateful }: Scope,
  name: string,
  user: string,
): aws.secretsmanager.Secret {
  const { region, clusterName, secretsKeyArn, secretRecoveryDays } = settings;
  const secretName = `${secretPrefix}${clusterName}_${user}`;
  return new aws.secretsmanager.Secret(
    name,
    {
      region,
      namePrefix: `${secretName}-`,
      description: `User ${user} of the cluster ${clusterName}.`,
      kmsKeyId: secretsKeyArn,
      recoveryWindowInDays: secretRecoveryDays,
      tags: { Name: secretName },
    },
    stateful,
  );
}

function storeLogin(
  { settings, options }: Scope,
  name: string,
  secret: aws.secretsmanager.Secret,
  { user, passwordVersion }: { readonly user: string; readonly passwordVersion: number },
): aws.secretsmanager.SecretVersion {
  const password = generate(
    name,
    { generate: "password", version: passwordVersion },
    options.parent,
  );
  return new aws.secretsmanager.SecretVersion(
    name,
    {
      region: settings.region,
      secretId: secret.id,
      secretString: pulumi.jsonStringify({ username: user, password }),
    },
    options,
  );
}
