import { brokersOf } from "./brokers";
import type { Settings } from "./broker-settings";

/** Copies of what is written, of which one may be lost and one be restarted. */
const wantedCopies = 3;
/** Copies that a write waits for, where as many as are wanted exist. */
const wantedInSync = 2;

/** How many copies of a topic there are, unless the topic says otherwise. */
export function replicationOf(settings: Settings): number {
  const given = settings.serverProperties["default.replication.factor"];
  return given === undefined ? Math.min(wantedCopies, brokersOf(settings)) : Number(given);
}

/** How many copies a write waits for, unless the topic says otherwise. */
export function inSyncReplicasOf(settings: Settings): number {
  const given = settings.serverProperties["min.insync.replicas"];
  return given === undefined ? inSyncOf(replicationOf(settings)) : Number(given);
}

/** Fewer than there are, so that writes go on while a broker restarts. */
function inSyncOf(copies: number): number {
  return Math.max(1, Math.min(wantedInSync, copies - 1));
}

/**
 * The properties of a broker: topics are made on purpose, what was acknowledged is not lost when a broker is, and
 * records are kept for a week, unless `serverProperties` says otherwise. The topics of Kafka's own have as many
 * copies as the others: of two brokers, the three that Kafka asks for would never be.
 */
export function serverPropertiesOf(settings: Settings): Readonly<Record<string, string>> {
  const copies = replicationOf(settings).toString();
  const { "transaction.state.log.replication.factor": transactionCopies = copies } =
    settings.serverProperties;
  return {
    "auto.create.topics.enable": "false",
    "default.replication.factor": copies,
    "log.retention.hours": "168",
    "min.insync.replicas": inSyncReplicasOf(settings).toString(),
    "offsets.topic.replication.factor": copies,
    "transaction.state.log.min.isr": inSyncOf(Number(transactionCopies)).toString(),
    "transaction.state.log.replication.factor": transactionCopies,
    "unclean.leader.election.enable": "false",
    ...settings.serverProperties,
  };
}

/** Properties as a file of Kafka's, a line each, by name in order. */
export function render(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("\n");
}
