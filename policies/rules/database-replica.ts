import type { Subject } from "../subject";

/** Whether the instance or cluster copies another one, which its backups and its snapshots belong to. */
export function isReplica(database: Subject): boolean {
  return database.at("replicateSourceDb").isSet || database.at("replicationSourceIdentifier").isSet;
}
