import { isData } from "../../preview/engine/wire";

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
  const [found, wanted] = [textOf(actual), textOf(expected)];
  return found === wanted ? [] : [`${path}: expected ${wanted}, found ${found}`];
}

function isContainer(value: unknown): value is object {
  return isData(value) || Array.isArray(value);
}

function entriesOf(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value));
}

function textOf(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
