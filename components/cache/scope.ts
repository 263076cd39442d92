import type * as pulumi from "@pulumi/pulumi";
import type { Settings } from "./cache-settings";
import { replicasOf, withReplicas, type Topology } from "./topology";

/** What the parts of one cache share. */
export interface Scope {
  /** Name of the component, with which the names of its children begin. */
  readonly name: string;
  readonly settings: Settings;
  /** Options of a child. */
  readonly options: { readonly parent: pulumi.Resource };
  /** Options of a child that holds what cannot be made again: Pulumi refuses to delete it. */
  readonly stateful: { readonly parent: pulumi.Resource; readonly protect: boolean };
  /** Options of a child with the cache's logs: one that is taken out is left standing. */
  readonly lasting: { readonly parent: pulumi.Resource; readonly retainOnDelete: boolean };
}

/** Where nodes stand. */
export interface Site {
  /** First part of the names of the children at this place. */
  readonly prefix: string;
  /** Name of what lives and dies with the replication group: another one once a snapshot has been restored. */
  readonly groupName: string;
  readonly replicationGroupId: string;
  readonly region: string;
  readonly vpcId: pulumi.Input<string>;
  readonly subnetIds: readonly pulumi.Input<string>[];
  readonly allowedSecurityGroups: Readonly<Record<string, pulumi.Input<string>>>;
  readonly dataKeyArn: pulumi.Input<string>;
  readonly logsKeyArn: pulumi.Input<string>;
  readonly secretsKeyArn: pulumi.Input<string>;
  readonly eventTopicArn: pulumi.Input<string> | undefined;
  readonly topology: Topology;
}

/** What the parts of a cache share, from its name and settings. */
export function scopeOf(parent: pulumi.Resource, name: string, settings: Settings): Scope {
  const { deletionProtection } = settings;
  return {
    name,
    settings,
    options: { parent },
    stateful: { parent, protect: deletionProtection },
    lasting: { parent, retainOnDelete: deletionProtection },
  };
}

/** The place that is written to. */
export function homeOf({ name, settings }: Pick<Scope, "name" | "settings">): Site {
  const { replicationGroupId, restoreFrom, eventTopicArn } = settings;
  const suffix = restoreFrom === undefined ? "" : `-${restoreFrom.generation}`;
  return {
    ...settings,
    prefix: name,
    groupName: `${name}${suffix}`,
    replicationGroupId: `${replicationGroupId}${suffix}`,
    eventTopicArn,
  };
}

/** The place of the copy in another region; undefined where there is none. */
export function recoverySiteOf(scope: Pick<Scope, "name" | "settings">): Site | undefined {
  const { disasterRecovery, topology } = scope.settings;
  if (disasterRecovery === undefined) return undefined;

  const home = homeOf(scope);
  const { keyArn, eventTopicArn, allowedSecurityGroups = {} } = disasterRecovery;
  return {
    ...disasterRecovery,
    prefix: `${scope.name}-recovery`,
    groupName: `${home.groupName}-recovery`,
    replicationGroupId: `${home.replicationGroupId}-recovery`,
    dataKeyArn: keyArn,
    allowedSecurityGroups,
    eventTopicArn,
    topology: withReplicas(topology, disasterRecovery.replicas ?? replicasOf(topology)),
  };
}

/** Every place, the one that is written to first. */
export function sitesOf(scope: Pick<Scope, "name" | "settings">): readonly Site[] {
  const recovery = recoverySiteOf(scope);
  return [homeOf(scope), ...(recovery === undefined ? [] : [recovery])];
}
