/** What the provider asks of AWS for the resources of a type, by what happens to them. */
export interface Permissions {
  readonly create: readonly string[];
  readonly read: readonly string[];
  readonly update: readonly string[];
  readonly delete: readonly string[];
  /** Services that are given a role with it. */
  readonly passesRoleTo?: readonly string[];
  /** Services that AWS makes a role of their own for, with the first of its kind in an account. */
  readonly serviceLinkedRoles?: readonly string[];
}

/** Permissions by the type of the resource. */
export type TypePermissions = Readonly<Record<string, Permissions>>;
