import { nearest } from "../nearest";
import { pathOf } from "../path";
import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { inUnitOf } from "./parameter-units";
import { rule } from "./rule";

type Database = Spec["database"];

/** Parameters that RDS sets by itself, and what to do instead. */
const fixed: Readonly<Record<string, string>> = {
  archive_command: "remove it: RDS archives the log by itself",
  archive_mode: "remove it: RDS archives the log by itself",
  config_file: "remove it: RDS keeps the files",
  data_directory: "remove it: RDS keeps the files",
  hba_file: "remove it: security groups say who may connect",
  hot_standby: "remove it: replicas of RDS can always be read",
  ident_file: "remove it: RDS keeps the files",
  listen_addresses: "remove it: security groups say who may connect",
  logging_collector: "remove it: RDS collects the log by itself",
  port: "write database.port instead",
  ssl_ca_file: "write database.caCertificate instead",
  ssl_cert_file: "write database.caCertificate instead",
  ssl_key_file: "write database.caCertificate instead",
  wal_level: 'write rds.logical_replication: "1" where logical replication is wanted',
};

/** Libraries that RDS loads when the server starts, as it lists them when it refuses another. */
const libraries = [
  "auto_explain",
  "orafce",
  "pg_bigm",
  "pg_cron",
  "pg_hint_plan",
  "pg_overexplain",
  "pg_prewarm",
  "pg_similarity",
  "pg_stat_monitor",
  "pg_stat_statements",
  "pg_tle",
  "pg_transport",
  "pgaudit",
  "pglogical",
  "plprofiler",
  "plrust",
];

/**
 * Parameters that RDS for PostgreSQL accepts, in its units.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Parameters.html
 */
export const parameterRules = [
  rule(["database"], ({ database }) => each(database, settable)),
  rule(["database"], ({ database }) => each(database, plainNumber)),
  rule(["database"], ({ database }) => each(database, loadable)),
  rule(["database"], ({ database }) => allowedOnce(database)),
  rule(["database"], ({ database }) => enoughConnections(database)),
];

type Check = (name: string, value: string) => Pick<Problem, "rule" | "fix"> | undefined;

function each({ parameters }: Database, check: Check): readonly Problem[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    const found = check(name, value);
    return found === undefined ? [] : [{ path: parameterPath(name), value, ...found }];
  });
}

function parameterPath(name: string): string {
  return pathOf(["database", "parameters", name]);
}

function settable(name: string): ReturnType<Check> {
  const fix = Object.hasOwn(fixed, name) ? fixed[name] : undefined;
  return fix === undefined ? undefined : { rule: "must be left out: RDS sets it by itself", fix };
}

function plainNumber(name: string, value: string): ReturnType<Check> {
  if (!/^\d+\s*(B|kB|MB|GB|TB|us|ms|s|min|h|d)$/.test(value)) return undefined;
  const converted = inUnitOf(name, value);
  return {
    rule: "must be a number without a unit: RDS takes the parameter's own unit",
    fix:
      converted === undefined
        ? "convert it to the unit that pg_settings names"
        : `write "${converted.figure}", in units of ${converted.unit}`,
  };
}

function loadable(name: string, value: string): ReturnType<Check> {
  if (name !== "shared_preload_libraries") return undefined;
  const other = value.split(",").find((library) => !libraries.includes(library.trim()));
  if (other === undefined) return undefined;
  const meant = nearest(other, libraries);
  return {
    rule: `must be of the libraries that RDS loads: ${libraries.join(", ")}`,
    fix: meant === undefined ? `remove ${other.trim()}` : `write ${meant}`,
  };
}

function allowedOnce({ parameters, extensions }: Database): readonly Problem[] {
  const value = parameters["rds.allowed_extensions"];
  if (value === undefined || extensions.length === 0) return [];
  return [
    {
      path: parameterPath("rds.allowed_extensions"),
      value,
      rule: "must be left out with database.extensions, which sets it",
      fix: "name the extensions in database.extensions alone",
    },
  ];
}

function enoughConnections({ parameters, applicationUser }: Database): readonly Problem[] {
  const limit = applicationUser?.connectionLimit;
  const most = Number(parameters["max_connections"]);
  if (limit === undefined || !Number.isInteger(most) || limit <= most) return [];
  return [
    {
      path: "database.applicationUser.connectionLimit",
      value: limit,
      rule: `must be at most max_connections ${most}`,
      fix: `lower it to ${most} or less, or raise database.parameters.max_connections`,
    },
  ];
}
