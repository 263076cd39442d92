import type { Judgement } from "../judgement";
import { must, oneMust } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { cluster } from "./broker-kind";

const types = [cluster];
const sinks = ["cloudwatchLogs", "firehose", "s3"];

export const brokerLogsDelivered = resourceRule({
  id: "broker-logs-delivered",
  requires: "MSK brokers deliver their logs.",
  why: "AWS shows the logs of a broker nowhere else: without delivery there is no telling why a partition lost its leader or a client was refused.",
  fix: "Enable cloudwatchLogs, firehose or s3 in loggingInfo.brokerLogs.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_80"] },
  types,
  exemptible: true,
  check: (broker) => mustDeliver(broker.at("loggingInfo").at("brokerLogs")),
});

function mustDeliver(logs: Property): Judgement {
  return oneMust(
    sinks.map((sink) => logs.at(sink).at("enabled")),
    (enabled) => enabled === true,
    `${logs.path} must enable one of ${sinks.join(", ")}, but enables none`,
  );
}

/** The levels that tell one topic from another. */
const levels: readonly unknown[] = ["PER_TOPIC_PER_BROKER", "PER_TOPIC_PER_PARTITION"];

export const brokerMonitored = resourceRule({
  id: "broker-monitored",
  requires: "MSK clusters report metrics of each topic.",
  why: "Metrics of whole brokers do not show which topic grows, lags or has lost its replicas.",
  fix: "Set enhancedMonitoring to PER_TOPIC_PER_BROKER or PER_TOPIC_PER_PARTITION; CloudWatch charges for them.",
  severity: "low",
  standards: {},
  types,
  exemptible: true,
  check: (broker) =>
    must(
      broker.at("enhancedMonitoring"),
      "be PER_TOPIC_PER_BROKER or PER_TOPIC_PER_PARTITION",
      (value) => levels.includes(value),
    ),
});
