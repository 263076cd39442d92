import type { Previewed } from "../../commands/preview-all";
import type { ResourceDocument } from "../../document";
import { keyOf, type Found } from "../../explain/find";
import { flatten } from "../../explain/flatten";
import { dependenciesOf, dependentsOf, type Neighbour } from "../../explain/neighbours";
import { showOptions } from "../../explain/show-options";
import { specPaths } from "../../explain/spec-paths";
import { isMark } from "../../requirements/path";
import { showResource } from "../../requirements/show";
import { requirementsOn, verdictsOn } from "./evidence";
import { field, heading, limit, valueCell, type Cell, type PageOptions } from "./page";

/** A resource in full: what it is, where it is made, its neighbours, what judges it and what it proves. */
export function explainResource({ stack, resource }: Found, options: PageOptions): string {
  const { document } = stack;
  const parent = document.resources.find(({ urn }) => urn === resource.parent);
  return [
    ...heading(resource.name, `${resource.type} in ${document.stack}`, options),
    ...field("urn", resource.urn, options),
    ...field(
      "component",
      resource.component === "" || parent === undefined ? "" : keyOf(parent),
      options,
    ),
    ...field("made at", resource.source, options),
    ...field("options", showOptions(resource.options), options),
    ...field("inputs", inputs(resource, stack, options), options),
    ...field("depends on", neighbours(dependenciesOf(resource, document), options), options),
    ...field("needed by", neighbours(dependentsOf(resource, document), options), options),
    ...field("rules", verdictsOn(resource, stack, options), options),
    ...field("requirements", requirementsOn([resource], stack, options), options),
  ].join("\n");
}

const mostInputs = 60;

function inputs(
  resource: ResourceDocument,
  { document }: Previewed,
  options: PageOptions,
): readonly (readonly Cell[])[] {
  const paths = specPaths(resource, document);
  const origins = originsOf(resource, document);
  const { shown, more } = limit(flatten(resource.inputs), options, mostInputs);
  const rows = shown.map(({ path, value }) => {
    const notes = [
      origins(path, value),
      paths.has(path) ? `spec ${paths.get(path) ?? ""}` : "",
    ].filter((note) => note !== "");
    return [{ text: path }, valueCell(value, notes.join(", "), options)];
  });
  return more === "" ? rows : [...rows, [{ text: more }]];
}

/** The resources that a value is made from, in words: told of a whole input, or of what is hidden in one. */
function originsOf(
  resource: ResourceDocument,
  document: Previewed["document"],
): (path: string, value: unknown) => string {
  const needed = dependenciesOf(resource, document);
  return (path, value) => {
    const [input = ""] = path.split(/[.[]/);
    if (input !== path && !isMark(value)) return "";
    const from = needed.filter(({ inputs }) => inputs.includes(input));
    return from.length === 0
      ? ""
      : `from ${from.map((one) => showResource(one.resource)).join(", ")}`;
  };
}

function neighbours(
  found: readonly Neighbour[],
  options: PageOptions,
): readonly (readonly Cell[])[] {
  const { shown, more } = limit(found, options);
  const rows = shown.map(({ resource, inputs }) => [
    { text: showResource(resource) },
    { text: inputs.join(", "), paint: options.style.dim },
  ]);
  return more === "" ? rows : [...rows, [{ text: more }]];
}
