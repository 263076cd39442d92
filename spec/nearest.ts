import { closest, distance } from "fastest-levenshtein";

/** The known name that somebody meant who wrote another; undefined where none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const plain = new Map(known.map((name) => [plainly(name), name]));
  if (plain.size === 0) return undefined;
  const word = plainly(written);
  const [longer, ...others] = [...plain.keys()].filter((name) => name.startsWith(word));
  if (longer !== undefined && others.length === 0 && word.length > 2) return plain.get(longer);
  const candidate = closest(word, [...plain.keys()]);
  const allowed = Math.min(word.length - 1, Math.max(2, Math.floor(word.length / 3)));
  return distance(word, candidate) <= allowed ? plain.get(candidate) : undefined;
}

/** Case, hyphens and underscores are what people get wrong first. */
function plainly(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, "");
}
