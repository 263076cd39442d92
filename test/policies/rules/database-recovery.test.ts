import {
  databaseBackupsKept,
  databaseDeletionProtected,
  databaseFinalSnapshot,
  databaseMultiAz,
} from "../../../policies/rules/database-recovery";
import { unknown } from "../kit";
import { suite } from "../suite";

const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";

describe("database-multi-az", () => {
  const rule = suite(databaseMultiAz, instance, { multiAz: true });
  rule.passes("passes an instance with a standby", {});
  rule.fails("fails when there is none", { multiAz: false }, "multiAz must be true, got false");
  rule.fails(
    "fails when nothing is said",
    { multiAz: undefined },
    "multiAz must be true, but is not set",
  );
  rule.isUndecided("is undecided while that is not known", { multiAz: unknown }, "multiAz");
  rule.doesNotApply(
    "does not apply to a replica",
    { multiAz: false, replicateSourceDb: unknown },
    "a replica is no source of truth: its source has the standby",
  );
});

for (const type of [instance, cluster]) {
  describe(`database-backups-kept, on ${type}`, () => {
    const rule = suite(databaseBackupsKept, type, { backupRetentionPeriod: 7 });
    rule.passes("passes a week of backups", {});
    rule.fails(
      "fails when they are kept for less",
      { backupRetentionPeriod: 6 },
      "backupRetentionPeriod must be at least 7 days, got 6",
    );
    rule.fails(
      "fails when backups are off",
      { backupRetentionPeriod: 0 },
      "backupRetentionPeriod must be at least 7 days, got 0",
    );
    rule.fails(
      "fails when nothing is said, for AWS keeps none of an instance then",
      { backupRetentionPeriod: undefined },
      "backupRetentionPeriod must be at least 7 days, but is not set",
    );
    rule.isUndecided(
      "is undecided while the days are not known",
      { backupRetentionPeriod: unknown },
      "backupRetentionPeriod",
    );
  });

  describe(`database-deletion-protected, on ${type}`, () => {
    const rule = suite(databaseDeletionProtected, type, { deletionProtection: true });
    rule.passes("passes a protected database", {});
    rule.fails(
      "fails when it is not protected",
      { deletionProtection: false },
      "deletionProtection must be true, got false",
    );
    rule.fails(
      "fails when nothing is said",
      { deletionProtection: undefined },
      "deletionProtection must be true, but is not set",
    );
    rule.fails(
      "fails when a replica is not protected",
      { deletionProtection: false, replicateSourceDb: "main" },
      "deletionProtection must be true, got false",
    );
    rule.isUndecided(
      "is undecided while that is not known",
      { deletionProtection: unknown },
      "deletionProtection",
    );
  });

  describe(`database-final-snapshot, on ${type}`, () => {
    const rule = suite(databaseFinalSnapshot, type, { finalSnapshotIdentifier: "main-final" });
    rule.passes("passes a database with a last snapshot", {});
    rule.passes("passes when skipping is refused in so many words", { skipFinalSnapshot: false });
    rule.passes("passes a name that is not known yet", { finalSnapshotIdentifier: unknown });
    rule.fails(
      "fails when the snapshot is skipped",
      { skipFinalSnapshot: true },
      "skipFinalSnapshot must not be true, got true",
    );
    rule.fails(
      "fails when it has no name",
      { finalSnapshotIdentifier: undefined },
      "finalSnapshotIdentifier must be set",
    );
    rule.fails(
      "fails with both, sorted, when both are wrong",
      { skipFinalSnapshot: true, finalSnapshotIdentifier: undefined },
      "finalSnapshotIdentifier must be set",
      "skipFinalSnapshot must not be true, got true",
    );
    rule.isUndecided(
      "is undecided while it is not known whether it is skipped",
      { skipFinalSnapshot: unknown },
      "skipFinalSnapshot",
    );
  });
}

describe("database-backups-kept, on a replica", () => {
  const reason = "a replica has no backups of its own: its source has";
  suite(databaseBackupsKept, instance, { replicateSourceDb: "main" }).doesNotApply(
    "does not apply to an instance",
    {},
    reason,
  );
  suite(databaseBackupsKept, cluster, { replicationSourceIdentifier: "main" }).doesNotApply(
    "does not apply to a cluster",
    {},
    reason,
  );
});

describe("database-backups-kept, configured to 30 days", () => {
  const rule = suite(
    databaseBackupsKept,
    instance,
    { backupRetentionPeriod: 30 },
    { minimumDays: 30 },
  );
  rule.passes("passes 30 days", {});
  rule.fails(
    "fails when they are 29",
    { backupRetentionPeriod: 29 },
    "backupRetentionPeriod must be at least 30 days, got 29",
  );
});

describe("database-final-snapshot, on a replica", () => {
  suite(databaseFinalSnapshot, instance, { replicateSourceDb: "main" }).doesNotApply(
    "does not apply, for AWS refuses one",
    { skipFinalSnapshot: true },
    "AWS takes no last snapshot of a replica",
  );
});
