import { nearest } from "../nearest";
import type { Problem } from "../problem";

/** A name that is written in one part of the spec and is to be found in another. */
export interface Reference {
  readonly path: string;
  readonly name: string;
  /** Where it is to be found: `storage.buckets`. */
  readonly section: string;
  /** The names there. */
  readonly names: readonly string[];
}

/** A problem where a name is not found. */
export function found({ path, name, section, names }: Reference): readonly Problem[] {
  if (names.includes(name)) return [];
  const meant = nearest(name, names);
  const there = names.length === 0 ? ", where there is none" : `: ${names.join(", ")}`;
  return [
    {
      path,
      value: name,
      rule: `must be a name in ${section}${there}`,
      fix: meant === undefined ? `add it to ${section}, or write another` : `write ${meant}`,
    },
  ];
}
