import { unless } from "../problems/phrases";
import type { DatabaseClientArgs } from "./args";

/** What PostgreSQL's client would refuse of the arguments, a sentence each. */
export function clientProblems({
  database,
  caCertificates,
}: DatabaseClientArgs): readonly string[] {
  return [
    ...nameProblems("database.databaseName", database.databaseName),
    ...unless(
      typeof caCertificates !== "string" || caCertificates.includes("-----BEGIN CERTIFICATE-----"),
      "caCertificates must be certificates in PEM, got none",
    ),
  ];
}

/** A problem where a name in PostgreSQL is one that has to be quoted, or is cut off. */
export function nameProblems(path: string, name: string): readonly string[] {
  return unless(
    /^[a-z_][a-z0-9_]{0,62}$/.test(name),
    `${path} must be lower-case letters, digits and underscores, at most 63, no digit first, got ${name}`,
  );
}
