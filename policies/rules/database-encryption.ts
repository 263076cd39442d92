import { notApplicable } from "../judgement";
import { mustBe } from "../must";
import { resourceRule, stackRule } from "../rule";
import { mustBeCustomerKey } from "./customer-key";
import { isReplica } from "./database-replica";
import { sourceMustBeEncrypted } from "./database-source";

const types = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"];

/** Of the same region with its source's key; of another one AWS demands that a key is named. */
const inherited = notApplicable("a replica that does not say is encrypted as its source is");

export const databaseEncrypted = resourceRule({
  id: "database-encrypted",
  requires: "RDS instances and clusters encrypt their storage.",
  why: "Without it the volume, its snapshots and its backups can be read by whoever gets hold of them. It cannot be switched on later: that takes a restore into a new instance.",
  fix: "Set storageEncrypted to true; an instance that exists is replaced by one restored from an encrypted copy of its snapshot.",
  severity: "high",
  standards: {
    cis: ["2.2.1"],
    securityHub: ["RDS.3", "RDS.27"],
    checkov: ["CKV_AWS_16", "CKV_AWS_96"],
  },
  types,
  exemptible: true,
  check: (database) =>
    isReplica(database) && !database.at("storageEncrypted").isSet
      ? inherited
      : mustBe(database.at("storageEncrypted"), true),
});

export const databaseCustomerKey = resourceRule({
  id: "database-customer-key",
  requires: "RDS instances and clusters are encrypted with a KMS key of the account's own.",
  why: "The key that AWS manages grants every principal of the account, cannot be shared with a recovery account and cannot be withdrawn.",
  fix: "Set kmsKeyId to the ARN of an aws.kms.Key; it cannot be changed later without a restore.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_327"] },
  types,
  exemptible: true,
  check: (database) =>
    isReplica(database) && !database.at("kmsKeyId").isSet
      ? inherited
      : mustBeCustomerKey(database.at("kmsKeyId")),
});

export const databaseReplicaEncrypted = stackRule({
  id: "database-replica-encrypted",
  requires: "Replicas of RDS databases copy a database that is encrypted.",
  why: "A replica is encrypted only where its source is, and holds the same data.",
  fix: "Encrypt the source, which takes a restore from an encrypted copy of its snapshot, and make the replica anew.",
  severity: "high",
  standards: {},
  types,
  exemptible: true,
  check: (database, _settings, stack) => {
    if (!isReplica(database)) return notApplicable("it is no replica");
    const isInstance = database.at("replicateSourceDb").isSet;
    const key = isInstance ? "replicateSourceDb" : "replicationSourceIdentifier";
    return sourceMustBeEncrypted(database, key, stack);
  },
});
