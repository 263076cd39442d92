import { outsideOf, shown, unless } from "../../problems/phrases";
import type { Settings } from "../database-settings";

const role = /^[a-z][a-z0-9_]*$/;
/** PostgreSQL cuts off what is longer. */
const longestRole = 63;
const cloneSuffix = "_clone";
/** Labels that the database's own parts have. */
const ownLabels = ["proxy", "rotation"];

/** What is wrong with the names of a database. */
export function nameProblems(settings: Settings): readonly string[] {
  const { identifier, databaseName, allowedSecurityGroups, port } = settings;
  return [
    ...unless(
      /^[a-z](-?[a-z0-9])*$/.test(identifier) && identifier.length <= 40,
      `identifier must be lower-case letters, digits and single hyphens, a letter first, at most 40, got ${identifier}`,
    ),
    ...unless(
      /^[a-z_][a-z0-9_]{0,62}$/.test(databaseName),
      `databaseName must be lower-case letters, digits and underscores, at most 63, got ${databaseName}`,
    ),
    ...outsideOf("port", port, 1150, 65535),
    ...Object.keys(allowedSecurityGroups).flatMap((label) =>
      labelProblems("allowedSecurityGroups", label),
    ),
    ...userProblems(settings),
    ...replicaProblems(settings),
  ];
}

function labelProblems(path: string, label: string): readonly string[] {
  return unless(
    /^[a-z][a-z0-9-]{0,31}$/.test(label) && !ownLabels.includes(label),
    `${path} must be labelled by lower-case letters, digits and hyphens, at most 32, but not ${ownLabels.join(" or ")}, got ${label}`,
  );
}

function userProblems({ masterUsername, applicationUser }: Settings): readonly string[] {
  const longest = longestRole - cloneSuffix.length;
  const name = applicationUser?.name ?? "application";
  return [
    ...unless(
      isRole(masterUsername, longestRole) && masterUsername !== "rdsadmin",
      `masterUsername must be lower-case letters, digits and underscores, at most ${longestRole}, not reserved, got ${masterUsername}`,
    ),
    ...unless(
      isRole(name, longest) && !name.endsWith(cloneSuffix),
      `applicationUser.name must be lower-case letters, digits and underscores, at most ${longest}, without ${cloneSuffix} at the end, which the rotation adds, got ${name}`,
    ),
    ...unless(
      name !== masterUsername,
      `applicationUser.name must be another role than masterUsername, got ${name}`,
    ),
    ...outsideOf("applicationUser.connectionLimit", applicationUser?.connectionLimit, 1, 10000),
  ];
}

function isRole(name: string, longest: number): boolean {
  return role.test(name) && !name.startsWith("pg_") && name.length <= longest;
}

function replicaProblems({ readReplicas, restoreFrom }: Settings): readonly string[] {
  const labels = Object.keys(readReplicas);
  return [
    ...unless(labels.length <= 15, `readReplicas must be at most 15, got ${labels.length}`),
    ...labels.flatMap((label) => [
      ...unless(
        /^[a-z0-9]{1,16}$/.test(label) && label !== "recovery",
        `readReplicas must be named by letters and digits, at most 16, but not recovery, got ${label}`,
      ),
      ...unless(
        label !== restoreFrom?.generation,
        `restoreFrom.generation must not be the name of a replica, got ${shown(restoreFrom?.generation)}`,
      ),
    ]),
  ];
}
