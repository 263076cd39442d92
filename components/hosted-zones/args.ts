import type * as pulumi from "@pulumi/pulumi";

/** A name in a zone that another account answers for. */
export interface DelegationArgs {
  /** Name servers of the other account's zone, 2 or more. */
  readonly nameServers: readonly string[];
  /**
   * What vouches for the signature of the other zone, as its records of type DS say it.
   *
   * @default - nothing: its answers can be forged
   */
  readonly dsRecords?: readonly string[] | undefined;
}

/** One hosted zone. */
export interface HostedZoneArgs {
  /**
   * Names in it that other accounts answer for. The zones of the component delegate to each other by themselves.
   *
   * @default {}
   */
  readonly delegations?: Readonly<Record<string, DelegationArgs>> | undefined;
}

/** How {@link HostedZones} are built. */
export interface HostedZonesArgs {
  /** Account of the zones, 12 digits. */
  readonly accountId: string;
  /** The zones, by the domain whose names they hold, such as `example.com`. */
  readonly zones: Readonly<Record<string, HostedZoneArgs>>;
  /** KMS key of `us-east-1`, where Route 53 writes the logs of queries. */
  readonly logsKeyArn: pulumi.Input<string>;
  /**
   * Days that logs of queries are kept: a number that CloudWatch Logs offers.
   *
   * @default 90
   */
  readonly logRetentionDays?: number | undefined;
  /**
   * Who may issue certificates, as certificate authorities name themselves in records of type CAA.
   *
   * @default ["amazon.com"]
   */
  readonly certificateIssuers?: readonly string[] | undefined;
  /**
   * Whether Pulumi refuses to delete the zones. A zone that is made again has other name servers.
   *
   * @default true
   */
  readonly deletionProtection?: boolean | undefined;
}
