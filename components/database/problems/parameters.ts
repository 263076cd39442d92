import { unless } from "../../problems/phrases";
import type { Settings } from "../database-settings";

/** Parameters that RDS decides by itself or by another setting. */
const fixed: ReadonlySet<string> = new Set([
  "hot_standby",
  "listen_addresses",
  "logging_collector",
  "port",
  "ssl_cert_file",
  "ssl_key_file",
  "wal_level",
]);

/** A figure with a unit, as `postgresql.conf` takes it and RDS does not. */
const withUnit = /^\d+\s*(B|kB|MB|GB|TB|us|ms|s|min|h|d)$/;

/**
 * What RDS refuses of parameters.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Parameters.html
 */
export function parameterProblems(settings: Settings): readonly string[] {
  const { parameters, extensions, blueGreenUpdates } = settings;
  const { "rds.allowed_extensions": allowed, "rds.logical_replication": replication } = parameters;
  return [
    ...Object.entries(parameters).flatMap(([name, value]) => [
      ...unless(!fixed.has(name), `${pathOf(name)} must be left out, as RDS sets it, got ${value}`),
      ...unless(
        !withUnit.test(value),
        `${pathOf(name)} must be a number in the unit of RDS, got ${value}`,
      ),
    ]),
    ...extensions.flatMap((extension) =>
      unless(
        /^[a-z0-9_-]+$/.test(extension),
        `extensions must be names of PostgreSQL extensions, got ${extension}`,
      ),
    ),
    ...unless(
      allowed === undefined || extensions.length === 0,
      `${pathOf("rds.allowed_extensions")} must be left out with extensions, got ${String(allowed)}`,
    ),
    ...unless(
      replication === undefined || replication === "1" || !blueGreenUpdates,
      `${pathOf("rds.logical_replication")} must be 1 with blueGreenUpdates, got ${String(replication)}`,
    ),
  ];
}

function pathOf(name: string): string {
  return `parameters["${name}"]`;
}
