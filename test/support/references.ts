import type { PreviewedResource } from "./preview";

/** `type name` of each resource, in the order of their URNs. */
export function namesOf(resources: readonly PreviewedResource[]): string[] {
  return resources.map(({ type, name }) => `${type} ${name}`);
}

/** The names of the resources that an input refers to. */
export function sourcesOf({ propertyDependencies }: PreviewedResource, input: string): string[] {
  return (propertyDependencies[input] ?? []).map((urn) => urn.split("$").at(-1) ?? "");
}

/** `type::name` of what a resource waits for without an input that refers to it. */
export function waitsFor({ options, propertyDependencies }: PreviewedResource): string[] {
  const referred = Object.values(propertyDependencies).flat();
  return options.dependsOn
    .filter((urn) => !referred.includes(urn))
    .map((urn) => urn.split("$").at(-1) ?? "");
}
