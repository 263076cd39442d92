import * as aws from "@pulumi/aws";
import { hasTransitEncryptionMode, tiersData } from "./engine";
import type { Ground } from "./ground";
import { createParameterGroup } from "./parameters";
import {
  commonInputs,
  engineInputs,
  groupOptions,
  replicaInputs,
  shardInputs,
} from "./replication-group";
import type { Scope, Site } from "./scope";

/** Makes the replication group that is written to. */
export function createPrimary(scope: Scope, ground: Ground): aws.elasticache.ReplicationGroup {
  const { settings } = scope;
  const { site } = ground;
  const parameters = createParameterGroup(scope, site);
  return new aws.elasticache.ReplicationGroup(
    site.groupName,
    {
      ...commonInputs(scope, ground),
      ...engineInputs(settings),
      ...shardInputs(site.topology),
      ...replicaInputs(site.topology),
      ...encryptionInputs(scope),
      nodeType: settings.nodeType,
      dataTieringEnabled: tiersData(settings.nodeType) ? true : undefined,
      parameterGroupName: parameters.name,
      snapshotName: settings.restoreFrom?.snapshotName,
      finalSnapshotIdentifier: finalSnapshotOf(scope, site),
    },
    { ...groupOptions(scope), ignoreChanges: leftToGlobalDatastore(scope) },
  );
}

function encryptionInputs({ settings }: Scope) {
  const mode = { transitEncryptionMode: settings.transitEncryptionMode };
  return {
    atRestEncryptionEnabled: true,
    transitEncryptionEnabled: true,
    ...(hasTransitEncryptionMode(settings) ? mode : {}),
  };
}

function finalSnapshotOf({ settings }: Scope, { replicationGroupId }: Site): string | undefined {
  const { finalSnapshot, finalSnapshotIdentifier = `${replicationGroupId}-final` } = settings;
  return finalSnapshot ? finalSnapshotIdentifier : undefined;
}

/** What AWS lets nobody change of a member, but of its Global Datastore. The provider knows the same of versions. */
function leftToGlobalDatastore({ settings }: Scope): string[] {
  return settings.disasterRecovery === undefined
    ? []
    : ["automaticFailoverEnabled", "nodeType", "numNodeGroups"];
}
