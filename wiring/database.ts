import type { DatabaseArgs } from "../components/database/args";
import type { Spec } from "../spec/spec";
import { joined, type Neighbours } from "./neighbours";
import { placeOf, prefixOf } from "./place";
import { copyPlaceOf, recoveryPlaceOf } from "./recovery";
import { whereSet } from "./where-set";

/** The database, in the database tier, open to the workloads. */
export function databaseArgs(spec: Spec, neighbours: Neighbours): DatabaseArgs {
  const { network } = neighbours;
  return {
    ...spec.database,
    ...placeOf(spec),
    ...joined(spec, neighbours),
    ...whereSet("events", eventsOf(neighbours)),
    ...whereSet("disasterRecovery", replicaOf(spec, neighbours) ?? copiesOf(spec, neighbours)),
    identifier: prefixOf(spec),
    functionSubnetIds: network.privateSubnetIds,
    functionsReady: [network],
  };
}

function eventsOf({ monitoring }: Neighbours): DatabaseArgs["events"] {
  const { "database-events": topicArn } = monitoring.topicArns;
  return topicArn && { topicArn, topicReady: [monitoring] };
}

type DisasterRecovery = DatabaseArgs["disasterRecovery"];

function replicaOf(spec: Spec, neighbours: Neighbours): DisasterRecovery {
  const place = recoveryPlaceOf(spec, neighbours);
  return place && { mode: "replica", ...place };
}

function copiesOf(spec: Spec, { keys }: Neighbours): DisasterRecovery {
  const place = copyPlaceOf(spec, keys);
  return place && { mode: "backups", ...place, retentionDays: spec.database.backup.retentionDays };
}
