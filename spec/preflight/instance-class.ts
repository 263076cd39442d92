import { familiesByRegion, sizesOfFamilies } from "./instance-classes";
import { offered, type Offer } from "./offer";
import { rule } from "./rule";

const classes: Offer = {
  prefix: "db",
  what: "a class that RDS offers for PostgreSQL",
  familiesByRegion,
  sizesOfFamilies,
};

/** Classes that RDS offers where the database stands. */
export const instanceClassRules = [
  rule(["database", "region"], ({ database, region }) => {
    const replicas = Object.entries(database.readReplicas);
    return [
      ...offered(classes, region, "database.instanceClass", database.instanceClass),
      ...replicas.flatMap(([name, { instanceClass }]) =>
        offered(classes, region, `database.readReplicas.${name}.instanceClass`, instanceClass),
      ),
    ];
  }),
];
