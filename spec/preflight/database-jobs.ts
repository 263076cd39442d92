import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { found } from "./reference";
import { rule } from "./rule";

type Database = Spec["database"];

const kinds = ["bootstrap", "verification"] as const;

/** An image with a tag that is not `latest`, or with a digest. */
const versioned = /(:(?!latest$)\w[\w.-]{0,127}|@sha256:[0-9a-f]{64})$/;

/** Jobs at the database that have a cluster to run in, and a role to make or to log in as. */
export const databaseJobRules = [
  rule(["database", "cluster"], ({ database, cluster }) =>
    kinds.flatMap((kind) => placed(`database.${kind}`, database[kind]?.namespace, cluster)),
  ),
  rule(["database"], ({ database }) => kinds.flatMap((kind) => allowed(kind, database))),
  rule(["database"], ({ database }) => kinds.flatMap((kind) => pinned(kind, database))),
  rule(["database"], ({ database }) => otherRole(database)),
  rule(["database", "services", "jobs"], ({ database, services, jobs }) =>
    kinds
      .filter((kind) => database[kind] !== undefined)
      .flatMap((kind) => [
        ...ownName(`database-${kind}`, "services", services),
        ...ownName(`database-${kind}`, "jobs", jobs),
      ]),
  ),
];

const remove = "remove it (null in overrides)";

function placed(
  path: string,
  namespace: string | undefined,
  cluster: Spec["cluster"],
): readonly Problem[] {
  if (namespace === undefined) return [];
  if (cluster === undefined) {
    const rule = "must be left out without cluster, in which it runs";
    return [{ path, rule, fix: `add cluster, or ${remove}` }];
  }
  return found({
    path: `${path}.namespace`,
    name: namespace,
    section: "cluster.namespaces",
    names: Object.keys(cluster.namespaces),
  });
}

function allowed(kind: (typeof kinds)[number], database: Database): readonly Problem[] {
  if (database[kind] === undefined || database.applicationUser !== undefined) return [];
  const what = kind === "bootstrap" ? "which it makes" : "as which it asks";
  return [
    {
      path: `database.${kind}`,
      rule: `must be left out without database.applicationUser, ${what}`,
      fix: `add database.applicationUser, or ${remove}`,
    },
  ];
}

/** Under a tag that moves, another run is another program. */
function pinned(kind: (typeof kinds)[number], database: Database): readonly Problem[] {
  const image = database[kind]?.image;
  if (image === undefined || versioned.test(image)) return [];
  return [
    {
      path: `database.${kind}.image`,
      value: image,
      rule: "must have a digest, or a tag that is not latest",
      fix: "leave it out, or write the tag of a version",
    },
  ];
}

/** The owner of tables may change them, which the application may not. */
function otherRole({ bootstrap, applicationUser }: Database): readonly Problem[] {
  const owner = bootstrap?.ownerRole;
  if (owner === undefined || owner !== applicationUser?.name) return [];
  return [
    {
      path: "database.bootstrap.ownerRole",
      value: owner,
      rule: "must be another role than database.applicationUser, which may not change tables",
      fix: "leave it out, and it is the master user",
    },
  ];
}

function ownName(
  name: string,
  section: "services" | "jobs",
  workloads: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  if (!Object.hasOwn(workloads, name)) return [];
  return [
    {
      path: `${section}.${name}`,
      rule: "must have another name than the database's own job",
      fix: "rename it",
    },
  ];
}
