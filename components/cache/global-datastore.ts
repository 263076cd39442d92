import * as aws from "@pulumi/aws";
import type { Password } from "./access";
import { createGround, type Ground } from "./ground";
import {
  commonInputs,
  engineInputs,
  groupOptions,
  replicaInputs,
  shardInputs,
} from "./replication-group";
import { homeOf, recoverySiteOf, type Scope, type Site } from "./scope";

/** The copy of a cache in another region. */
export interface Copy {
  readonly ground: Ground;
  readonly group: aws.elasticache.ReplicationGroup;
}

/** Joins the cache with a copy in another region; undefined where none was asked for. */
export function createCopy(
  scope: Scope,
  primary: aws.elasticache.ReplicationGroup,
  password: Password | undefined,
): Copy | undefined {
  const site = recoverySiteOf(scope);
  if (site === undefined) return undefined;

  const datastore = createGlobalDatastore(scope, primary);
  const ground = createGround(scope, site, password);
  return { ground, group: createSecondary(scope, datastore, ground) };
}

function createGlobalDatastore(
  scope: Scope,
  primary: aws.elasticache.ReplicationGroup,
): aws.elasticache.GlobalReplicationGroup {
  const { settings } = scope;
  const { groupName, replicationGroupId, region } = homeOf(scope);
  const { nodeType, topology, automaticFailover } = settings;
  return new aws.elasticache.GlobalReplicationGroup(
    groupName,
    {
      region,
      globalReplicationGroupIdSuffix: replicationGroupId,
      globalReplicationGroupDescription: `Cache ${settings.replicationGroupId}`,
      primaryReplicationGroupId: primary.id,
      ...engineInputs(settings),
      ...shardInputs(topology),
      cacheNodeType: nodeType,
      automaticFailoverEnabled: automaticFailover,
    },
    groupOptions(scope),
  );
}

/**
 * Engine, nodes, shards, parameters and encryption come from the primary: AWS refuses them here. It takes no last
 * snapshot of a copy, which holds what the primary holds.
 */
function createSecondary(
  scope: Scope,
  datastore: aws.elasticache.GlobalReplicationGroup,
  ground: Ground,
): aws.elasticache.ReplicationGroup {
  const { groupName, topology }: Site = ground.site;
  return new aws.elasticache.ReplicationGroup(
    groupName,
    {
      ...commonInputs(scope, ground),
      ...replicaInputs(topology),
      globalReplicationGroupId: datastore.globalReplicationGroupId,
    },
    groupOptions(scope),
  );
}
