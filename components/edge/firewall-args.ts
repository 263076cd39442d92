import type { ManagedGroup } from "./managed-groups";

/** What is said of a group of rules that AWS keeps. */
export interface ManagedGroupArgs {
  /**
   * Rules of it that only count, for what the services need, such as `SizeRestrictions_BODY` where they take files.
   *
   * @default []
   */
  readonly countedRules?: readonly string[] | undefined;
}

/** What the firewall keeps away. */
export interface FirewallArgs {
  /** Most requests of one address within the window, 10 to 2000000000. */
  readonly rateLimit: number;
  /**
   * Seconds that the limit looks back.
   *
   * @default 300
   */
  readonly windowSeconds?: 60 | 120 | 300 | 600 | undefined;
  /**
   * Groups of rules that AWS keeps.
   *
   * @default - the reputation of addresses, inputs known to be bad, and the common rules
   */
  readonly managedGroups?:
    Readonly<Partial<Record<ManagedGroup, ManagedGroupArgs | undefined>>> | undefined;
  /**
   * Whether requests that match are refused or only counted.
   *
   * @default "block"
   */
  readonly mode?: "block" | "count" | undefined;
  /**
   * Days that the logs are kept, as CloudWatch Logs allows.
   *
   * @default 90
   */
  readonly logRetentionDays?: number | undefined;
}
