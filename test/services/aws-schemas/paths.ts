import { isData } from "../../../preview/engine/wire";
import { isMark } from "../../../preview/requirements/path";

/** A value somewhere among the inputs of a resource. */
export interface Leaf {
  /** Where it is, with `[]` for any element: `replicas[].region`. */
  readonly path: string;
  /** A scalar, a mark of a secret or an unknown, or an empty list or record. */
  readonly value: unknown;
}

/** A value, and which elements of the lists on the way to it were taken. */
interface Found {
  readonly value: unknown;
  readonly indices: readonly number[];
}

/** Every value of the inputs that is made of no others. */
export function leavesOf(value: unknown, path = ""): readonly Leaf[] {
  const parts: (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown) => [`${path}[]`, item] as const)
    : isData(value) && !isMark(value)
      ? Object.entries(value).map(([key, item]) => [path === "" ? key : `${path}.${key}`, item])
      : [];
  return parts.length === 0
    ? [{ path, value }]
    : parts.flatMap(([below, item]) => leavesOf(item, below));
}

/** Tells whether a path is another or below it. */
export function isWithin(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[]`);
}

/** Of the paths, the longest that a path is within. */
export function nearest(path: string, paths: readonly string[]): string | undefined {
  const above = paths.filter((one) => isWithin(path, one));
  return above.sort((a, b) => b.length - a.length)[0];
}

/** What is at a path: one value for every combination of elements. */
export function readAll(value: unknown, path: string): readonly Found[] {
  return stepsOf(path).reduce<readonly Found[]>(
    (found, step) => found.flatMap((one) => take(one, step)),
    [{ value, indices: [] }],
  );
}

function take({ value, indices }: Found, step: string): readonly Found[] {
  if (isMark(value)) return [];
  if (step !== "[]") {
    return isData(value) && value[step] !== undefined ? [{ value: value[step], indices }] : [];
  }
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown, index) => ({ value: item, indices: [...indices, index] }));
}

/** Puts a value at a path, the elements of its lists being those of the indices. */
export function write(
  target: Record<string, unknown>,
  path: string,
  { value, indices }: Found,
): void {
  const rest = [...indices];
  const keys = stepsOf(path).map((step) => (step === "[]" ? (rest.shift() ?? 0) : step));
  let place: Record<string | number, unknown> = target;
  keys.forEach((key, at) => {
    const next = keys[at + 1];
    if (next === undefined) place[key] = value;
    else place = (place[key] ??= typeof next === "number" ? [] : {}) as typeof place;
  });
}

/** The steps of a path: `replicas[].region` is `replicas`, `[]`, `region`. */
export function stepsOf(path: string): readonly string[] {
  return path.split(/\.|(?=\[\])/);
}
