import type { Problem } from "../problem";
import { isReplicated } from "./cache-recovery";
import { sectionRule } from "./rule";

/** ElastiCache takes no longer identifiers, of groups and of users. */
const longest = 40;

/**
 * Names that ElastiCache accepts.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export const cacheNameRules = [
  sectionRule(
    "cache",
    ["system", "environment", "disasterRecovery"],
    ({ restoreFrom, auth, engine }, { system, environment, disasterRecovery }) => {
      const prefix = `${system}-${environment}`;
      const group = restoreFrom === undefined ? prefix : `${prefix}-${restoreFrom.generation}`;
      const hasDefaultUser = auth.mode === "rbac" && engine === "redis";
      return [
        ...(restoreFrom === undefined ? [] : short(system, group)),
        ...(isReplicated(disasterRecovery) ? short(system, `${group}-recovery`) : []),
        ...(hasDefaultUser ? short(system, `${prefix}-default`) : []),
      ];
    },
  ),
  sectionRule("cache", [], ({ auth }) => (auth.mode === "rbac" ? ownUser(auth.userName) : [])),
  sectionRule("cache", [], ({ auth }) => (auth.mode === "rbac" ? noPassword(auth) : [])),
];

function short(system: string, identifier: string): readonly Problem[] {
  if (identifier.length <= longest) return [];
  return [
    {
      path: "system",
      value: system,
      rule: `must make identifiers of the cache such as ${identifier} of at most ${longest} characters`,
      fix: "give the system a shorter name in systems/catalogue.ts",
    },
  ];
}

function ownUser(value: string): readonly Problem[] {
  if (value !== "default") return [];
  return [
    {
      path: "cache.auth.userName",
      value,
      rule: "must be another user than the default one, which is disabled",
      fix: "choose another name",
    },
  ];
}

function noPassword({ accessString: value }: { readonly accessString: string }) {
  if (!/\s([><]|nopass|reset\b)/.test(value)) return [];
  return [
    {
      path: "cache.auth.accessString",
      value,
      rule: "must set no password: the user has one that is generated",
      fix: "remove what begins with > or <, nopass and reset",
    },
  ];
}
