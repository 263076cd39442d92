import { mustNotBe } from "../must";
import { resourceRule } from "../rule";

export const databasePrivate = resourceRule({
  id: "database-private",
  requires: "RDS instances have no public address.",
  why: "A public address leaves only a security group and a password between the data and the internet.",
  fix: "Set publiclyAccessible to false and reach the database from inside the VPC.",
  severity: "critical",
  standards: { cis: ["2.2.3"], securityHub: ["RDS.2"], checkov: ["CKV_AWS_17"] },
  types: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"],
  exemptible: true,
  check: (instance) => mustNotBe(instance.at("publiclyAccessible"), true),
});
