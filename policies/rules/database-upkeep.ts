import { must, mustBe, mustNotBe } from "../must";
import { resourceRule } from "../rule";

const instances = ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"];
const cluster = "aws:rds/cluster:Cluster";

export const databaseMinorUpgradesAutomatic = resourceRule({
  id: "database-minor-upgrades-automatic",
  requires: "RDS instances and clusters take minor versions of their engine by themselves.",
  why: "Minor versions are where security holes are closed; those that wait for somebody to remember stay open.",
  fix: "Leave autoMinorVersionUpgrade out or set it to true: versions come in the maintenance window.",
  severity: "medium",
  standards: { securityHub: ["RDS.13", "RDS.35"], checkov: ["CKV_AWS_226"] },
  types: [...instances, cluster],
  exemptible: true,
  check: (database) => mustNotBe(database.at("autoMinorVersionUpgrade"), false),
});

export const databaseTagsCopiedToSnapshots = resourceRule({
  id: "database-tags-copied-to-snapshots",
  requires: "Snapshots of RDS instances and clusters carry their tags.",
  why: "A snapshot without tags belongs to nobody: access by tag, retention and cost reports pass over it, and it holds all the data.",
  fix: "Set copyTagsToSnapshot to true.",
  severity: "low",
  standards: {
    securityHub: ["RDS.16", "RDS.17", "RDS.47"],
    checkov: ["CKV2_AWS_60", "CKV_AWS_313"],
  },
  types: ["aws:rds/instance:Instance", cluster],
  exemptible: true,
  check: (database) => mustBe(database.at("copyTagsToSnapshot"), true),
});

/** The authorities that have not expired, from "Certificate authorities" in the RDS user guide. */
const authorities = ["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"];

export const databaseCertificateCurrent = resourceRule({
  id: "database-certificate-current",
  requires: "RDS instances and clusters show a certificate of an authority that has not expired.",
  why: "Clients that check certificates, as they should, cannot connect any more when the authority expires; those that still can do not check.",
  fix: "Leave the certificate authority out for the one that AWS takes, or name a current one.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_211"] },
  types: [...instances, cluster],
  exemptible: true,
  check: (database) =>
    must(
      database.at(database.type === cluster ? "caCertificateIdentifier" : "caCertIdentifier"),
      `be one of ${authorities.join(", ")}`,
      (value) => value === undefined || authorities.some((authority) => authority === value),
    ),
});
