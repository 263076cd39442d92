import { notApplicable } from "../judgement";
import { mustBe } from "../must";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import { mustBeCustomerKey } from "./customer-key";
import { isReplica } from "./database-replica";

const types = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"];

/** A replica that names no key is encrypted as its source is, which is judged itself. */
const inherited = notApplicable("a replica without a key of its own is encrypted as its source is");

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
    inheritsEncryption(database) ? inherited : mustBe(database.at("storageEncrypted"), true),
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
    inheritsEncryption(database) ? inherited : mustBeCustomerKey(database.at("kmsKeyId")),
});

function inheritsEncryption(database: Subject): boolean {
  const isSilent = !database.at("storageEncrypted").isSet && !database.at("kmsKeyId").isSet;
  return isReplica(database) && isSilent;
}
