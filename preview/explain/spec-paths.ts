import { isDeepStrictEqual } from "node:util";
import type { ResourceDocument, StackDocument } from "../document";
import { isData } from "../engine/wire";
import { flatten, type Leaf } from "./flatten";

/**
 * The paths of the spec that inputs of a resource are likely set from: those in the section of its component
 * that have the input's name and value. Inputs that are named otherwise are left out.
 */
export function specPaths(
  { component, inputs }: Pick<ResourceDocument, "component" | "inputs">,
  { spec }: Pick<StackDocument, "spec">,
): ReadonlyMap<string, string> {
  const section = sectionOf(spec, component);
  return new Map(
    flatten(inputs).flatMap((input) => {
      const [found, ...others] = section.filter((leaf) => isSame(leaf, input));
      return found === undefined || others.length > 0 ? [] : [[input.path, found.path]];
    }),
  );
}

/** What the spec says in the section with a component's name. */
export function sectionOf(spec: StackDocument["spec"], component: string): readonly Leaf[] {
  const section = Object.hasOwn(spec, component) ? spec[component] : undefined;
  return isData(section) ? flatten(section, component) : [];
}

function isSame(leaf: Leaf, input: Leaf): boolean {
  return nameOf(leaf) === nameOf(input) && isDeepStrictEqual(leaf.value, input.value);
}

function nameOf({ path }: Leaf): string {
  return path.split(".").at(-1) ?? "";
}
