import { unless } from "../../problems/phrases";
import { administers, type AccessEntryArgs } from "../access";
import type { Settings } from "../cluster-settings";

/** What is wrong with who may use a cluster. */
export function accessProblems({ accessEntries }: Settings): readonly string[] {
  return [
    ...Object.keys(accessEntries).flatMap(labelProblems),
    ...unless(
      Object.values(accessEntries).some(isAdministrator),
      `accessEntries must let one identity administer the cluster with ${administers}, got ${Object.keys(accessEntries).join(", ") || "none"}`,
    ),
    ...Object.entries(accessEntries).flatMap(([label, { kubernetesGroups = [] }]) =>
      kubernetesGroups
        .filter((group) => group.startsWith("system:"))
        .map(
          (group) =>
            `accessEntries.${label}.kubernetesGroups must not begin with system:, which EKS refuses, got ${group}`,
        ),
    ),
  ];
}

function labelProblems(label: string): readonly string[] {
  return unless(
    /^[a-z][a-z0-9-]{0,31}$/.test(label),
    `accessEntries must be labelled by lower-case letters, digits and hyphens, at most 32, got ${label}`,
  );
}

function isAdministrator({ policies = [] }: AccessEntryArgs): boolean {
  return policies.some(
    ({ policy, namespaces }) => policy === administers && namespaces === undefined,
  );
}
