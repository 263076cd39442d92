import { all, notApplicable } from "../judgement";
import { mustBe, mustBeAtLeast, mustBeSet, mustNotBe } from "../must";
import { resourceRule } from "../rule";
import { isReplica } from "./database-replica";

const types = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"];

export const databaseMultiAz = resourceRule({
  id: "database-multi-az",
  requires: "RDS instances have a standby in a second availability zone.",
  why: "Without one the loss of a zone, and every maintenance that restarts the instance, is an outage.",
  fix: "Set multiAz to true.",
  severity: "medium",
  standards: { cis: ["2.2.4"], securityHub: ["RDS.5"], checkov: ["CKV_AWS_157"] },
  types: ["aws:rds/instance:Instance"],
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (instance) =>
    isReplica(instance)
      ? notApplicable("a replica is no source of truth: its source has the standby")
      : mustBe(instance.at("multiAz"), true),
});

export const databaseBackupsKept = resourceRule({
  id: "database-backups-kept",
  requires: "Automated backups of RDS instances and clusters reach back far enough.",
  why: "They are how far back a deletion or a corruption can be undone; AWS keeps none of an instance unless told to.",
  fix: "Set backupRetentionPeriod to that many days, at most 35.",
  severity: "high",
  standards: { securityHub: ["RDS.11"], checkov: ["CKV_AWS_133"] },
  types,
  settings: {
    minimumDays: {
      kind: "integer",
      description: "Days that backups are kept at least.",
      minimum: 1,
      maximum: 35,
      default: 7,
      stricter: "higher",
    },
  },
  exemptible: true,
  profiles: { production: { settings: { minimumDays: 30 } } },
  check: (database, { minimumDays }) =>
    isReplica(database)
      ? notApplicable("a replica has no backups of its own: its source has")
      : mustBeAtLeast(database.at("backupRetentionPeriod"), { minimum: minimumDays, unit: "days" }),
});

export const databaseDeletionProtected = resourceRule({
  id: "database-deletion-protected",
  requires: "AWS refuses to delete RDS instances and clusters.",
  why: "One wrong command, or one edit that replaces the instance, would otherwise delete the data.",
  fix: "Set deletionProtection to true.",
  severity: "high",
  standards: { securityHub: ["RDS.8", "RDS.7"], checkov: ["CKV_AWS_293", "CKV_AWS_139"] },
  types,
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (database) => mustBe(database.at("deletionProtection"), true),
});

export const databaseFinalSnapshot = resourceRule({
  id: "database-final-snapshot",
  requires: "A last snapshot is taken when an RDS instance or cluster is deleted.",
  why: "Automated backups go with the instance; the last snapshot is what remains of the data.",
  fix: "Leave skipFinalSnapshot out and set finalSnapshotIdentifier, without which a deletion fails.",
  severity: "high",
  standards: {},
  types,
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (database) =>
    isReplica(database)
      ? notApplicable("AWS takes no last snapshot of a replica")
      : all(
          mustNotBe(database.at("skipFinalSnapshot"), true),
          mustBeSet(database.at("finalSnapshotIdentifier")),
        ),
});
