import * as pulumi from "@pulumi/pulumi";
import { mapRecord } from "./map-record";
import { createDomainKey, type DomainKey } from "./keys/domain-key";
import type { KeyUse } from "./keys/grants";

/** What one key of {@link Keys} is for. */
interface KeyDomain {
  /** The ways in which it is used. Nothing else in the account can use it. */
  readonly uses: readonly KeyUse[];
  /**
   * Whether a replica with the same key material stands in `replicaRegion`. AWS fixes at creation
   * whether a key can have one: a change makes another key, which cannot read what the first
   * encrypted.
   *
   * @default false
   */
  readonly replicate?: boolean;
  /**
   * ARNs of the roles, with wildcards or without, that have the use `deployment`.
   *
   * @default - none
   */
  readonly deployers?: readonly string[] | undefined;
}

/** How {@link Keys} are built. */
export interface KeysArgs<Domain extends string> {
  /** Account that owns the keys, 12 digits. */
  readonly accountId: string;
  /** Region of the keys. */
  readonly region: string;
  /**
   * Region of the replicas; required when a domain replicates.
   *
   * @default - no region, and no replicas
   */
  readonly replicaRegion?: string;
  /** First part of the aliases `alias/<prefix>/<domain>`, which are the same in both regions. */
  readonly aliasPrefix: string;
  /**
   * Days between automatic rotations of the key material, 90 to 2560.
   *
   * @default 365
   */
  readonly rotationDays?: number;
  /**
   * Days in which the deletion of a key can be cancelled, 7 to 30.
   *
   * @default 30
   */
  readonly deletionWindowDays?: number;
  /**
   * Whether Pulumi refuses to delete the keys. What a deleted key encrypted is lost.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
  /** The keys, by what they protect: the key of one domain does not open another. */
  readonly domains: Readonly<Record<Domain, KeyDomain>>;
}

/**
 * Customer managed KMS keys, one a domain, rotated, each usable for exactly what it is said to be
 * for.
 */
export class Keys<Domain extends string> extends pulumi.ComponentResource {
  /** ARN of each domain's key. */
  readonly arns: Readonly<Record<Domain, pulumi.Output<string>>>;
  /** ARN of each replica, for the domains that replicate. */
  readonly replicaArns: Readonly<Record<string, pulumi.Output<string>>>;

  /** @throws {pulumi.ResourceError} When a domain replicates and `replicaRegion` is left out. */
  constructor(name: string, args: KeysArgs<Domain>, opts?: pulumi.ComponentResourceOptions) {
    super("groundwork:platform:Keys", name, args, opts);

    const { accountId, region, aliasPrefix, domains } = args;
    const { rotationDays = 365, deletionWindowDays = 30, deletionProtection = true } = args;
    this.requireReplicaRegion(args);

    const shared = { accountId, region, aliasPrefix, rotationDays, deletionWindowDays };
    const options = { parent: this, protect: deletionProtection };
    const keys = mapRecord(domains, ({ uses, deployers, replicate = false }, domain) => {
      const replicaRegion = replicate ? args.replicaRegion : undefined;
      const settings = { ...shared, domain, uses, deployers, replicaRegion };
      return createDomainKey(`${name}-${domain}`, settings, options);
    });

    this.arns = mapRecord(keys, ({ key }) => key.arn);
    this.replicaArns = replicaArns(keys);
    this.registerOutputs({ arns: this.arns, replicaArns: this.replicaArns });
  }

  private requireReplicaRegion({ domains, replicaRegion }: KeysArgs<Domain>): void {
    if (replicaRegion !== undefined) return;
    const replicated = Object.entries<KeyDomain>(domains).filter(([, { replicate }]) => replicate);
    if (replicated.length === 0) return;
    const names = replicated.map(([domain]) => domain).join(", ");
    throw new pulumi.ResourceError(
      `replicaRegion must be set for the domains that replicate (${names}), got undefined`,
      this,
      true,
    );
  }
}

function replicaArns(
  keys: Readonly<Record<string, DomainKey>>,
): Record<string, pulumi.Output<string>> {
  const arns = Object.entries(keys).flatMap(([domain, { replica }]) =>
    replica === undefined ? [] : [[domain, replica.arn] as const],
  );
  return Object.fromEntries(arns);
}
