import type * as pulumi from "@pulumi/pulumi";

/** How {@link AccountGuards} are built. */
export interface AccountGuardsArgs {
  /** The account, 12 digits. */
  readonly accountId: string;
  /**
   * The regions that are guarded, each with the KMS key that encrypts its volumes where nothing else is said. A
   * region that is not used is better closed by the organization.
   */
  readonly volumeKeyArns: Readonly<Record<string, pulumi.Input<string>>>;
  /**
   * Whom AWS writes and calls about security.
   *
   * @default - the owner of the account
   */
  readonly securityContact?: SecurityContactArgs | undefined;
  /**
   * Whether Pulumi refuses to take the guards away.
   *
   * @default true
   */
  readonly deletionProtection?: boolean | undefined;
}

/** Whom AWS writes and calls. */
export interface SecurityContactArgs {
  readonly name: string;
  /** What the person or the team is. */
  readonly title: string;
  readonly emailAddress: string;
  /** With the country's code, such as `+260 211 555 0100`. */
  readonly phoneNumber: string;
}
