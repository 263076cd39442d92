import { isData } from "../../preview/engine/wire";

/** Characters of a value that are shown. */
const longest = 200;

/**
 * Every place where two values differ, one line each: where it is, what is expected there, what was found.
 * Shorter and easier to read than a diff of whole stacks.
 */
export function differences(actual: unknown, expected: unknown, path = ""): readonly string[] {
  if (isContainer(actual) && isContainer(expected)) {
    const [found, wanted] = [entriesOf(actual), entriesOf(expected)];
    const keys = [...new Set([...wanted.keys(), ...found.keys()])].sort();
    return keys.flatMap((key) => differences(found.get(key), wanted.get(key), `${path}/${key}`));
  }
  if (JSON.stringify(actual) === JSON.stringify(expected)) return [];
  return [`${path}: expected ${textOf(expected)}, found ${textOf(actual)}`];
}

function isContainer(value: unknown): value is object {
  return isData(value) || Array.isArray(value);
}

function entriesOf(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value));
}

function textOf(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
}
