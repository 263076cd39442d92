import type * as pulumi from "@pulumi/pulumi";
import type { Settings } from "./edge-settings";

/** What the parts of one edge share. */
export interface Scope {
  /** Name of the component, with which the names of its children begin. */
  readonly name: string;
  readonly settings: Settings;
  /** Options of a child. */
  readonly options: { readonly parent: pulumi.Resource };
  /** Options of a child under whose name others reach it: Pulumi refuses to delete it. */
  readonly stateful: { readonly parent: pulumi.Resource; readonly protect: boolean };
  /** Options of a child with logs: one that is taken out is left standing. */
  readonly lasting: { readonly parent: pulumi.Resource; readonly retainOnDelete: boolean };
}

/** What the parts of an edge share, from its name and settings. */
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
