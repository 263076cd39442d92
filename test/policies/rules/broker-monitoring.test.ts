import { brokerLogsDelivered, brokerMonitored } from "../../../policies/rules/broker-monitoring";
import type { Data } from "../../../policies/data";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:msk/cluster:Cluster";

describe("broker-logs-delivered", () => {
  const withLogs = (brokerLogs: unknown): Data => ({ loggingInfo: { brokerLogs } });
  const rule = suite(
    brokerLogsDelivered,
    type,
    withLogs({ cloudwatchLogs: { enabled: true, logGroup: unknown } }),
  );
  const none =
    "loggingInfo.brokerLogs must enable one of cloudwatchLogs, firehose, s3, but enables none";
  rule.passes("passes delivery to CloudWatch Logs", {});
  rule.passes("passes delivery to Firehose", withLogs({ firehose: { enabled: true } }));
  rule.passes("passes delivery to S3", withLogs({ s3: { enabled: true, bucket: "logs" } }));
  rule.passes("passes one of several", {
    ...withLogs({ cloudwatchLogs: { enabled: false }, s3: { enabled: true } }),
  });
  rule.fails("fails when nothing is said", { loggingInfo: undefined }, none);
  rule.fails("fails when all are off", withLogs({ cloudwatchLogs: { enabled: false } }), none);
  rule.isUndecided(
    "is undecided while one may be on",
    withLogs({ cloudwatchLogs: { enabled: false }, s3: { enabled: unknown } }),
    "loggingInfo.brokerLogs.s3.enabled",
  );
});

describe("broker-monitored", () => {
  const rule = suite(brokerMonitored, type, { enhancedMonitoring: "PER_TOPIC_PER_BROKER" });
  const requirement = "must be PER_TOPIC_PER_BROKER or PER_TOPIC_PER_PARTITION";
  rule.passes("passes metrics of topics", {});
  rule.passes("passes metrics of partitions", { enhancedMonitoring: "PER_TOPIC_PER_PARTITION" });
  rule.fails(
    "fails when they are of brokers",
    { enhancedMonitoring: "PER_BROKER" },
    `enhancedMonitoring ${requirement}, got "PER_BROKER"`,
  );
  rule.fails(
    "fails when nothing is said",
    { enhancedMonitoring: undefined },
    `enhancedMonitoring ${requirement}, but is not set`,
  );
  rule.isUndecided(
    "is undecided while that is not known",
    { enhancedMonitoring: unknown },
    "enhancedMonitoring",
  );
});
