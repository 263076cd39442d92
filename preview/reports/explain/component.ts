import type { Previewed } from "../../commands/preview-all";
import type { ResourceDocument } from "../../document";
import { keyOf, type Found } from "../../explain/find";

import { dependenciesOf, dependentsOf, membersOf, type Neighbour } from "../../explain/neighbours";
import { sectionOf } from "../../explain/spec-paths";
import { groupBy } from "../group";
import { requirementsOn, verdictsOnAll } from "./evidence";
import { field, heading, limit, valueCell, type Cell, type PageOptions } from "./page";

/** A component in full: what asks for it, its resources, the components around it, what judges and needs it. */
export function explainComponent({ stack, resource }: Found, options: PageOptions): string {
  const { document } = stack;
  const members = membersOf(resource, document);
  return [
    ...heading(resource.name, `${resource.type} in ${document.stack}`, options),
    ...field("urn", resource.urn, options),
    ...field("made at", resource.source, options),
    ...field("spec", settings(resource, document, options), options),
    ...field("resources", resources(members, options), options),
    ...field(
      "depends on",
      around(
        resource,
        members.flatMap((one) => dependenciesOf(one, document)),
      ),
      options,
    ),
    ...field(
      "needed by",
      around(
        resource,
        members.flatMap((one) => dependentsOf(one, document)),
      ),
      options,
    ),
    ...field("rules", verdictsOnAll(members, stack, options), options),
    ...field("requirements", requirementsOn(members, stack, options), options),
  ].join("\n");
}

const mostSettings = 60;

/** The section of the spec with the component's name. */
function settings(
  { name }: ResourceDocument,
  { spec }: Previewed["document"],
  options: PageOptions,
): readonly (readonly Cell[])[] {
  const { shown, more } = limit(sectionOf(spec, name), options, mostSettings);
  const rows = shown.map(({ path, value }) => [{ text: path }, valueCell(value, "", options)]);
  return more === "" ? rows : [...rows, [{ text: more }]];
}

/** Each resource by the name that explains it; how many of each type where there are many. */
function resources(
  members: readonly ResourceDocument[],
  options: PageOptions,
): readonly (readonly Cell[])[] {
  const { more } = limit(members, options);
  if (more === "") {
    return members.map((one) => [
      { text: keyOf(one) },
      { text: one.options.protect ? "protected" : "", paint: options.style.dim },
    ]);
  }
  const types = [...groupBy(members, ({ type }) => type)];
  return [
    [{ text: `${members.length} resources (--full names them)` }],
    ...types.map(([type, all]) => [{ text: type }, { text: String(all.length) }]),
  ];
}

/** The other components that neighbours belong to. */
function around({ name }: ResourceDocument, found: readonly Neighbour[]): string {
  const components = found.map(({ resource }) => resource.component);
  const others = new Set(components.filter((component) => component !== name && component !== ""));
  return [...others].sort().join(", ");
}
