import { clientProblems, nameProblems } from "../database-client/validate-client";
import { outsideOf, unless } from "../problems/phrases";
import type { DatabaseBootstrapArgs } from "./args";
import { settingsOf } from "./bootstrap-settings";

/** Everything that PostgreSQL would refuse of the arguments, a sentence each; none when they can work. */
export function validateBootstrap(args: DatabaseBootstrapArgs): readonly string[] {
  const { applicationRole, ownerRole, extensions } = settingsOf(args);
  const { name, connectionLimit, alternates } = applicationRole;
  return [
    ...clientProblems(args),
    ...nameProblems("applicationRole.name", name),
    ...unless(
      !alternates || name.length <= 57,
      `applicationRole.name must be at most 57 characters, for _clone after it, got ${name.length}: ${name}`,
    ),
    ...outsideOf("applicationRole.connectionLimit", connectionLimit, 1, 10_000),
    ...(ownerRole === undefined ? [] : nameProblems("ownerRole", ownerRole)),
    ...unless(
      ownerRole !== name,
      `ownerRole must be another role than the application's, which may not change tables, got ${name}`,
    ),
    ...extensions.flatMap((extension) =>
      unless(
        /^[a-z0-9_-]+$/.test(extension),
        `extensions must be names of PostgreSQL extensions, got ${extension}`,
      ),
    ),
  ];
}
