import type { ResourceDocument } from "../document";
import { nameOf, ownTypeOf } from "../engine/urn";
import { isData, sortKeys } from "../engine/wire";
import { inputOf, isMark, isSecret, parsePath, readPath } from "../requirements/path";
import { replacingInputs, statefulTypes } from "./stateful-types";

/**
 * The stateful resources of a stack by URN, each with the values that a change of would make a new resource.
 * A value that is not known before the deployment is told by the resources that it is made from, a secret not at all.
 */
export type StatefulList = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The list as a stack has it now. */
export function statefulList(resources: readonly ResourceDocument[]): StatefulList {
  const stateful = resources.filter(({ type }) => type in statefulTypes);
  return sortKeys(Object.fromEntries(stateful.map((one) => [one.urn, replacingValues(one)])));
}

function replacingValues(resource: ResourceDocument): Readonly<Record<string, unknown>> {
  const values = replacingInputs(resource.type).map((path) => [path, valueAt(resource, path)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as object as Record<
    string,
    unknown
  >;
}

function valueAt({ inputs, propertyDependencies }: ResourceDocument, text: string): unknown {
  const path = parsePath(text) ?? [];
  const value = readPath(inputs, path);
  if (holds(value, isSecret)) return { $secret: true };
  if (!holds(value, isMark)) return value;
  const sources = propertyDependencies[inputOf(path)] ?? [];
  return { $unknown: true, from: sources.map((urn) => `${ownTypeOf(urn)}::${nameOf(urn)}`).sort() };
}

function holds(value: unknown, is: (part: unknown) => boolean): boolean {
  if (is(value)) return true;
  if (Array.isArray(value)) return value.some((part) => holds(part, is));
  return isData(value) && Object.values(value).some((part) => holds(part, is));
}
