const kilobyte = 1024;
const second = 1000;

/** What one of a unit is: bytes for memory, milliseconds for time. */
const units = {
  B: 1,
  kB: kilobyte,
  "8kB": 8 * kilobyte,
  MB: kilobyte ** 2,
  GB: kilobyte ** 3,
  TB: kilobyte ** 4,
  us: 1 / second,
  ms: 1,
  s: second,
  min: 60 * second,
  h: 3600 * second,
  d: 86400 * second,
} as const;

type Unit = keyof typeof units;

/**
 * Units of PostgreSQL's parameters, as `pg_settings` names them.
 *
 * @see https://www.postgresql.org/docs/current/runtime-config.html
 */
const parametersByUnit: Readonly<Partial<Record<Unit, string>>> = {
  "8kB": "effective_cache_size shared_buffers temp_buffers wal_buffers",
  kB: "autovacuum_work_mem log_temp_files logical_decoding_work_mem maintenance_work_mem max_stack_depth work_mem",
  MB: "max_slot_wal_keep_size max_wal_size min_wal_size wal_keep_size",
  ms: "autovacuum_vacuum_cost_delay bgwriter_delay deadlock_timeout idle_in_transaction_session_timeout idle_session_timeout lock_timeout log_autovacuum_min_duration log_min_duration_statement max_standby_archive_delay max_standby_streaming_delay statement_timeout wal_receiver_timeout wal_sender_timeout",
  s: "authentication_timeout autovacuum_naptime checkpoint_timeout checkpoint_warning tcp_keepalives_idle tcp_keepalives_interval",
  min: "log_rotation_age",
};

/** A figure such as `2GB` in the unit of a parameter; undefined where the parameter or the unit is not known. */
export function inUnitOf(
  parameter: string,
  text: string,
): { readonly figure: number; readonly unit: string } | undefined {
  const found = Object.entries(parametersByUnit).find(([, names]) =>
    names.split(" ").includes(parameter),
  );
  const [, figure, given] = /^(\d+)\s*(\w+)$/.exec(text) ?? [];
  if (found === undefined || !isUnit(found[0]) || !isUnit(given)) return undefined;
  return { figure: Math.round((Number(figure) * units[given]) / units[found[0]]), unit: found[0] };
}

function isUnit(text: string | undefined): text is Unit {
  return text !== undefined && Object.hasOwn(units, text);
}
