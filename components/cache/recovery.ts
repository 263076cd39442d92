import type * as pulumi from "@pulumi/pulumi";

/**
 * A copy of the cache in another region, joined to it in a Global Datastore. It can be read, and is promoted
 * by an operator when the first region is lost: AWS never does it by itself.
 *
 * AWS then takes versions, node types and shards from the Global Datastore, which this component changes in
 * step. It keeps the parameters, as they are when the copy joins, in groups of its own, and a new major needs
 * another of those: for either the copy must be taken out first.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastore.html
 */
export interface DisasterRecoveryArgs {
  /** Region of the copy. */
  readonly region: string;
  /** KMS key of that region for the disk and snapshots. */
  readonly keyArn: pulumi.Input<string>;
  /** KMS key of that region for the log groups. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** KMS key of that region for the secret with the copy's endpoint. */
  readonly secretsKeyArn: pulumi.Input<string>;
  /** VPC of the subnets. */
  readonly vpcId: pulumi.Input<string>;
  /** Subnets of the copy's nodes, in two zones at least with `multiAz`. */
  readonly subnetIds: readonly pulumi.Input<string>[];
  /**
   * Security groups of that VPC that may connect, by a label that outlives them.
   *
   * @default {}
   */
  readonly allowedSecurityGroups?: Readonly<Record<string, pulumi.Input<string>>> | undefined;
  /**
   * Replicas of each primary in the copy, 0 to 5; one at least with `automaticFailover`.
   *
   * @default - as many as at home
   */
  readonly replicas?: number | undefined;
  /**
   * SNS topic of that region that hears of the copy's failovers, failures and the like. It must not be encrypted.
   *
   * @default - nobody
   */
  readonly eventTopicArn?: pulumi.Input<string> | undefined;
}
