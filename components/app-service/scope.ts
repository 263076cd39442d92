import type * as pulumi from "@pulumi/pulumi";
import type { Settings } from "./service-settings";

/** What the parts of one service share. */
export interface Scope {
  /** Name of the component, with which the names of its children begin. */
  readonly name: string;
  readonly settings: Settings;
  /** Options of a child in AWS. */
  readonly options: { readonly parent: pulumi.Resource };
  /** Options of a child in the cluster. */
  readonly inside: { readonly parent: pulumi.Resource; readonly dependsOn: pulumi.Resource[] };
}

/** What the parts of a service share, from its name and settings. */
export function scopeOf(parent: pulumi.Resource, name: string, settings: Settings): Scope {
  return {
    name,
    settings,
    options: { parent },
    inside: { parent, dependsOn: [...settings.ready] },
  };
}

/** Options of a child in the cluster that comes after others. */
export function after({ inside }: Scope, others: readonly pulumi.Resource[]) {
  return { parent: inside.parent, dependsOn: [...inside.dependsOn, ...others] };
}

/** The label by which the pods of a service are told from others. */
export function selectorOf(serviceName: string) {
  return { "app.kubernetes.io/name": serviceName };
}

/** Labels of all that belongs to a service. */
export function labelsOf({ serviceName, partOf }: Pick<Settings, "serviceName" | "partOf">) {
  return {
    ...selectorOf(serviceName),
    "app.kubernetes.io/managed-by": "pulumi",
    "app.kubernetes.io/part-of": partOf,
  };
}

/** Metadata of what bears the name of the service. */
export function metadataOf(settings: Settings) {
  return {
    name: settings.serviceName,
    namespace: settings.namespace,
    labels: labelsOf(settings),
  };
}
