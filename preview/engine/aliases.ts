import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { nameOf, ownTypeOf, urnOf, type Identity } from "./urn";

/** Where a resource is registered. */
export interface Surroundings {
  readonly stack: string;
  readonly project: string;
  /** The URNs that its parent may have had. */
  readonly parentAliases: readonly string[];
}

/**
 * The URNs that a resource may have had, as the engine works them out: from its own aliases, and from those of its
 * parent, whose name at the beginning of its own gives way to the parent's former one.
 */
export function aliasesOf(
  request: RegisterResourceRequest,
  { stack, project, parentAliases }: Surroundings,
): readonly string[] {
  const identity = {
    ...{ type: request.getType(), name: request.getName(), parent: request.getParent() },
  };
  const own = request.getAliasesList().map((alias) => urnOfAlias(alias, identity, stack, project));
  const former = [identity, ...own.map((urn) => ({ type: ownTypeOf(urn), name: nameOf(urn) }))];
  const inherited = parentAliases.flatMap((parent) =>
    former.map(({ type, name }) => {
      const given = nameOf(identity.parent);
      const derived = name.startsWith(given) ? nameOf(parent) + name.slice(given.length) : name;
      return urnOf(stack, project, { type, name: derived, parent });
    }),
  );
  return [...new Set([...own, ...inherited])];
}

/** The URN that an alias stands for: what it does not say is as it is now. */
function urnOfAlias(alias: Alias, now: Identity, stack: string, project: string): string {
  const spec = alias.getSpec();
  if (spec === undefined) return alias.getUrn();
  return urnOf(spec.getStack() || stack, spec.getProject() || project, {
    type: spec.getType() || now.type,
    name: spec.getName() || now.name,
    parent: spec.getNoparent() ? "" : spec.getParenturn() || now.parent,
  });
}
