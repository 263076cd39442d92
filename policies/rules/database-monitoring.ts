import { all } from "../judgement";
import { must, mustBe, mustBeSet } from "../must";
import { resourceRule } from "../rule";
import { mustBeCustomerKey } from "./customer-key";

const types = ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"];

export const databaseMonitored = resourceRule({
  id: "database-monitored",
  requires: "RDS instances report what their operating system does, at least once a minute.",
  why: "CloudWatch sees an instance from outside. Which process takes the memory or waits for the disk, only enhanced monitoring tells.",
  fix: "Set monitoringInterval to 60 seconds or fewer, and monitoringRoleArn to a role with the policy AmazonRDSEnhancedMonitoringRole.",
  severity: "low",
  standards: { securityHub: ["RDS.6"], checkov: ["CKV_AWS_118"] },
  types,
  exemptible: true,
  check: (instance) =>
    all(
      must(
        instance.at("monitoringInterval"),
        "be from 1 to 60 seconds",
        (value) => typeof value === "number" && value >= 1 && value <= 60,
      ),
      mustBeSet(instance.at("monitoringRoleArn")),
    ),
});

export const databaseInsightsEncrypted = resourceRule({
  id: "database-insights-encrypted",
  requires: "Performance Insights of RDS instances is on, under a KMS key of the account's own.",
  why: "Without it nobody can say afterwards which statement held the others up. It keeps statements with their values, so its key matters as much as that of the data.",
  fix: "Set performanceInsightsEnabled to true and performanceInsightsKmsKeyId to the ARN of an aws.kms.Key; the key cannot be changed later.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_353", "CKV_AWS_354"] },
  types,
  exemptible: true,
  check: (instance) =>
    all(
      mustBe(instance.at("performanceInsightsEnabled"), true),
      mustBeCustomerKey(instance.at("performanceInsightsKmsKeyId")),
    ),
});
