import { clientProblems } from "../database-client/validate-client";
import { outsideOf, unless } from "../problems/phrases";
import type { CheckArgs, DatabaseVerificationArgs } from "./args";

/** Everything that cannot work of the arguments, a sentence each; none when they can. */
export function validateVerification(args: DatabaseVerificationArgs): readonly string[] {
  const { checks } = args;
  return [
    ...clientProblems(args),
    ...unless(checks.length > 0, "checks must have one at least, got none"),
    ...checks.flatMap(checkProblems),
  ];
}

function checkProblems(
  { name, sql, atLeast, exactly }: CheckArgs,
  index: number,
  all: readonly CheckArgs[],
): readonly string[] {
  const path = `checks.${name}`;
  return [
    ...unless(
      /^[ -~]{1,60}$/.test(name),
      `checks must be named by 1 to 60 printable ASCII characters, got ${JSON.stringify(name)}`,
    ),
    ...unless(
      all.findIndex((check) => check.name === name) === index,
      `checks must have a name of their own each, got ${name} again`,
    ),
    ...unless(sql.trim() !== "", `${path}.sql must be a query, got nothing`),
    ...unless(
      (atLeast === undefined) !== (exactly === undefined),
      `${path} must have one of atLeast and exactly, got ${atLeast === undefined ? "none" : "both"}`,
    ),
    ...outsideOf(`${path}.atLeast`, atLeast, 0, 2 ** 53 - 1),
    ...outsideOf(`${path}.exactly`, exactly, 0, 2 ** 53 - 1),
  ];
}
