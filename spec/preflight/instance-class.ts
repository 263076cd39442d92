import { closest } from "fastest-levenshtein";
import type { Problem } from "../problem";
import { familiesByRegion, sizesOfFamilies } from "./instance-classes";
import { rule } from "./rule";

/** Classes that RDS offers where the database stands. Nothing is said of a region that is not known. */
export const instanceClassRules = [
  rule(["database", "region"], ({ database, region }) => {
    const replicas = Object.entries(database.readReplicas);
    return [
      ...offered("database.instanceClass", database.instanceClass, region),
      ...replicas.flatMap(([name, { instanceClass }]) =>
        offered(`database.readReplicas.${name}.instanceClass`, instanceClass, region),
      ),
    ];
  }),
];

function offered(path: string, value: string | undefined, region: string): readonly Problem[] {
  const classes = classesIn(region);
  if (value === undefined || classes.length === 0 || classes.includes(value)) return [];
  return [
    {
      path,
      value,
      rule: `must be a class that RDS offers for PostgreSQL in ${region}`,
      fix: `write for example ${similar(value, classes)}`,
    },
  ];
}

/** A class of the same size, else the nearest name. */
function similar(value: string, classes: readonly string[]): string {
  const size = value.split(".")[2] ?? "";
  const alike = classes.filter((each) => each.endsWith(`.${size}`));
  return closest(value, alike.length > 0 ? alike : [...classes]);
}

function classesIn(region: string): readonly string[] {
  const families = familiesByRegion[region]?.split(" ") ?? [];
  return families.flatMap((family) => sizesOf(family).map((size) => `db.${family}.${size}`));
}

function sizesOf(family: string): readonly string[] {
  const found = sizesOfFamilies.find(([families]) => families.split(" ").includes(family));
  return found?.[1].split(" ") ?? [];
}
