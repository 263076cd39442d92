import type { Broker } from "./broker-size";

/** The property that says how many copies of a topic there are, and the one for how many a write waits. */
export const copiesProperty = "default.replication.factor";
export const inSyncProperty = "min.insync.replicas";

/** What the properties of a broker ask for, or what holds where they ask for nothing. */
export interface Replication {
  readonly copies: number;
  readonly inSync: number;
}

/**
 * Copies of a topic that says nothing of them: three, or as many as there are brokers. A property that is no number
 * counts as left out.
 */
export function replicationOf({ serverProperties }: Broker, brokers: number): Replication {
  const copies = wholeNumber(serverProperties[copiesProperty]) ?? Math.min(3, brokers);
  const inSync = wholeNumber(serverProperties[inSyncProperty]);
  return { copies, inSync: inSync ?? Math.max(1, Math.min(2, copies - 1)) };
}

/** The number that a property is, from 1 up; undefined where it is none. */
export function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d*$/.test(value) ? Number(value) : undefined;
}
