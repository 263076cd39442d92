import assert from "node:assert/strict";
import fc from "fast-check";
import { validateDatabase } from "../../../components/database/validate-database";
import { merge } from "../../../spec/merge";
import { parseSpec } from "../../../spec/parse";
import type { Spec } from "../../../spec/spec";
import { soundSpec, today } from "../sound-spec";

/** Fields with values at and beside their limits, sound or not. */
const fields = {
  engineVersion: fc.constantFrom("15", "16", "16.8", "16.9", "17.5", "19"),
  parameterGroupFamily: fc.constantFrom("postgres16", "postgres17"),
  storage: fc.record(
    {
      type: fc.constantFrom("gp3", "io1", "io2"),
      allocatedGiB: fc.constantFrom(20, 99, 100, 399, 400, 500, 65_536),
      maximumGiB: fc.constantFrom(22, 110, 439, 440, 550, 2000, 2001, 65_536),
      iops: fc.constantFrom(1000, 5000, 12_000, 25_000, 64_000, 64_001, 256_000),
      throughputMiBps: fc.constantFrom(500, 3000, 3001, 4000),
      dedicatedLogVolume: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  masterUsername: fc.constantFrom("postgres", "rdsadmin", "pg_master", "a".repeat(63)),
  applicationUser: fc.record(
    {
      name: fc.constantFrom("app", "postgres", "app_clone", "a".repeat(57), "a".repeat(58)),
      connectionLimit: fc.constantFrom(1, 10_000),
    },
    { requiredKeys: ["name"] },
  ),
  backup: fc.record({
    retentionDays: fc.constantFrom(0, 1, 35),
    window: fc.constantFrom("03:00-04:00", "23:45-00:14", "23:30-00:30", "05:30-06:30"),
  }),
  maintenanceWindow: fc.constantFrom("sun:05:00-sun:06:00", "sun:23:00-mon:00:15"),
  credentials: fc.record({ mode: fc.constantFrom("managed", "rotated") }),
  readReplicas: fc.dictionary(fc.constantFrom("one", "recovery", "r1"), fc.constant({})),
  proxy: fc.record({ readOnlyEndpoint: fc.boolean() }),
  blueGreenUpdates: fc.boolean(),
  parameters: fc.dictionary(
    fc.constantFrom("work_mem", "port", "rds.logical_replication", "rds.allowed_extensions"),
    fc.constantFrom("0", "1", "64MB"),
  ),
  extensions: fc.subarray(["postgis", "pg_trgm"]),
  monitoring: fc.record({
    databaseInsights: fc.constantFrom("standard", "advanced"),
    performanceInsightsDays: fc.constantFrom(7, 434, 465, 731),
  }),
  restoreFrom: fc.record(
    {
      generation: fc.constantFrom("r1", "r2"),
      snapshotIdentifier: fc.constant("orders-last"),
      pointInTime: fc.record(
        { sourceIdentifier: fc.constant("orders"), automatedBackupsArn: fc.constant("arn") },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ["generation"] },
  ),
};

/** A change of up to three fields. */
const change = fc
  .subarray(Object.keys(fields) as (keyof typeof fields)[], { maxLength: 3 })
  .chain((keys) => fc.record(fields, { requiredKeys: keys }).map((all) => pick(all, keys)));

function pick(all: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
}

/** What the component finds wrong with a database that preflight let through. */
function componentsProblems(spec: Spec): readonly string[] {
  return validateDatabase({
    ...spec.database,
    identifier: `${spec.system}-${spec.environment}`,
    accountId: spec.account,
    region: spec.region,
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    allowedSecurityGroups: { app: "sg-1" },
    dataKeyArn: "arn:data",
    logsKeyArn: "arn:logs",
    secretsKeyArn: "arn:secrets",
    disasterRecovery: {
      mode: "backups",
      region: spec.disasterRecoveryRegion ?? "",
      keyArn: "arn:copies",
      retentionDays: spec.database.backup.retentionDays,
    },
  });
}

describe("preflight", () => {
  it("lets no database through that the component would refuse", () => {
    let accepted = 0;
    fc.assert(
      fc.property(change, (database) => {
        const parsed = parseSpec(merge(soundSpec, { database }), today);
        if ("problems" in parsed) return;
        accepted += 1;
        assert.deepEqual(componentsProblems(parsed.spec), []);
      }),
      { numRuns: 500 },
    );
    assert.ok(accepted > 50, `only ${accepted} of the databases were sound`);
  });
});
