import { outsideOf, unless } from "../../problems/phrases";
import { defaultUserId } from "../access";
import type { Settings } from "../cache-settings";
import { sitesOf } from "../scope";

/** ElastiCache takes no longer identifiers, of groups and of users. */
const longest = 40;

/** What is wrong with the names of a cache. */
export function nameProblems(settings: Settings): readonly string[] {
  const { replicationGroupId, allowedSecurityGroups, disasterRecovery, port } = settings;
  return [
    ...unless(
      /^[a-z](-?[a-z0-9])*$/.test(replicationGroupId),
      `replicationGroupId must be lower-case letters, digits and single hyphens, a letter first, got ${replicationGroupId}`,
    ),
    ...identifiersOf(settings).flatMap((identifier) =>
      unless(
        identifier.length <= longest,
        `replicationGroupId must leave identifiers of at most ${longest} characters, got ${identifier}`,
      ),
    ),
    ...outsideOf("port", port, 1, 65535),
    ...labelProblems("allowedSecurityGroups", allowedSecurityGroups),
    ...labelProblems(
      "disasterRecovery.allowedSecurityGroups",
      disasterRecovery?.allowedSecurityGroups ?? {},
    ),
    ...userProblems(settings),
  ];
}

/** Every identifier that is made of the cache's. */
function identifiersOf(settings: Settings): readonly string[] {
  const { replicationGroupId, auth, engine } = settings;
  const groups = sitesOf({ name: "", settings }).map((site) => site.replicationGroupId);
  const hasDefaultUser = auth.mode === "rbac" && engine === "redis";
  return [...groups, ...(hasDefaultUser ? [defaultUserId(replicationGroupId)] : [])];
}

function labelProblems(path: string, groups: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(groups).flatMap((label) =>
    unless(
      /^[a-z][a-z0-9-]{0,31}$/.test(label),
      `${path} must be labelled by lower-case letters, digits and hyphens, at most 32, got ${label}`,
    ),
  );
}

function userProblems({ auth }: Settings): readonly string[] {
  if (auth.mode !== "rbac") return [];
  return [
    ...unless(
      /^[a-zA-Z][a-zA-Z0-9-]{0,39}$/.test(auth.userName) && auth.userName !== "default",
      `auth.userName must be letters, digits and hyphens, a letter first, at most 40, but not default, got ${auth.userName}`,
    ),
    ...unless(
      /^on\s/.test(auth.accessString) && !/(^|\s)([><]|nopass|reset\b)/.test(auth.accessString),
      `auth.accessString must begin with on and set no passwords, got ${auth.accessString}`,
    ),
  ];
}
