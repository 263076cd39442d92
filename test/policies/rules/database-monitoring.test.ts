import {
  databaseInsightsEncrypted,
  databaseMonitored,
} from "../../../policies/rules/database-monitoring";
import { unknown } from "../kit";
import { suite } from "../suite";

for (const type of ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"]) {
  describe(`database-monitored, on ${type}`, () => {
    const rule = suite(databaseMonitored, type, {
      monitoringInterval: 60,
      monitoringRoleArn: unknown,
    });
    rule.passes("passes an instance that reports every minute, by a role not known yet", {});
    rule.passes("passes one that reports every second", { monitoringInterval: 1 });
    rule.fails(
      "fails when it is off",
      { monitoringInterval: 0 },
      "monitoringInterval must be from 1 to 60 seconds, got 0",
    );
    rule.fails(
      "fails when nothing is said",
      { monitoringInterval: undefined, monitoringRoleArn: undefined },
      "monitoringInterval must be from 1 to 60 seconds, but is not set",
      "monitoringRoleArn must be set",
    );
    rule.fails(
      "fails when nobody may report",
      { monitoringRoleArn: undefined },
      "monitoringRoleArn must be set",
    );
    rule.isUndecided(
      "is undecided while the interval is not known",
      { monitoringInterval: unknown },
      "monitoringInterval",
    );
  });

  describe(`database-insights-encrypted, on ${type}`, () => {
    const rule = suite(databaseInsightsEncrypted, type, {
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: unknown,
    });
    rule.passes("passes an instance with insights under a key not known yet", {});
    rule.fails(
      "fails when they are off",
      { performanceInsightsEnabled: false },
      "performanceInsightsEnabled must be true, got false",
    );
    rule.fails(
      "fails when nothing is said",
      { performanceInsightsEnabled: undefined, performanceInsightsKmsKeyId: undefined },
      "performanceInsightsEnabled must be true, but is not set",
      "performanceInsightsKmsKeyId must be set",
    );
    rule.fails(
      "fails when the key is the one that AWS manages",
      { performanceInsightsKmsKeyId: "alias/aws/rds" },
      'performanceInsightsKmsKeyId must be a key of your own, got "alias/aws/rds"',
    );
    rule.isUndecided(
      "is undecided while it is not known whether they are on",
      { performanceInsightsEnabled: unknown },
      "performanceInsightsEnabled",
    );
  });
}
