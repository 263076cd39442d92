import * as pulumi from "@pulumi/pulumi";
import { Keys } from "./keys";
import { mapRecord } from "./map-record";
import { partitionOf } from "../spec/partition";
import { Storage } from "./storage";

/** How {@link StateStore} is built. */
export interface StateStoreArgs {
  /** Account of the bucket and the keys, 12 digits. */
  readonly accountId: string;
  /** Region of the bucket and the keys. */
  readonly region: string;
  /**
   * First part of the bucket's name `<prefix>-state-<account>` and of the keys' aliases
   * `alias/<prefix>/...`. Lower-case letters, digits and single hyphens, a letter first.
   *
   * @default "groundwork"
   */
  readonly namePrefix?: string | undefined;
  /**
   * Region in which a copy of every state stands.
   *
   * @default - none
   */
  readonly replicaRegion?: string | undefined;
  /**
   * Who may encrypt and decrypt the secrets in the states of each environment, where IAM allows it too: roles by
   * their paths and names, with wildcards or without.
   */
  readonly environments: Readonly<Record<string, { readonly roles: readonly string[] }>>;
  /**
   * Days that a state is kept after another has taken its place, 30 to 36500.
   *
   * @default 90
   */
  readonly oldStateDays?: number | undefined;
  /**
   * Days in which no version of a state can be deleted but by who may bypass the lock, 1 to 36500.
   *
   * @default 30
   */
  readonly lockDays?: number | undefined;
  /**
   * Whether Pulumi refuses to delete the bucket and the keys. With them go the states of all stacks.
   *
   * @default true
   */
  readonly deletionProtection?: boolean | undefined;
}

/** Label of the bucket, and of the key that encrypts what lies in it. */
const state = "state";

/**
 * Where Pulumi keeps the states of stacks: a bucket with a folder for each environment, and for each environment a
 * key that encrypts the secrets in its states, so that who reads the states of one reads the secrets of none.
 */
export class StateStore extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  /** What `pulumi login` is given, for each environment. */
  readonly backendUrls: Readonly<Record<string, string>>;
  /** What `pulumi stack init --secrets-provider` is given, for each environment. */
  readonly secretsProviders: Readonly<Record<string, string>>;
  /** Aliases of the keys that an environment's states are encrypted with, and the secrets in them. */
  readonly keyAliases: Readonly<Record<string, readonly string[]>>;

  /** @throws {pulumi.ResourceError} When AWS would refuse the arguments: every problem is listed. */
  constructor(name: string, args: StateStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    const { accountId, region, environments } = args;
    super("groundwork:platform:StateStore", name, { accountId, region }, opts);

    const namePrefix = prefixOf(args);
    const storage = createBucket(name, args, this);
    this.bucketName = storage.bucketNames[state] ?? pulumi.output("");
    this.backendUrls = mapRecord(
      environments,
      (_, environment) => `s3://${stateBucketNameOf(args)}/${environment}?region=${region}`,
    );
    this.secretsProviders = mapRecord(
      environments,
      (_, environment) => `awskms://alias/${namePrefix}/${secretsOf(environment)}?region=${region}`,
    );
    this.keyAliases = mapRecord(environments, (_, environment) =>
      [state, secretsOf(environment)].map((domain) => `alias/${namePrefix}/${domain}`),
    );
    this.registerOutputs({
      bucketName: this.bucketName,
      backendUrls: this.backendUrls,
      secretsProviders: this.secretsProviders,
    });
  }
}

/** The bucket under its key, with the keys of the environments beside. */
function createBucket(name: string, args: StateStoreArgs, parent: pulumi.Resource): Storage {
  const { accountId, region, replicaRegion, oldStateDays = 90, lockDays = 30 } = args;
  const { deletionProtection = true } = args;
  const replicate = replicaRegion !== undefined;
  const shared = { accountId, region, deletionProtection };
  const keys = new Keys<string>(
    `${name}-keys`,
    {
      ...shared,
      ...(replicate ? { replicaRegion } : {}),
      aliasPrefix: prefixOf(args),
      domains: { [state]: { uses: ["s3"], replicate }, ...secretKeys(args) },
    },
    { parent },
  );
  return new Storage(
    name,
    {
      ...shared,
      namePrefix: prefixOf(args),
      dataKeyArn: keys.arns[state] ?? "",
      disasterRecovery: replicate ? copyIn(replicaRegion, keys) : undefined,
      buckets: {
        [state]: {
          replicate,
          objectLock: { mode: "GOVERNANCE", days: lockDays },
          lifecycle: { noncurrentExpirationDays: oldStateDays, noncurrentVersionsKept: 10 },
        },
      },
    },
    { parent },
  );
}

/** Name of the bucket, known before it stands. */
export function stateBucketNameOf(args: Pick<StateStoreArgs, "accountId" | "namePrefix">): string {
  return `${prefixOf(args)}-${state}-${args.accountId}`;
}

function prefixOf({ namePrefix = "groundwork" }: Pick<StateStoreArgs, "namePrefix">): string {
  return namePrefix;
}

function secretsOf(environment: string): string {
  return `secrets-${environment}`;
}

function secretKeys({ environments, accountId, region }: StateStoreArgs) {
  const roles = `arn:${partitionOf(region)}:iam::${accountId}:role`;
  return Object.fromEntries(
    Object.entries(environments).map(([environment, { roles: names }]) => [
      secretsOf(environment),
      { uses: ["deployment"] as const, deployers: names.map((each) => `${roles}/${each}`) },
    ]),
  );
}

function copyIn(region: string, { replicaArns }: Keys<string>) {
  return { region, keyArn: replicaArns[state] ?? "" };
}
