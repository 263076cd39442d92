import type * as pulumi from "@pulumi/pulumi";
import type { WorkloadSettings } from "./workload-settings";

/** What the parts of one workload share. */
export interface Scope<Settings extends WorkloadSettings = WorkloadSettings> {
  /** Name of the component, with which the names of its children begin. */
  readonly name: string;
  readonly settings: Settings;
  /** Options of a child in AWS. */
  readonly options: { readonly parent: pulumi.Resource };
  /** Options of a child in the cluster. */
  readonly inside: { readonly parent: pulumi.Resource; readonly dependsOn: pulumi.Resource[] };
}

/** What the parts of a workload share, from its name and settings. */
export function scopeOf<Settings extends WorkloadSettings>(
  parent: pulumi.Resource,
  name: string,
  settings: Settings,
): Scope<Settings> {
  return {
    name,
    settings,
    options: { parent },
    inside: { parent, dependsOn: [...settings.ready] },
  };
}

/** Options of a child in the cluster that comes after others. */
export function after({ inside }: Pick<Scope, "inside">, others: readonly pulumi.Resource[]) {
  return { parent: inside.parent, dependsOn: [...inside.dependsOn, ...others] };
}

/** The label by which the pods of a workload are told from others. */
export function selectorOf(workloadName: string) {
  return { "app.kubernetes.io/name": workloadName };
}

/** Labels of all that belongs to a workload. */
export function labelsOf({
  workloadName,
  partOf,
}: Pick<WorkloadSettings, "workloadName" | "partOf">) {
  return {
    ...selectorOf(workloadName),
    "app.kubernetes.io/managed-by": "pulumi",
    "app.kubernetes.io/part-of": partOf,
  };
}

/** Metadata of what bears the name of the workload. */
export function metadataOf(settings: WorkloadSettings) {
  return {
    name: settings.workloadName,
    namespace: settings.namespace,
    labels: labelsOf(settings),
  };
}
