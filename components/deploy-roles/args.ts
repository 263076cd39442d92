import type { CodeHost, DeploySource } from "./trust";

/** Who deploys one environment, and what stands in it. */
export interface DeployedEnvironment {
  /** The systems that stand in it, by the names that their resources' begin with. */
  readonly systems: readonly string[];
  /** The jobs that may deploy it. */
  readonly deployFrom: DeploySource;
  /**
   * Whether jobs of pull requests may preview it. They read the secrets in its states.
   *
   * @default true
   */
  readonly pullRequestPreviews?: boolean | undefined;
  /**
   * Names in DNS that its records may have, with all below each.
   *
   * @default []
   */
  readonly domains?: readonly string[] | undefined;
}

/** Who pushes images, and where to. */
export interface PushedImages {
  /** Names of the repositories for images. */
  readonly repositories: readonly string[];
  /** The jobs that may push to them, by the repository of code that they are of. */
  readonly pushFrom: Readonly<Record<string, DeploySource>>;
}

/** How {@link DeployRoles} are built. */
export interface DeployRolesArgs {
  /** Account that is deployed to, 12 digits. */
  readonly accountId: string;
  /** Region of the account's own resources. */
  readonly region: string;
  /** Regions in which stacks have resources, beside `us-east-1`, in which CloudFront has what it needs. */
  readonly regions: readonly string[];
  /** Where the jobs run that deploy. */
  readonly codeHost: CodeHost;
  /** The environments of the account, by name. */
  readonly environments: Readonly<Record<string, DeployedEnvironment>>;
  /**
   * Who pushes images.
   *
   * @default - no job
   */
  readonly images?: PushedImages | undefined;
  /** Bucket of the stacks' states. */
  readonly stateBucketName: string;
  /** Aliases of the keys that an environment's states are encrypted with, and the secrets in them. */
  readonly stateKeyAliases: Readonly<Record<string, readonly string[]>>;
}
