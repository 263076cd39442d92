import type { ResourceDocument, StackDocument } from "../document";

/** A resource beside another, and the inputs of the one that are made from the other. */
export interface Neighbour {
  readonly resource: ResourceDocument;
  /** Empty where it is only deployed after the other. */
  readonly inputs: readonly string[];
}

/** The resources that one depends on, in the order of their URNs. */
export function dependenciesOf(
  resource: ResourceDocument,
  { resources }: Pick<StackDocument, "resources">,
): readonly Neighbour[] {
  return resources
    .filter(({ urn }) => isNeeded(urn, resource))
    .map((needed) => ({ resource: needed, inputs: inputsFrom(needed.urn, resource) }));
}

/** The resources that depend on one, in the order of their URNs. */
export function dependentsOf(
  { urn }: ResourceDocument,
  { resources }: Pick<StackDocument, "resources">,
): readonly Neighbour[] {
  return resources
    .filter((resource) => isNeeded(urn, resource))
    .map((resource) => ({ resource, inputs: inputsFrom(urn, resource) }));
}

/** A component's resources: its children, and theirs. */
export function membersOf(
  component: ResourceDocument,
  { resources }: Pick<StackDocument, "resources">,
): readonly ResourceDocument[] {
  const children = resources.filter(({ parent }) => parent === component.urn);
  return children.flatMap((child) => [child, ...membersOf(child, { resources })]);
}

function isNeeded(urn: string, by: ResourceDocument): boolean {
  return by.dependencies.includes(urn) || inputsFrom(urn, by).length > 0;
}

function inputsFrom(urn: string, { propertyDependencies }: ResourceDocument): readonly string[] {
  return Object.entries(propertyDependencies).flatMap(([input, urns]) =>
    urns.includes(urn) ? [input] : [],
  );
}
