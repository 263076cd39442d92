import * as aws from "@pulumi/aws";
import type { Scope, Site } from "./scope";
import type { Settings } from "./database-settings";

/** One parameter of a group, as AWS takes it. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly applyMethod: "immediate" | "pending-reboot";
}

/**
 * What every database is given unless `parameters` says otherwise: TLS or nothing, passwords that are
 * never sent nor kept as such, and a record of who connects and of what is slow (1000 ms).
 */
export const secureParameters: Readonly<Record<string, string>> = {
  "rds.force_ssl": "1",
  password_encryption: "scram-sha-256",
  log_connections: "1",
  log_disconnections: "1",
  log_min_duration_statement: "1000",
  shared_preload_libraries: "pg_stat_statements",
};

/**
 * Parameters that PostgreSQL reads only when it starts. AWS refuses to apply them at once.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Parameters.html
 * @see https://www.postgresql.org/docs/current/runtime-config.html for "can only be set at server start"
 */
export const staticParameters: ReadonlySet<string> = new Set([
  "autovacuum_freeze_max_age",
  "autovacuum_max_workers",
  "autovacuum_multixact_freeze_max_age",
  "autovacuum_worker_slots",
  "cron.database_name",
  "huge_pages",
  "io_max_concurrency",
  "io_method",
  "logging_collector",
  "max_active_replication_origins",
  "max_connections",
  "max_files_per_process",
  "max_locks_per_transaction",
  "max_logical_replication_workers",
  "max_notify_queue_pages",
  "max_pred_locks_per_transaction",
  "max_prepared_transactions",
  "max_replication_slots",
  "max_wal_senders",
  "max_worker_processes",
  "multixact_member_buffers",
  "multixact_offset_buffers",
  "notify_buffers",
  "old_snapshot_threshold",
  "pg_stat_statements.max",
  "rds.custom_dns_resolution",
  "rds.logical_replication",
  "rds.pg_stat_ramdisk_size",
  "rds.restrict_password_commands",
  "reserved_connections",
  "serializable_buffers",
  "shared_buffers",
  "shared_preload_libraries",
  "ssl",
  "subtransaction_buffers",
  "superuser_reserved_connections",
  "temp_file_limit",
  "track_activity_query_size",
  "track_commit_timestamp",
  "transaction_buffers",
  "wal_buffers",
  "wal_decode_buffer_size",
]);

/**
 * Parameters whose secure value is also what newer majors come with. AWS then keeps no change of its
 * own for them and reports `pending-reboot`, so that any other method is a difference for ever.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/39252
 */
export const defaultedParameters: ReadonlySet<string> = new Set([
  "password_encryption",
  "rds.force_ssl",
]);

/** The parameters of a database, by name in order. */
export function parametersOf(settings: Settings): readonly Parameter[] {
  const { extensions, blueGreenUpdates, parameters } = settings;
  const values: Readonly<Record<string, string>> = {
    ...secureParameters,
    ...(extensions.length > 0 ? { "rds.allowed_extensions": extensions.join(",") } : {}),
    ...(blueGreenUpdates ? { "rds.logical_replication": "1" } : {}),
    ...parameters,
  };
  return Object.entries(values)
    .map(([name, value]) => ({ name, value, applyMethod: applyMethodOf(name) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * The parameter group of a site. AWS names it anew whenever its family changes, so that the old one
 * lasts until the instance has let go of it.
 */
export function createParameterGroup(scope: Scope, site: Site): aws.rds.ParameterGroup {
  const { settings, options } = scope;
  return new aws.rds.ParameterGroup(
    `${site.prefix}-parameters`,
    {
      region: site.region,
      family: settings.parameterGroupFamily,
      description: `Parameters of the database ${settings.identifier}`,
      parameters: [...parametersOf(settings)],
    },
    options,
  );
}

function applyMethodOf(name: string): Parameter["applyMethod"] {
  return staticParameters.has(name) || defaultedParameters.has(name)
    ? "pending-reboot"
    : "immediate";
}
