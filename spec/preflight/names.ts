import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule } from "./rule";

/** RDS takes 63 characters for an instance; its replicas, proxy and snapshots add to the name. */
const longestPrefix = 40;

/** Tags that every resource has, whose values the spec may replace. */
const standingTags = ["Environment", "ManagedBy"];

/** AWS takes 50 tags; Environment, ManagedBy, Name and the load balancer's role are set beside those of the spec. */
const mostTags = 46;

const longestRole = 63;
/** The rotation of a password adds it to make a second role of the same rights. */
const cloneSuffix = "_clone";
const reservedRoles = ["admin", "rdsadmin", "rdsrepladmin", "rds_superuser"];
const reservedDatabases = ["rdsadmin", "template0", "template1"];

/**
 * Names that AWS and PostgreSQL accept.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html for the case of tag keys
 */
export const nameRules = [
  rule(["system", "environment"], ({ system, environment }) =>
    prefix(system, `${system}-${environment}`),
  ),
  rule(["tags"], ({ tags }) => tagCount(tags)),
  rule(["tags"], ({ tags }) => Object.keys(tags).flatMap((key) => tagKey(key, tags))),
  rule(["tags", "environment"], ({ tags, environment }) => environmentTag(tags, environment)),
  rule(["database"], ({ database }) => databaseName(database)),
  rule(["database"], ({ database }) => masterName(database)),
  rule(["database"], ({ database }) => applicationName(database)),
  rule(["database"], ({ database }) => replicaNames(database)),
];

type Database = Spec["database"];
type Tags = Spec["tags"];

function prefix(system: string, name: string): readonly Problem[] {
  if (/^[a-z](-?[a-z0-9])*$/.test(name) && name.length <= longestPrefix) return [];
  return [
    {
      path: "system",
      value: system,
      rule: `must make names such as ${name} of letters, digits and single hyphens, at most ${longestPrefix}`,
      fix: "give the system a shorter or simpler name in systems/catalogue.ts",
    },
  ];
}

function tagCount(tags: Tags): readonly Problem[] {
  const count = Object.keys(tags).length;
  if (count <= mostTags) return [];
  return [
    {
      path: "tags",
      value: count,
      rule: `must be at most ${mostTags}: AWS takes 50 for each resource`,
      fix: "remove some",
    },
  ];
}

function tagKey(key: string, tags: Tags): readonly Problem[] {
  const path = `tags.${key}`;
  const same = Object.keys(tags).find((other) => other < key && sameButCase(other, key));
  const standing = standingTags.find((other) => sameButCase(other, key)) ?? key;
  const broken = [
    { holds: !/^aws:/i.test(key), rule: "must not begin with aws:, which AWS keeps for itself" },
    {
      holds: !sameButCase(key, "Name"),
      rule: "must not be Name, which each resource has of its own",
    },
    {
      holds: key === standing,
      rule: `must be written ${standing}: IAM takes keys that differ in case alone for one`,
    },
    {
      holds: isTagText(key) && isTagText(tags[key] ?? ""),
      rule: "must be of letters, digits, spaces and _ . : / = + - @ in key and value",
    },
    {
      holds: same === undefined,
      rule: `must differ from ${same ?? ""} in more than case: IAM takes them for one`,
    },
  ].filter(({ holds }) => !holds);
  return broken.map((each) => ({ path, rule: each.rule, fix: "rename or remove it" }));
}

/** The roles that deploy know the resources of an environment by the tag, whatever its case. */
function environmentTag({ Environment: value }: Tags, environment: string): readonly Problem[] {
  if (value === undefined || sameButCase(value, environment)) return [];
  return [
    {
      path: "tags.Environment",
      value,
      rule: `must be ${environment} in whatever case, by which roles know the environment's resources`,
      fix: `write ${environment}, or remove it`,
    },
  ];
}

function sameButCase(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isTagText(text: string): boolean {
  return /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(text);
}

function databaseName({ databaseName: value }: Database): readonly Problem[] {
  if (!reservedDatabases.includes(value)) return [];
  return [
    {
      path: "database.databaseName",
      value,
      rule: "must not be the name of a database that PostgreSQL or RDS makes",
      fix: "choose another name",
    },
  ];
}

function masterName({ masterUsername: value }: Database): readonly Problem[] {
  if (!reservedRoles.includes(value) && !value.startsWith("pg_")) return [];
  return [
    {
      path: "database.masterUsername",
      value,
      rule: "must not be a reserved name: one that begins with pg_ or belongs to RDS",
      fix: "write postgres, or another name",
    },
  ];
}

function applicationName({ applicationUser, masterUsername }: Database): readonly Problem[] {
  const name = applicationUser?.name;
  if (name === undefined) return [];
  const longest = longestRole - cloneSuffix.length;
  const broken = [
    { holds: name !== masterUsername, rule: "must be another role than masterUsername" },
    {
      holds: !reservedRoles.includes(name) && !name.startsWith("pg_"),
      rule: "must not be a reserved name: one that begins with pg_ or belongs to RDS",
    },
    {
      holds: name.length <= longest && !name.endsWith(cloneSuffix),
      rule: `must be at most ${longest} characters and not end in ${cloneSuffix}, which the rotation adds`,
    },
  ].filter(({ holds }) => !holds);
  return broken.map((each) => ({
    path: "database.applicationUser.name",
    value: name,
    rule: each.rule,
    fix: "choose another name",
  }));
}

/** Names that other parts of the database have. */
const takenLabels = ["proxy", "recovery", "rotation"];

function replicaNames({ readReplicas, restoreFrom }: Database): readonly Problem[] {
  const taken = [...takenLabels, ...(restoreFrom === undefined ? [] : [restoreFrom.generation])];
  return Object.keys(readReplicas)
    .filter((name) => taken.includes(name))
    .map((name) => ({
      path: `database.readReplicas.${name}`,
      rule: `must have another name than ${taken.join(", ")}`,
      fix: "rename it",
    }));
}
