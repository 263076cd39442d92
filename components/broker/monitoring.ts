import type { Settings } from "./broker-settings";

/** Logs and metrics of the brokers. */
export interface MonitoringArgs {
  /**
   * What CloudWatch is told. What it is told beyond `DEFAULT` is paid for.
   *
   * @default "PER_TOPIC_PER_BROKER"
   * @see https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html
   */
  readonly level?:
    "DEFAULT" | "PER_BROKER" | "PER_TOPIC_PER_BROKER" | "PER_TOPIC_PER_PARTITION" | undefined;
  /**
   * Whether Prometheus can read Kafka's metrics at port 11001.
   *
   * @default true
   */
  readonly jmxExporter?: boolean | undefined;
  /**
   * Whether Prometheus can read the machines' metrics at port 11002.
   *
   * @default true
   */
  readonly nodeExporter?: boolean | undefined;
  /**
   * Days that the brokers' logs are kept, as CloudWatch Logs allows.
   *
   * @default 90
   */
  readonly logRetentionDays?: number | undefined;
}

/** The inputs of a cluster that say what is told of it. MSK takes no open monitoring without any exporter. */
export function monitoringInputs({ monitoring }: Settings) {
  const { level, jmxExporter, nodeExporter } = monitoring;
  const prometheus = {
    jmxExporter: { enabledInBroker: jmxExporter },
    nodeExporter: { enabledInBroker: nodeExporter },
  };
  return {
    enhancedMonitoring: level,
    ...(jmxExporter || nodeExporter ? { openMonitoring: { prometheus } } : {}),
  };
}
