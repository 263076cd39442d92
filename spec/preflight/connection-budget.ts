import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { machineOf } from "./machine";
import { rule } from "./rule";
import { podsAtMost, workloadsOf, type PlacedWorkload } from "./workloads";

type Database = Spec["database"];

/** RDS's default of `max_connections`, `LEAST({DBInstanceClassMemory/9531392},5000)`. */
const bytesPerConnection = 9_531_392;
const mostByDefault = 5000;

/** Connections that are kept for superusers, by parameter: not for the role of the services. */
const reserved: readonly (readonly [parameter: string, standard: number])[] = [
  ["superuser_reserved_connections", 3],
  ["rds.rds_superuser_reserved_connections", 2],
  ["reserved_connections", 0],
];

/**
 * Pools that the database has room for when all their pods are there, those of an update among them.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections
 * @see https://repost.aws/knowledge-center/rds-postgresql-error-connection-slots
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html
 */
export const connectionBudgetRules = [
  rule(["services", "jobs", "database"], ({ database, ...workloads }) => {
    const pools = workloadsOf(workloads).flatMap(poolOf);
    return limitsOf(database).flatMap((limit) => within(pools, limit));
  }),
];

/** What a workload holds of connections. */
interface Pool {
  readonly section: PlacedWorkload["section"];
  readonly pods: number;
  readonly size: number;
  /** How its connections are counted: `orders (6+1) x 10`. */
  readonly arithmetic: string;
}

function poolOf(placed: PlacedWorkload): readonly Pool[] {
  const { section, name, workload, pods } = placed;
  const size = workload.connectsTo.database?.poolSize;
  if (size === undefined) return [];
  const count = pods.surge === 0 ? String(pods.most) : `(${pods.most}+${pods.surge})`;
  return [{ section, pods: podsAtMost(placed), size, arithmetic: `${name} ${count} x ${size}` }];
}

/** Most connections, and who says so. */
interface Limit {
  readonly most: number;
  /** Most that are opened whatever the pools hold. */
  readonly cap: number;
  readonly source: string;
  /** What else could be changed. */
  readonly remedy: string;
}

/** A proxy has its clients wait for one of its connections, of which it opens no more than its share. */
function limitsOf(database: Database): readonly Limit[] {
  const { proxy, instanceClass } = database;
  const all = mostConnections(database);
  const cap = proxy === undefined ? Infinity : shareOf(proxy, all);
  const free = proxy === undefined && all !== undefined ? all - reservedOf(database) : Infinity;
  return [
    {
      most: database.applicationUser?.connectionLimit ?? Infinity,
      cap,
      source: "database.applicationUser.connectionLimit",
      remedy: `raise database.applicationUser.connectionLimit${proxy === undefined ? "" : ", or lower database.proxy.maxConnectionsPercent"}`,
    },
    {
      most: free,
      cap,
      source: `max_connections of ${instanceClass} without those kept for superusers`,
      remedy: "put database.proxy in front of it",
    },
  ];
}

/** Undefined for a class whose memory is not known and for a formula. */
function mostConnections({ parameters, instanceClass }: Database): number | undefined {
  const stated = parameters["max_connections"];
  if (stated !== undefined) return /^\d+$/.test(stated) ? Number(stated) : undefined;
  const machine = machineOf(instanceClass.replace(/^db\./, ""));
  if (machine === undefined) return undefined;
  return Math.min(Math.floor(machine.memoryBytes / bytesPerConnection), mostByDefault);
}

/** Where it is not known, none is counted, so that nothing is refused that may work. */
function shareOf(
  { maxConnectionsPercent }: NonNullable<Database["proxy"]>,
  all: number | undefined,
): number {
  return Math.floor(((all ?? 0) * maxConnectionsPercent) / 100);
}

function reservedOf({ parameters }: Database): number {
  return reserved
    .map(([parameter, standard]) => Number(parameters[parameter] ?? standard))
    .reduce((sum, count) => sum + count, 0);
}

function within(pools: readonly Pool[], limit: Limit): readonly Problem[] {
  const { most, cap, source, remedy } = limit;
  const held = pools.reduce((sum, { pods, size }) => sum + pods * size, 0);
  if (Math.min(held, cap) <= most) return [];

  const pods = pools.reduce((sum, pool) => sum + pool.pods, 0);
  const fitting = Math.floor(most / pods);
  const sizes = fitting < 1 ? "" : ` connectsTo.database.poolSize to ${fitting} each, or`;
  return [
    {
      path: pools[0]?.section ?? "services",
      value: held,
      rule: `must hold at most ${most} connections to the database, ${source}, in all pods at their most: ${pools.map(({ arithmetic }) => arithmetic).join(" + ")}`,
      fix: `lower${sizes} replicas.maximum, or ${remedy}`,
    },
  ];
}
