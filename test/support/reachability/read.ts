import { isData, type Data } from "../../../preview/engine/wire";

/** The value at a path; undefined where there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)] as unknown;
    return isData(inner) ? inner[key] : undefined;
  }, value);
}

/** The text at a path; empty where there is none. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  return typeof found === "string" ? found : "";
}

/** The items of the list at a path; one that stands alone is a list of itself. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? found : [found];
}

/** The texts in the list at a path. */
export function textsAt(value: unknown, ...path: readonly (string | number)[]): readonly string[] {
  return listAt(value, ...path).map(String);
}

/** The record at a path; an empty one where there is none. */
export function recordAt(value: unknown, ...path: readonly (string | number)[]): Data {
  const found = at(value, ...path);
  return isData(found) ? found : {};
}

/** What a text of JSON says; an empty record where it is none. */
export function parsed(text: unknown): unknown {
  return typeof text === "string" && /^[[{]/.test(text) ? (JSON.parse(text) as unknown) : {};
}
