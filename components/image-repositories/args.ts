import type * as pulumi from "@pulumi/pulumi";

/** A region with repositories. */
interface RepositoryPlace {
  readonly region: string;
  /** KMS key of the region that encrypts the images. */
  readonly keyArn: pulumi.Input<string>;
}

/** A region with repositories, and what their resources' names end with there. */
export interface RepositorySite extends RepositoryPlace {
  readonly suffix: "" | "-replica";
}

/** How {@link ImageRepositories} are built. */
export interface ImageRepositoriesArgs extends RepositoryPlace {
  /** Account of the registry, 12 digits. */
  readonly accountId: string;
  /**
   * Where a copy of every image stands.
   *
   * @default - nowhere
   */
  readonly replica?: RepositoryPlace | undefined;
  /** Names of the repositories: lower-case words, in folders by slashes, such as `shop/orders`. */
  readonly repositories: readonly string[];
  /**
   * Images with a tag that each repository keeps, the newest, 1 to 10000. An image that runs must be among
   * them.
   *
   * @default 200
   */
  readonly keptImages?: number | undefined;
  /**
   * Days that an image without a tag is kept, 1 to 36500.
   *
   * @default 14
   */
  readonly untaggedDays?: number | undefined;
  /**
   * `basic`: each image is scanned when it is pushed. `enhanced`: Amazon Inspector scans it as long as it is
   * there, which is paid for.
   *
   * @default "basic"
   */
  readonly scanning?: "basic" | "enhanced" | undefined;
  /**
   * Other accounts that pull images.
   *
   * @default []
   */
  readonly pullAccounts?: readonly string[] | undefined;
  /**
   * Whether Pulumi refuses to delete the repositories, and AWS those with images.
   *
   * @default true
   */
  readonly deletionProtection?: boolean | undefined;
}
