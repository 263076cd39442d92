import { closest } from "fastest-levenshtein";
import type { Problem } from "../problem";

/** What a service offers of machines, and where. */
export interface Offer {
  /** First part of the types' names: `db` or `cache`. */
  readonly prefix: string;
  /** What such a type is, as a phrase that follows "must be". */
  readonly what: string;
  /** Families of each region that is known, between spaces. */
  readonly familiesByRegion: Readonly<Record<string, string>>;
  /** Sizes that come in the same families, both between spaces. */
  readonly sizesOfFamilies: readonly (readonly [families: string, sizes: string])[];
}

/** A problem where a type is not offered in a region. Nothing is said of a region that is not known. */
export function offered(
  offer: Offer,
  region: string,
  path: string,
  value: string | undefined,
): readonly Problem[] {
  const types = typesIn(offer, region);
  if (value === undefined || types.length === 0 || types.includes(value)) return [];
  return [
    {
      path,
      value,
      rule: `must be ${offer.what} in ${region}`,
      fix: `write for example ${similar(value, types)}`,
    },
  ];
}

/** A type of the same size, else the nearest name. */
function similar(value: string, types: readonly string[]): string {
  const size = value.split(".")[2] ?? "";
  const alike = types.filter((each) => each.endsWith(`.${size}`));
  return closest(value, alike.length > 0 ? alike : [...types]);
}

function typesIn({ prefix, familiesByRegion, sizesOfFamilies }: Offer, region: string) {
  const sizesOf = (family: string) =>
    sizesOfFamilies.find(([families]) => families.split(" ").includes(family))?.[1].split(" ") ??
    [];
  const families = familiesByRegion[region]?.split(" ") ?? [];
  return families.flatMap((family) => sizesOf(family).map((size) => `${prefix}.${family}.${size}`));
}
