import { fail, type Judgement, pass, undecided } from "../judgement";
import type { Property } from "../property";
import type { Referrers, StackResource } from "../stack";

/** The name of an object; not set while the provider has not made one up. */
function nameOf(resource: Pick<StackResource, "at">): Property {
  return resource.at("metadata").at("name");
}

/** The namespace that an object says it is in. */
export function namespaceOf(resource: Pick<StackResource, "at">): Property {
  return resource.at("metadata").at("namespace");
}

/** A property must say the object's name; that it is made from the object suffices while the name is not known. */
export function mustName(said: Property, owner: StackResource, target: StackResource): Judgement {
  const name = nameOf(target);
  if (said.isUnknown || name.isUnknown) {
    const [input = ""] = said.path.split(/[.[]/);
    return owner.sources(input).includes(target.urn) ? pass : undecided(said.path);
  }
  return said.isSet && said.value === name.value ? pass : fail("");
}

/** Two objects must be in one namespace: by its name, or made from one object while that is not known. */
export function mustShareNamespace(one: StackResource, other: StackResource): Judgement {
  const [mine, theirs] = [namespaceOf(one), namespaceOf(other)];
  if (mine.isUnknown || theirs.isUnknown) {
    const sources = one.sources("metadata").filter(isNamespace);
    const shared = sources.some((urn) => other.sources("metadata").includes(urn));
    return shared ? pass : undecided(mine.isUnknown ? mine.path : theirs.path);
  }
  return (mine.value ?? "default") === (theirs.value ?? "default") ? pass : fail("");
}

function isNamespace(urn: string): boolean {
  return /[:$]kubernetes:core\/v1:Namespace::/.test(urn);
}

/** An object must be in the namespace. */
export function mustBeIn(namespace: StackResource, resource: StackResource): Judgement {
  return mustName(namespaceOf(resource), resource, namespace);
}

/** Those of the objects that a relation holds for, and those that it may hold for. */
export function related(
  resources: readonly StackResource[],
  relation: (resource: StackResource) => Judgement,
): Referrers {
  const judged = resources.map((resource) => ({ resource, verdict: relation(resource).verdict }));
  const those = (verdict: string): readonly StackResource[] =>
    judged.filter((each) => each.verdict === verdict).map(({ resource }) => resource);
  return { found: those("pass"), possible: those("undecided") };
}
