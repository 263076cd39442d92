import type { Settings } from "./broker-settings";

/** A way in which clients prove who they are. */
export type AuthenticationMethod = "iam" | "scram" | "tls";

/** Where brokers listen. */
export interface Listener {
  /** Part of the names of its rules. */
  readonly key: string;
  /** What is spoken there. */
  readonly protocol: string;
  readonly port: number;
}

/** @see https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html */
const clientListeners: Readonly<Record<AuthenticationMethod, Listener>> = {
  iam: { key: "iam", protocol: "Kafka with IAM", port: 9098 },
  scram: { key: "scram", protocol: "Kafka with SCRAM", port: 9096 },
  tls: { key: "tls", protocol: "Kafka with client certificates", port: 9094 },
};

/** @see https://docs.aws.amazon.com/msk/latest/developerguide/open-monitoring.html */
const exporters = {
  jmxExporter: { key: "jmx-exporter", protocol: "JMX exporter", port: 11001 },
  nodeExporter: { key: "node-exporter", protocol: "Node exporter", port: 11002 },
} as const;

/** The ways in which clients of a cluster may prove who they are. */
export function methodsOf({ authentication }: Settings): readonly AuthenticationMethod[] {
  const { iam, scram, tls } = authentication;
  return [
    ...(iam ? (["iam"] as const) : []),
    ...(scram === undefined ? [] : (["scram"] as const)),
    ...(tls === undefined ? [] : (["tls"] as const)),
  ];
}

/** Where the brokers of a cluster listen to clients: at the ports of its methods and at no other. */
export function listenersOf(settings: Settings): readonly Listener[] {
  return methodsOf(settings).map((method) => clientListeners[method]);
}

/** Where the exporters of a cluster's brokers listen. */
export function exportersOf({ monitoring }: Settings): readonly Listener[] {
  return [
    ...(monitoring.jmxExporter ? [exporters.jmxExporter] : []),
    ...(monitoring.nodeExporter ? [exporters.nodeExporter] : []),
  ];
}

/** The port of each method that a cluster has. */
export function portsOf(
  settings: Settings,
): Readonly<Partial<Record<AuthenticationMethod, number>>> {
  return Object.fromEntries(
    methodsOf(settings).map((method) => [method, clientListeners[method].port]),
  );
}
