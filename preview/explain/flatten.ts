import { isData, type Data } from "../engine/wire";
import { isMark } from "../requirements/path";

/** A value that holds no others but a list of such, and where it is. */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** What a record holds, however deep, by path: `storage.iops`, `ingress[0].fromPort`. */
export function flatten(record: Data, path = ""): readonly Leaf[] {
  return Object.entries(record).flatMap(([key, value]) => leavesOf(value, pathTo(path, key)));
}

function leavesOf(value: unknown, path: string): readonly Leaf[] {
  if (isMark(value) || isPlain(value)) return [{ path, value }];
  if (Array.isArray(value)) {
    return value.flatMap((element: unknown, index) => leavesOf(element, `${path}[${index}]`));
  }
  return flatten(value as Data, path);
}

/** A scalar, something empty, or a list of scalars and marks. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((element) => isMark(element) || isScalar(element));
  return isScalar(value) || Object.keys(value as object).length === 0;
}

function isScalar(value: unknown): boolean {
  return !Array.isArray(value) && !isData(value);
}

function pathTo(path: string, key: string): string {
  if (!/^[\w$-]+$/.test(key)) return `${path}["${key}"]`;
  return path === "" ? key : `${path}.${key}`;
}
