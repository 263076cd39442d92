import { isDeepStrictEqual } from "node:util";
import type { ResourceDocument } from "../document";
import { nameOf, ownTypeOf } from "../engine/urn";
import { statefulList, type StatefulList } from "./stateful-list";
import { statefulTypes } from "./stateful-types";

const accept = "if that is meant, run `npm run generate -- --stateful`";

/**
 * How a stack differs from its list of stateful resources: a sentence on what has changed and what would be lost with
 * it, and one on what to do. None where it does not differ.
 */
export function statefulChanges(
  list: StatefulList,
  resources: readonly ResourceDocument[],
): readonly string[] {
  const current = statefulList(resources);
  const added = resources.filter(({ urn }) => urn in current && !(urn in list));
  const gone = Object.keys(list).filter((urn) => !(urn in current));
  const heirs = new Map(gone.map((urn) => [urn, heirOf(urn, { list, current, added })]));
  const taken = new Set([...heirs.values()].map((heir) => heir?.urn));
  return [
    ...gone.map((urn) => describeGone(urn, heirs.get(urn))),
    ...added.filter(({ urn }) => !taken.has(urn)).map(({ urn }) => describeAdded(urn)),
    ...Object.keys(list).flatMap((urn) => describeDrift(urn, list[urn], current[urn])),
  ];
}

interface Lists {
  readonly list: StatefulList;
  readonly current: StatefulList;
  readonly added: readonly ResourceDocument[];
}

/** What stands in the place of a resource that is gone: by alias, by type and name, by name, or by type and values. */
function heirOf(gone: string, { list, current, added }: Lists): ResourceDocument | undefined {
  const [type, name] = [ownTypeOf(gone), nameOf(gone)];
  return (
    added.find(({ options }) => options.aliases.includes(gone)) ??
    added.find((one) => one.type === type && one.name === name) ??
    added.find((one) => one.name === name) ??
    added.find((one) => one.type === type && isDeepStrictEqual(current[one.urn], list[gone]))
  );
}

function describeGone(urn: string, heir: ResourceDocument | undefined): string {
  if (heir === undefined) {
    return `${urn} is gone: the next deployment deletes it, which loses ${lostWith(urn)}. Put it back or, ${accept}`;
  }
  if (heir.options.aliases.includes(urn)) {
    return `${urn} has become ${heir.urn}, by an alias: nothing is lost. To list it so, run \`npm run generate -- --stateful\``;
  }
  return `${urn} has become ${heir.urn}: the next deployment makes the one and deletes the other, which loses ${lostWith(urn)}. Give the new one, or what it is part of, the old one as an alias or, ${accept}`;
}

function describeAdded(urn: string): string {
  return `${urn} is not on the list of what would be missed. To list it, run \`npm run generate -- --stateful\``;
}

function describeDrift(
  urn: string,
  listed: StatefulList[string] = {},
  current: StatefulList[string] | undefined,
): readonly string[] {
  if (current === undefined) return [];
  const inputs = [...new Set([...Object.keys(listed), ...Object.keys(current)])].sort();
  const changed = inputs.filter((input) => !isDeepStrictEqual(listed[input], current[input]));
  return changed.map(
    (input) =>
      `${urn} ${input} was ${show(listed[input])} and is ${show(current[input])}: the next deployment replaces it, which loses ${lostWith(urn)}. Undo the change or, ${accept}`,
  );
}

function lostWith(urn: string): string {
  return statefulTypes[ownTypeOf(urn)]?.lost ?? "";
}

function show(value: unknown): string {
  return value === undefined ? "not set" : JSON.stringify(value);
}
