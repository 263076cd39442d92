import type { DatabaseArgs } from "../components/database/args";
import type { Spec } from "../spec/spec";
import { joined, type Neighbours } from "./neighbours";
import { placeOf, prefixOf } from "./place";
import { copyPlaceOf, recoveryPlaceOf } from "./recovery";
import { whereSet } from "./where-set";

/** The database, in the database tier, open to the workloads. */
export function databaseArgs(spec: Spec, neighbours: Neighbours): DatabaseArgs {
  const { network, monitoring } = neighbours;
  return {
    ...spec.database,
    ...placeOf(spec),
    ...joined(neighbours),
    ...whereSet("eventTopicArn", monitoring.topicArns["database-events"]),
    ...whereSet("disasterRecovery", replicaOf(spec, neighbours) ?? copiesOf(spec, neighbours)),
    identifier: prefixOf(spec),
    functionSubnetIds: network.privateSubnetIds,
  };
}

type DisasterRecovery = DatabaseArgs["disasterRecovery"];

function replicaOf(spec: Spec, { keys, recoveryNetwork }: Neighbours): DisasterRecovery {
  const place = recoveryPlaceOf(spec, keys, recoveryNetwork);
  if (place === undefined) return undefined;
  const { dataKeyArn, ...site } = place;
  const secretsKeyArn = keys.replicaArns["secrets"];
  return {
    mode: "replica",
    ...site,
    keyArn: dataKeyArn,
    ...whereSet("secretsKeyArn", secretsKeyArn),
  };
}

function copiesOf(spec: Spec, { keys }: Neighbours): DisasterRecovery {
  const place = copyPlaceOf(spec, keys);
  if (place === undefined) return undefined;
  const { retentionDays } = spec.database.backup;
  return { mode: "backups", region: place.region, keyArn: place.dataKeyArn, retentionDays };
}
