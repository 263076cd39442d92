import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule } from "./rule";

type Database = Spec["database"];

const mostReplicas = 15;
const daysOfAdvancedInsights = 465;

/** A combination of settings that RDS refuses. */
interface Exclusion {
  /** Field to change. */
  readonly field: string;
  readonly value: (database: Database) => unknown;
  /** Whether the combination is there. */
  readonly applies: (database: Database) => boolean;
  readonly rule: string;
  readonly fix: string;
}

/**
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html for managed passwords
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-considerations.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PostgreSQL.Replication.ReadReplicas.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html
 */
const exclusions: readonly Exclusion[] = [
  {
    field: "credentials.mode",
    value: ({ credentials }) => credentials.mode,
    applies: (database) => database.credentials.mode === "managed" && hasReplicas(database),
    rule: "must be rotated with read replicas: RDS replicates no instance whose password it manages",
    fix: "write rotated",
  },
  {
    field: "credentials.mode",
    value: ({ credentials }) => credentials.mode,
    applies: ({ credentials, blueGreenUpdates }) =>
      credentials.mode === "managed" && blueGreenUpdates,
    rule: "must be rotated with blueGreenUpdates: RDS copies no instance whose password it manages",
    fix: "write rotated",
  },
  {
    field: "blueGreenUpdates",
    value: () => true,
    applies: (database) => database.blueGreenUpdates && hasReplicas(database),
    rule: "must be false with read replicas: the provider updates none of them",
    fix: "write false, or remove readReplicas",
  },
  {
    field: "blueGreenUpdates",
    value: () => true,
    applies: ({ blueGreenUpdates, proxy }) => blueGreenUpdates && proxy !== undefined,
    rule: "must be false with a proxy, which stays with the instance that is replaced",
    fix: "write false, or remove proxy",
  },
  {
    field: "blueGreenUpdates",
    value: () => true,
    applies: ({ blueGreenUpdates, backup }) => blueGreenUpdates && backup.retentionDays === 0,
    rule: "must be false without backups",
    fix: "raise backup.retentionDays to 1 or more",
  },
  {
    field: 'parameters["rds.logical_replication"]',
    value: ({ parameters }) => parameters["rds.logical_replication"],
    applies: ({ blueGreenUpdates, parameters }) =>
      blueGreenUpdates && (parameters["rds.logical_replication"] ?? "1") !== "1",
    rule: "must be 1 with blueGreenUpdates, which replicate logically",
    fix: 'write "1", or leave it out',
  },
  {
    field: "backup.retentionDays",
    value: ({ backup }) => backup.retentionDays,
    applies: (database) => database.backup.retentionDays === 0 && hasReplicas(database),
    rule: "must be at least 1 with read replicas, which are made from a backup",
    fix: "raise it to 1 or more",
  },
  {
    field: "readReplicas",
    value: ({ readReplicas }) => Object.keys(readReplicas).length,
    applies: ({ readReplicas }) => Object.keys(readReplicas).length > mostReplicas,
    rule: `must be at most ${mostReplicas}`,
    fix: "remove some",
  },
  {
    field: "proxy.readOnlyEndpoint",
    value: () => true,
    applies: ({ proxy }) => proxy?.readOnlyEndpoint === true,
    rule: "must be false: RDS Proxy reads from clusters only, not from the replicas of an instance",
    fix: "write false; services read from the replicas' own endpoints",
  },
  {
    field: "proxy",
    value: () => undefined,
    applies: ({ proxy, applicationUser }) => proxy !== undefined && applicationUser === undefined,
    rule: "must come with applicationUser: the proxy logs in by its secret",
    fix: "add applicationUser, or remove proxy",
  },
  {
    field: "monitoring.performanceInsightsDays",
    value: ({ monitoring }) => monitoring.performanceInsightsDays,
    applies: ({ monitoring }) =>
      monitoring.databaseInsights === "advanced" &&
      monitoring.performanceInsightsDays < daysOfAdvancedInsights,
    rule: `must be at least ${daysOfAdvancedInsights} days with advanced databaseInsights`,
    fix: `raise it to ${daysOfAdvancedInsights}, or write standard as databaseInsights`,
  },
  {
    field: "restoreFrom",
    value: () => undefined,
    applies: ({ restoreFrom }) =>
      restoreFrom !== undefined &&
      (restoreFrom.snapshotIdentifier === undefined) === (restoreFrom.pointInTime === undefined),
    rule: "must name either snapshotIdentifier or pointInTime",
    fix: "keep one of them",
  },
  {
    field: "restoreFrom.pointInTime",
    value: () => undefined,
    applies: ({ restoreFrom }) => {
      const moment = restoreFrom?.pointInTime;
      if (moment === undefined) return false;
      return (moment.sourceIdentifier === undefined) === (moment.automatedBackupsArn === undefined);
    },
    rule: "must name either sourceIdentifier or automatedBackupsArn",
    fix: "keep one of them",
  },
];

/** Settings of the database that do not exclude each other. */
export const exclusionRules = exclusions.map((exclusion) =>
  rule(["database"], ({ database }) =>
    exclusion.applies(database) ? [found(exclusion, database)] : [],
  ),
);

function found({ field, value, rule: said, fix }: Exclusion, database: Database): Problem {
  const shown = value(database);
  return {
    path: `database.${field}`,
    ...(shown === undefined ? {} : { value: shown }),
    rule: said,
    fix,
  };
}

function hasReplicas({ readReplicas }: Database): boolean {
  return Object.keys(readReplicas).length > 0;
}
