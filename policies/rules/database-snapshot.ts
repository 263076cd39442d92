import { all, pass, undecided } from "../judgement";
import { mustNotBe } from "../must";
import { resourceRule, stackRule } from "../rule";
import { mustBeCustomerKey } from "./customer-key";
import { sourceMustBeEncrypted } from "./database-source";

const copyTypes = [
  "aws:rds/snapshotCopy:SnapshotCopy",
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
];
const clusterType = "aws:rds/clusterSnapshot:ClusterSnapshot";
const types = ["aws:rds/snapshot:Snapshot", clusterType, ...copyTypes];

export const databaseSnapshotPrivate = resourceRule({
  id: "database-snapshot-private",
  requires: "Snapshots of RDS databases are not shared with everyone.",
  why: "Whoever has an AWS account can restore a public snapshot, and so has the data.",
  fix: 'Remove "all" from sharedAccounts and name the accounts.',
  severity: "critical",
  standards: { securityHub: ["RDS.1"], checkov: ["CKV_AWS_302"] },
  types,
  exemptible: false,
  check: (snapshot) => {
    const accounts = snapshot.at("sharedAccounts");
    if (accounts.isUnknown) return undecided(accounts.path);
    return all(...accounts.items.map((account) => mustNotBe(account, "all")), pass);
  },
});

export const databaseSnapshotEncrypted = stackRule({
  id: "database-snapshot-encrypted",
  requires:
    "Snapshots are of encrypted RDS databases, and copies of them under a KMS key of the account's own.",
  why: "A snapshot holds all of the data and is easily copied, shared and restored elsewhere, out of sight of whoever guards the database.",
  fix: "Set kmsKeyId of a copy to the ARN of an aws.kms.Key; a snapshot is encrypted where its database is.",
  severity: "high",
  standards: { securityHub: ["RDS.4"], checkov: ["CKV_AWS_146", "CKV_AWS_266"] },
  types,
  exemptible: true,
  check: (snapshot, _settings, stack) => {
    if (copyTypes.includes(snapshot.type)) return mustBeCustomerKey(snapshot.at("kmsKeyId"));
    const key = snapshot.type === clusterType ? "dbClusterIdentifier" : "dbInstanceIdentifier";
    return sourceMustBeEncrypted(snapshot, key, stack);
  },
});
