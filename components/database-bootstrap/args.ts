import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseClientArgs } from "../database-client/args";

/** The role that applications log in as. */
export interface ApplicationRoleArgs {
  /** Name of the role, at most 57 characters where another one takes turns with it. */
  readonly name: string;
  /**
   * Connections that it may hold at once, 1 to 10000.
   *
   * @default - as many as the database takes
   */
  readonly connectionLimit?: number | undefined;
  /**
   * Whether the rotation of its password goes to and fro between it and a second role, of its name with `_clone` after
   * it, as {@link Database} has it without a proxy. That one gets the same rights and the same limit.
   *
   * @default true
   */
  readonly alternates?: boolean | undefined;
}

/** How {@link DatabaseBootstrap} is built. */
export interface DatabaseBootstrapArgs extends DatabaseClientArgs {
  /** Secret of a login that may make databases and roles, such as the master user's. */
  readonly masterSecretArn: pulumi.Input<string>;
  /** Secret of the application's login, whose password it gets. */
  readonly applicationSecretArn: pulumi.Input<string>;
  readonly applicationRole: ApplicationRoleArgs;
  /**
   * Role that owns the tables, made without a login where it is not there: migrations log in as the master user and
   * say `SET ROLE`.
   *
   * @default - the user of `masterSecretArn`, as which migrations then log in
   */
  readonly ownerRole?: string | undefined;
  /**
   * Extensions that the database gets.
   *
   * @default []
   */
  readonly extensions?: readonly string[] | undefined;
}
