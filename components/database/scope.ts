import type * as pulumi from "@pulumi/pulumi";
import type { Settings } from "./database-settings";

/** What the parts of one database share. */
export interface Scope {
  /** Name of the component, with which the names of its children begin. */
  readonly name: string;
  /** Name of what lives and dies with the instance: another one once a backup has been restored. */
  readonly instanceName: string;
  /** Identifier of the instance in AWS. */
  readonly identifier: string;
  readonly settings: Settings;
  /** Options of a child. */
  readonly options: { readonly parent: pulumi.Resource };
  /** Options of a child that holds what cannot be made again: Pulumi refuses to delete it. */
  readonly stateful: { readonly parent: pulumi.Resource; readonly protect: boolean };
  /** Options of a child with the instance's data or logs: one that is taken out is left standing. */
  readonly lasting: { readonly parent: pulumi.Resource; readonly retainOnDelete: boolean };
}

/** Where instances stand. */
export interface Site {
  /** First part of the names of the children at this place. */
  readonly prefix: string;
  readonly region: string;
  readonly vpcId: pulumi.Input<string>;
  readonly subnetIds: readonly pulumi.Input<string>[];
  readonly allowedSecurityGroups: Readonly<Record<string, pulumi.Input<string>>>;
  readonly multiAz: boolean;
  readonly dataKeyArn: pulumi.Input<string>;
  readonly logsKeyArn: pulumi.Input<string>;
}

/** What the parts of a database share, from its name and settings. */
export function scopeOf(parent: pulumi.Resource, name: string, settings: Settings): Scope {
  const generation = settings.restoreFrom?.generation;
  const suffix = generation === undefined ? "" : `-${generation}`;
  return {
    name,
    instanceName: `${name}${suffix}`,
    identifier: `${settings.identifier}${suffix}`,
    settings,
    options: { parent },
    stateful: { parent, protect: settings.deletionProtection },
    lasting: { parent, retainOnDelete: settings.deletionProtection },
  };
}

/** The place of the primary and of the replicas in its region. */
export function homeOf({ name, settings }: Scope): Site {
  return { ...settings, prefix: name };
}
