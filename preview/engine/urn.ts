export const rootType = "pulumi:pulumi:Stack";

/** What of a resource its URN is made of. */
export interface Identity {
  readonly type: string;
  readonly name: string;
  /** URN of the parent; empty or the stack's for a resource without one. */
  readonly parent: string;
}

/** The URN that the engine gives a resource: its parents' types, its own, its name. */
export function urnOf(stack: string, project: string, { type, name, parent }: Identity): string {
  const above = typesOf(parent);
  const types = parent === "" || above === rootType ? type : `${above}$${type}`;
  return `urn:pulumi:${stack}::${project}::${types}::${name}`;
}

/** The name at the end of a URN. */
export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** The type of the resource itself in a URN, without those of its parents. */
export function ownTypeOf(urn: string): string {
  return typesOf(urn).split("$").at(-1) ?? "";
}

function typesOf(urn: string): string {
  return urn.split("::")[2] ?? "";
}
