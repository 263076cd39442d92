import type { Spec } from "../spec/spec";

/** First part of the names that AWS or people need to know: `<system>-<environment>`. */
export function prefixOf({ system, environment }: Spec): string {
  return `${system}-${environment}`;
}

/** Tags that every resource carries. */
export function tags(spec: Spec): Readonly<Record<string, string>> {
  return { Environment: spec.environment, ManagedBy: "Pulumi", ...spec.tags };
}

/** Where a component stands. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** The account and the region of a stack. */
export function placeOf({ account, region }: Spec): Place {
  return { accountId: account, region };
}

/** Addresses of the tier in which the stores stand. */
export function storesOf({ network }: Spec): readonly string[] {
  return Object.values(network.subnets.database);
}

/** Whether what a stack holds must not be deleted. */
export function isProtected({ environment }: Spec): boolean {
  return environment === "production";
}
