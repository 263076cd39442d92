import { pathOf } from "../path";
import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule } from "./rule";

/** Names that are often written for an extension, and its own. */
const misnamed: Readonly<Record<string, string>> = {
  pg_vector: "vector",
  pgvector: "vector",
  pgtrgm: "pg_trgm",
  postgis_tiger: "postgis_tiger_geocoder",
  trgm: "pg_trgm",
  uuid: "uuid-ossp",
  uuid_ossp: "uuid-ossp",
  "btree-gin": "btree_gin",
  "btree-gist": "btree_gist",
  "pg-trgm": "pg_trgm",
};

/** Extensions of PostgreSQL that reach the server's files or run code of its own, which RDS has not. */
const absent = ["adminpack", "citus", "file_fdw", "plpython3u", "plpythonu", "plsh", "timescaledb"];

/** Extensions that work only when their library was loaded at the start of the server. */
const preloaded = [
  "pg_cron",
  "pg_stat_monitor",
  "pg_stat_statements",
  "pg_tle",
  "pgaudit",
  "pglogical",
];

/** What is loaded unless the parameter says otherwise. */
const loadedByDefault = "pg_stat_statements";

/**
 * Extensions that RDS for PostgreSQL has. Names that are not known here are left to RDS.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-extensions.html
 */
export const extensionRules = [
  rule(["database"], ({ database: { extensions } }) => extensions.flatMap(ownName)),
  rule(["database"], ({ database: { extensions } }) => extensions.flatMap(present)),
  rule(["database"], ({ database: { extensions } }) => extensions.flatMap(once)),
  rule(["database"], ({ database }) =>
    database.extensions.flatMap((name, index) => loaded(name, index, database)),
  ),
];

function ownName(value: string, index: number): readonly Problem[] {
  const name = Object.hasOwn(misnamed, value) ? misnamed[value] : undefined;
  if (name === undefined) return [];
  return [
    {
      path: extensionPath(index),
      value,
      rule: "must be the name that CREATE EXTENSION takes",
      fix: `write ${name}`,
    },
  ];
}

function present(value: string, index: number): readonly Problem[] {
  if (!absent.includes(value)) return [];
  return [
    {
      path: extensionPath(index),
      value,
      rule: "must be an extension that RDS supports",
      fix: "remove it: RDS does not have it",
    },
  ];
}

function once(value: string, index: number, all: readonly string[]): readonly Problem[] {
  if (all.indexOf(value) === index) return [];
  return [{ path: extensionPath(index), value, rule: "must be named once", fix: "remove it" }];
}

function loaded(
  value: string,
  index: number,
  { parameters }: Spec["database"],
): readonly Problem[] {
  const libraries = parameters["shared_preload_libraries"] ?? loadedByDefault;
  const names = libraries.split(",").map((name) => name.trim());
  if (!preloaded.includes(value) || names.includes(value)) return [];
  return [
    {
      path: extensionPath(index),
      value,
      rule: "must be loaded at the start of the server",
      fix: `write "${[...names, value].join(",")}" as database.parameters.shared_preload_libraries`,
    },
  ];
}

function extensionPath(index: number): string {
  return pathOf(["database", "extensions", index]);
}
