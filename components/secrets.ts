import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { mapRecord } from "./map-record";
import { problemsOf } from "./secrets/problems";
import { generate, type SecretValue } from "./secrets/value";

/** One secret: named values in one JSON document. */
interface SecretEntry {
  /** What it is for, as Secrets Manager shows it. */
  readonly description: string;
  /** The values, by their key in the document. */
  readonly values: Readonly<Record<string, SecretValue>>;
  /**
   * Whether what else is supplied for the secret becomes a value of it.
   *
   * @default "none"
   */
  readonly furtherValues?: "none" | "supplied";
}

/** Values that an operator supplies, by entry and key. */
export type SuppliedValues = Readonly<
  Record<string, Readonly<Record<string, pulumi.Input<string>>>>
>;

/** How {@link Secrets} are built. */
export interface SecretsArgs {
  /**
   * Region of the secrets.
   *
   * @default - the region of the provider
   */
  readonly region?: string;
  /** First part of the names: `<prefix>/<entry>-<random>`. */
  readonly namePrefix: string;
  /** KMS key the secrets are encrypted with. */
  readonly keyArn: pulumi.Input<string>;
  /** The secrets, by name. */
  readonly entries: Readonly<Record<string, SecretEntry>>;
  /**
   * The values that entries declare as supplied, and those that an entry takes beside them.
   *
   * @default {}
   */
  readonly supplied?: SuppliedValues;
  /**
   * Days in which a deleted secret can be restored: 7 to 30, or 0 for none.
   *
   * @default 30
   */
  readonly recoveryDays?: number;
  /**
   * Region that holds a copy of every secret; needs `replicaKeyArn`.
   *
   * @default - no copies
   */
  readonly replicaRegion?: string;
  /**
   * KMS key of that region the copies are encrypted with.
   *
   * @default - no copies
   */
  readonly replicaKeyArn?: pulumi.Input<string>;
  /**
   * Whether Pulumi refuses to delete the secrets.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * The application's secrets in Secrets Manager: generated or supplied, never plain in the state.
 */
export class Secrets extends pulumi.ComponentResource {
  /** ARN of each secret, by entry. */
  readonly arns: Readonly<Record<string, pulumi.Output<string>>>;

  /**
   * @throws {pulumi.ResourceError} When a declared value is not supplied, one that no entry
   * declares is, or only one of `replicaRegion` and `replicaKeyArn` is set. All such problems are
   * listed.
   */
  constructor(name: string, args: SecretsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("groundwork:platform:Secrets", name, { namePrefix: args.namePrefix }, opts);

    const problems = problemsOf(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    this.arns = mapRecord(args.entries, (entry, key) => {
      const secret = this.createSecret(`${name}-${key}`, key, entry.description, args);
      const values = this.createValues(`${name}-${key}`, entry.values, args.supplied?.[key]);
      this.store(`${name}-${key}`, secret, values, args.region);
      return secret.arn;
    });
    this.registerOutputs({ arns: this.arns });
  }

  private createSecret(
    name: string,
    entry: string,
    description: string,
    args: SecretsArgs,
  ): aws.secretsmanager.Secret {
    const { namePrefix, keyArn, recoveryDays = 30, deletionProtection = true } = args;
    const { region, replicaRegion, replicaKeyArn } = args;
    return new aws.secretsmanager.Secret(
      name,
      {
        region,
        namePrefix: `${namePrefix}/${entry}-`,
        description,
        kmsKeyId: keyArn,
        recoveryWindowInDays: recoveryDays,
        replicas:
          replicaRegion === undefined || replicaKeyArn === undefined
            ? []
            : [{ region: replicaRegion, kmsKeyId: replicaKeyArn }],
        tags: { Name: `${namePrefix}/${entry}` },
      },
      { parent: this, protect: deletionProtection },
    );
  }

  private createValues(
    name: string,
    values: Readonly<Record<string, SecretValue>>,
    supplied: Readonly<Record<string, pulumi.Input<string>>> = {},
  ): Record<string, pulumi.Input<string> | undefined> {
    const declared = mapRecord(values, (value, key) =>
      "supplied" in value ? supplied[key] : generate(`${name}/${key}`, value, this),
    );
    return { ...supplied, ...declared };
  }

  private store(
    name: string,
    secret: aws.secretsmanager.Secret,
    values: Readonly<Record<string, pulumi.Input<string> | undefined>>,
    region: string | undefined,
  ): void {
    const secretString = pulumi.jsonStringify(values);
    new aws.secretsmanager.SecretVersion(
      name,
      { region, secretId: secret.id, secretString },
      { parent: this },
    );
  }
}
