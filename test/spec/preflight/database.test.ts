import assert from "node:assert/strict";
import { familiesByRegion, sizesOfFamilies } from "../../../spec/preflight/instance-classes";
import { problemsWith } from "../sound-spec";
import { accepts, refuses } from "./table";

function database(change: object): object {
  return { database: change };
}

describe("preflight of the engine", () => {
  refuses([
    [
      "RDS does not have the major",
      database({ engineVersion: "99" }),
      {
        path: "database.engineVersion",
        value: "99",
        rule: "must be a major that RDS supports",
        fix: "choose 14, 15, 16, 17 or 18",
      },
    ],
    [
      "RDS no longer creates the minor",
      database({ engineVersion: "16.1" }),
      {
        path: "database.engineVersion",
        value: "16.1",
        rule: "must be 16.9 or later: RDS no longer creates older minors",
        fix: "write 16, and RDS chooses the minor",
      },
    ],
    [
      "the parameter group is of another major",
      database({ engineVersion: "17", parameterGroupFamily: "postgres16" }),
      {
        path: "database.parameterGroupFamily",
        value: "postgres16",
        rule: "must be postgres17, the family of engineVersion 17",
        fix: "write postgres17, or leave it out",
      },
    ],
  ]);

  it("fails when the major has left standard support", () => {
    assert.deepEqual(problemsWith(database({ engineVersion: "14" }), "2027-03-01"), [
      {
        path: "database.engineVersion",
        value: "14",
        rule: "must be a major in standard support, which ended on 2027-02-28",
        fix: "choose 15, 16, 17 or 18",
      },
    ]);
  });

  it("accepts a major on its last day of standard support", () => {
    assert.deepEqual(problemsWith(database({ engineVersion: "14" }), "2027-02-28"), []);
  });

  accepts([
    ["the oldest minor that can be created", database({ engineVersion: "16.9" })],
    ["a minor newer than those known here", database({ engineVersion: "18.60" })],
    ["the family of the major", database({ parameterGroupFamily: "postgres16" })],
  ]);
});

describe("preflight of instance classes", () => {
  refuses([
    [
      "the region does not have the class",
      {
        region: "af-south-1",
        availabilityZones: { a: "af-south-1a", b: "af-south-1b" },
        database: { instanceClass: "db.m7g.large" },
      },
      {
        path: "database.instanceClass",
        value: "db.m7g.large",
        rule: "must be a class that RDS offers for PostgreSQL in af-south-1",
        fix: "write for example db.m6g.large",
      },
    ],
    [
      "no region has the class",
      database({ instanceClass: "db.r6q.2xlarge" }),
      {
        path: "database.instanceClass",
        value: "db.r6q.2xlarge",
        rule: "must be a class that RDS offers for PostgreSQL in eu-west-1",
        fix: "write for example db.r6g.2xlarge",
      },
    ],
    [
      "a replica has one that there is not",
      database({
        credentials: { mode: "rotated" },
        readReplicas: { one: { instanceClass: "db.t2.medium" } },
      }),
      {
        path: "database.readReplicas.one.instanceClass",
        value: "db.t2.medium",
        rule: "must be a class that RDS offers for PostgreSQL in eu-west-1",
        fix: "write for example db.t3.medium",
      },
    ],
  ]);
  accepts([
    [
      "any class in a region that is not known",
      {
        region: "ap-south-9",
        availabilityZones: { a: "ap-south-9a", b: "ap-south-9b" },
        database: { instanceClass: "db.z9.large" },
      },
    ],
  ]);

  it("knows the sizes of every family of every region", () => {
    const families = new Set(Object.values(familiesByRegion).flatMap((names) => names.split(" ")));
    const sized = new Set(sizesOfFamilies.flatMap(([names]) => names.split(" ")));
    assert.deepEqual([...families].sort(), [...sized].sort());
  });
});

describe("preflight of settings that exclude each other", () => {
  const replicas = { readReplicas: { one: {} } };
  const rotated = { credentials: { mode: "rotated" } };
  refuses([
    [
      "a replica has a source whose password RDS manages",
      database(replicas),
      {
        path: "database.credentials.mode",
        value: "managed",
        rule: "must be rotated with read replicas: RDS replicates no instance whose password it manages",
        fix: "write rotated",
      },
    ],
    [
      "a blue/green update meets a password that RDS manages",
      database({ blueGreenUpdates: true }),
      {
        path: "database.credentials.mode",
        value: "managed",
        rule: "must be rotated with blueGreenUpdates: RDS copies no instance whose password it manages",
        fix: "write rotated",
      },
    ],
    [
      "a blue/green update meets replicas",
      database({ ...rotated, ...replicas, blueGreenUpdates: true }),
      {
        path: "database.blueGreenUpdates",
        value: true,
        rule: "must be false with read replicas: the provider updates none of them",
        fix: "write false, or remove readReplicas",
      },
    ],
    [
      "a blue/green update meets a proxy",
      database({
        ...rotated,
        blueGreenUpdates: true,
        proxy: {},
        applicationUser: { name: "orders_app" },
      }),
      {
        path: "database.blueGreenUpdates",
        value: true,
        rule: "must be false with a proxy, which stays with the instance that is replaced",
        fix: "write false, or remove proxy",
      },
    ],
    [
      "a blue/green update has no backups",
      {
        disasterRecovery: { topology: "none", timeMinutes: null, pointMinutes: null },
        database: { ...rotated, blueGreenUpdates: true, backup: { retentionDays: 0 } },
      },
      {
        path: "database.blueGreenUpdates",
        value: true,
        rule: "must be false without backups",
        fix: "raise backup.retentionDays to 1 or more",
      },
    ],
    [
      "a blue/green update has no logical replication",
      database({
        ...rotated,
        blueGreenUpdates: true,
        parameters: { "rds.logical_replication": "0" },
      }),
      {
        path: 'database.parameters["rds.logical_replication"]',
        value: "0",
        rule: "must be 1 with blueGreenUpdates, which replicate logically",
        fix: 'write "1", or leave it out',
      },
    ],
    [
      "replicas have no backup to be made from",
      {
        disasterRecovery: { topology: "none", timeMinutes: null, pointMinutes: null },
        database: { ...rotated, ...replicas, backup: { retentionDays: 0 } },
      },
      {
        path: "database.backup.retentionDays",
        value: 0,
        rule: "must be at least 1 with read replicas, which are made from a backup",
        fix: "raise it to 1 or more",
      },
    ],
    [
      "there are more replicas than an instance may have",
      database({
        ...rotated,
        readReplicas: Object.fromEntries(
          Array.from({ length: 16 }, (_, index) => [`replica${index}`, {}]),
        ),
      }),
      { path: "database.readReplicas", value: 16, rule: "must be at most 15", fix: "remove some" },
    ],
    [
      "a proxy has an endpoint for reading",
      database({ applicationUser: { name: "orders_app" }, proxy: { readOnlyEndpoint: true } }),
      {
        path: "database.proxy.readOnlyEndpoint",
        value: true,
        rule: "must be false: RDS Proxy reads from clusters only, not from the replicas of an instance",
        fix: "write false; services read from the replicas' own endpoints",
      },
    ],
    [
      "a proxy has nobody to log in as",
      database({ proxy: {} }),
      {
        path: "database.proxy",
        rule: "must come with applicationUser: the proxy logs in by its secret",
        fix: "add applicationUser, or remove proxy",
      },
    ],
    [
      "advanced insights look back too few days",
      database({ monitoring: { databaseInsights: "advanced" } }),
      {
        path: "database.monitoring.performanceInsightsDays",
        value: 7,
        rule: "must be at least 465 days with advanced databaseInsights",
        fix: "raise it to 465, or write standard as databaseInsights",
      },
    ],
    [
      "a restore has nothing to restore",
      database({ restoreFrom: { generation: "r1" } }),
      {
        path: "database.restoreFrom",
        rule: "must name either snapshotIdentifier or pointInTime",
        fix: "keep one of them",
      },
    ],
    [
      "a restore is of a moment of two instances",
      database({
        restoreFrom: {
          generation: "r1",
          pointInTime: { sourceIdentifier: "orders", automatedBackupsArn: "arn:aws:rds:x" },
        },
      }),
      {
        path: "database.restoreFrom.pointInTime",
        rule: "must name either sourceIdentifier or automatedBackupsArn",
        fix: "keep one of them",
      },
    ],
  ]);
  accepts([
    ["replicas with a rotated password", database({ ...rotated, ...replicas })],
    [
      "blue/green updates with a rotated password",
      database({ ...rotated, blueGreenUpdates: true }),
    ],
    ["a proxy with an application user", database({ proxy: {}, applicationUser: { name: "app" } })],
    [
      "advanced insights over 15 months",
      database({ monitoring: { databaseInsights: "advanced", performanceInsightsDays: 465 } }),
    ],
    [
      "a restore of a snapshot",
      database({ restoreFrom: { generation: "r1", snapshotIdentifier: "s" } }),
    ],
    [
      "a restore of a moment",
      database({
        restoreFrom: { generation: "r1", pointInTime: { sourceIdentifier: "orders-production" } },
      }),
    ],
    [
      "what is not safe but works: one zone, no backups, no protection",
      {
        disasterRecovery: { topology: "none", timeMinutes: null, pointMinutes: null },
        database: { multiAz: false, backup: { retentionDays: 0 }, deletionProtection: false },
      },
    ],
  ]);
});

describe("preflight of parameters", () => {
  refuses([
    [
      "RDS sets one by itself",
      database({ parameters: { listen_addresses: "*", wal_level: "logical" } }),
      {
        path: "database.parameters.listen_addresses",
        value: "*",
        rule: "must be left out: RDS sets it by itself",
        fix: "remove it: security groups say who may connect",
      },
      {
        path: "database.parameters.wal_level",
        value: "logical",
        rule: "must be left out: RDS sets it by itself",
        fix: 'write rds.logical_replication: "1" where logical replication is wanted',
      },
    ],
    [
      "memory has a unit",
      database({ parameters: { shared_buffers: "2GB", work_mem: "64MB", max_wal_size: "4 GB" } }),
      {
        path: "database.parameters.max_wal_size",
        value: "4 GB",
        rule: "must be a number without a unit: RDS takes the parameter's own unit",
        fix: 'write "4096", in units of MB',
      },
      {
        path: "database.parameters.shared_buffers",
        value: "2GB",
        rule: "must be a number without a unit: RDS takes the parameter's own unit",
        fix: 'write "262144", in units of 8kB',
      },
      {
        path: "database.parameters.work_mem",
        value: "64MB",
        rule: "must be a number without a unit: RDS takes the parameter's own unit",
        fix: 'write "65536", in units of kB',
      },
    ],
    [
      "a time has a unit",
      database({ parameters: { checkpoint_timeout: "15min", log_min_duration_statement: "1s" } }),
      {
        path: "database.parameters.checkpoint_timeout",
        value: "15min",
        rule: "must be a number without a unit: RDS takes the parameter's own unit",
        fix: 'write "900", in units of s',
      },
      {
        path: "database.parameters.log_min_duration_statement",
        value: "1s",
        rule: "must be a number without a unit: RDS takes the parameter's own unit",
        fix: 'write "1000", in units of ms',
      },
    ],
    [
      "a parameter whose unit is not known has one",
      database({ parameters: { "auto_explain.log_min_duration": "1s" } }),
      {
        path: 'database.parameters["auto_explain.log_min_duration"]',
        value: "1s",
        rule: "must be a number without a unit: RDS takes the parameter's own unit",
        fix: "convert it to the unit that pg_settings names",
      },
    ],
    [
      "RDS does not load the library",
      database({ parameters: { shared_preload_libraries: "pg_stat_statements,timescaledb" } }),
      {
        path: "database.parameters.shared_preload_libraries",
        value: "pg_stat_statements,timescaledb",
        rule: "must be of the libraries that RDS loads: auto_explain, orafce, pg_bigm, pg_cron, pg_hint_plan, pg_overexplain, pg_prewarm, pg_similarity, pg_stat_monitor, pg_stat_statements, pg_tle, pg_transport, pgaudit, pglogical, plprofiler, plrust",
        fix: "remove timescaledb",
      },
    ],
    [
      "a library is misspelt",
      database({ parameters: { shared_preload_libraries: "pg_audit" } }),
      {
        path: "database.parameters.shared_preload_libraries",
        value: "pg_audit",
        rule: "must be of the libraries that RDS loads: auto_explain, orafce, pg_bigm, pg_cron, pg_hint_plan, pg_overexplain, pg_prewarm, pg_similarity, pg_stat_monitor, pg_stat_statements, pg_tle, pg_transport, pgaudit, pglogical, plprofiler, plrust",
        fix: "write pgaudit",
      },
    ],
    [
      "extensions are allowed in two places",
      database({ parameters: { "rds.allowed_extensions": "postgis" }, extensions: ["pg_trgm"] }),
      {
        path: 'database.parameters["rds.allowed_extensions"]',
        value: "postgis",
        rule: "must be left out with database.extensions, which sets it",
        fix: "name the extensions in database.extensions alone",
      },
    ],
    [
      "a role may hold more connections than the server takes",
      database({
        parameters: { max_connections: "200" },
        applicationUser: { name: "orders_app", connectionLimit: 201 },
      }),
      {
        path: "database.applicationUser.connectionLimit",
        value: 201,
        rule: "must be at most max_connections 200",
        fix: "lower it to 200 or less, or raise database.parameters.max_connections",
      },
    ],
  ]);
  accepts([
    [
      "figures in the parameters' own units, formulas and words",
      database({
        parameters: {
          shared_buffers: "{DBInstanceClassMemory/32768}",
          work_mem: "65536",
          log_statement: "ddl",
          shared_preload_libraries: "pg_stat_statements, pgaudit",
        },
      }),
    ],
    [
      "a limit of connections where the server's is RDS's to choose",
      database({ applicationUser: { name: "orders_app", connectionLimit: 5000 } }),
    ],
    [
      "a limit of connections where the server's is a formula",
      database({
        parameters: { max_connections: "LEAST({DBInstanceClassMemory/9531392},5000)" },
        applicationUser: { name: "orders_app", connectionLimit: 5000 },
      }),
    ],
  ]);
});

describe("preflight of extensions", () => {
  refuses([
    [
      "one is called by another name",
      database({ extensions: ["uuid_ossp", "pgvector"] }),
      {
        path: "database.extensions[0]",
        value: "uuid_ossp",
        rule: "must be the name that CREATE EXTENSION takes",
        fix: "write uuid-ossp",
      },
      {
        path: "database.extensions[1]",
        value: "pgvector",
        rule: "must be the name that CREATE EXTENSION takes",
        fix: "write vector",
      },
    ],
    [
      "RDS does not have one",
      database({ extensions: ["timescaledb"] }),
      {
        path: "database.extensions[0]",
        value: "timescaledb",
        rule: "must be an extension that RDS supports",
        fix: "remove it: RDS does not have it",
      },
    ],
    [
      "one is named twice",
      database({ extensions: ["pg_trgm", "pg_trgm"] }),
      {
        path: "database.extensions[1]",
        value: "pg_trgm",
        rule: "must be named once",
        fix: "remove it",
      },
    ],
    [
      "the library of one is not loaded",
      database({ extensions: ["pg_cron"] }),
      {
        path: "database.extensions[0]",
        value: "pg_cron",
        rule: "must be loaded at the start of the server",
        fix: 'write "pg_stat_statements,pg_cron" as database.parameters.shared_preload_libraries',
      },
    ],
  ]);
  accepts([
    [
      "those of the guides",
      database({
        extensions: ["uuid-ossp", "pgcrypto", "pg_trgm", "postgis", "pg_stat_statements"],
      }),
    ],
    ["one that is not known here", database({ extensions: ["rare_extension"] })],
    [
      "one whose library is loaded",
      database({
        extensions: ["pg_cron"],
        parameters: { shared_preload_libraries: "pg_stat_statements,pg_cron" },
      }),
    ],
  ]);
});
