import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseClientArgs } from "../database-client/args";

/** A question to the database that has one right answer, or a least one. One of both is said. */
export interface CheckArgs {
  /** What is counted, in a few words. */
  readonly name: string;
  /** Query whose answer is one whole number, in words that the application's role may read. */
  readonly sql: string;
  /** The least that the answer may be. */
  readonly atLeast?: number | undefined;
  /** What the answer must be. */
  readonly exactly?: number | undefined;
}

/** How {@link DatabaseVerification} is built. */
export interface DatabaseVerificationArgs extends DatabaseClientArgs {
  /** Secret of the application's login, by which it looks. */
  readonly applicationSecretArn: pulumi.Input<string>;
  /** What is asked, in this order; at least one. */
  readonly checks: readonly CheckArgs[];
}
