import { sharedEnvironment } from "../components/deploy-roles/names";
import type { Problem } from "../spec/problem";
import type { AccountSpec } from "./spec";

/** What cannot work although each setting is well formed. */
export function preflight(spec: AccountSpec): readonly Problem[] {
  return checks.flatMap((check) => check(spec));
}

const checks: readonly ((spec: AccountSpec) => readonly Problem[])[] = [
  regionsDiffer,
  environmentsStand,
  sourcesExist,
  domainsHosted,
  delegationsBelow,
  repositoriesOnce,
  taggedAsShared,
];

function regionsDiffer({ region, disasterRecoveryRegion }: AccountSpec): readonly Problem[] {
  if (region !== disasterRecoveryRegion) return [];
  return [
    {
      path: "disasterRecoveryRegion",
      value: disasterRecoveryRegion,
      rule: "must be another than region",
      fix: "name another region, or leave it out",
    },
  ];
}

function environmentsStand({ environments }: AccountSpec): readonly Problem[] {
  if (Object.keys(environments).length > 0) return [];
  return [
    {
      path: "environments",
      rule: "must have one environment at least",
      fix: "add production, staging or both",
    },
  ];
}

/** The tokens of GitLab do not name the environment in what AWS compares. */
function sourcesExist({ codeHost, environments }: AccountSpec): readonly Problem[] {
  if (codeHost.kind === "github") return [];
  return Object.entries(environments).flatMap(([name, { deployFrom }]) =>
    "branch" in deployFrom
      ? []
      : [
          {
            path: `environments.${name}.deployFrom`,
            value: deployFrom,
            rule: "must be a branch: the tokens of GitLab name no environment",
            fix: "write branch: and the name of a protected branch",
          },
        ],
  );
}

function domainsHosted({ environments, hostedZones }: AccountSpec): readonly Problem[] {
  const zones = Object.keys(hostedZones);
  return Object.entries(environments).flatMap(([name, { domains = [] }]) =>
    domains
      .filter((domain) => !zones.some((zone) => domain === zone || isBelow(domain, zone)))
      .map((domain) => ({
        path: `environments.${name}.domains`,
        value: domain,
        rule: `must be in a hosted zone: ${zones.join(", ") || "there is none"}`,
        fix: "add the zone to hostedZones, or name a domain of one",
      })),
  );
}

function delegationsBelow({ hostedZones }: AccountSpec): readonly Problem[] {
  return Object.entries(hostedZones).flatMap(([zone, { delegations }]) =>
    Object.keys(delegations).flatMap((name) => {
      const path = `hostedZones["${zone}"].delegations`;
      if (!isBelow(name, zone)) {
        const rule = `must be names below ${zone}`;
        return [{ path, value: name, rule, fix: `write for example staging.${zone}` }];
      }
      if (!Object.hasOwn(hostedZones, name)) return [];
      const rule =
        "must leave out what is a hosted zone of this account: it is delegated to anyway";
      return [{ path, value: name, rule, fix: "remove it" }];
    }),
  );
}

function repositoriesOnce({ images: { repositories } }: AccountSpec): readonly Problem[] {
  const repeated = repositories.filter((each, index) => repositories.indexOf(each) !== index);
  return [...new Set(repeated)].map((repository) => ({
    path: "images.repositories",
    value: repository,
    rule: "must name each repository once",
    fix: "remove the repetition",
  }));
}

/** The roles that deploy may use what carries the tag, whatever its case, and nothing of another environment. */
function taggedAsShared({ tags }: AccountSpec): readonly Problem[] {
  const { Environment: value } = tags;
  if (value === undefined || value.toLowerCase() === sharedEnvironment) return [];
  return [
    {
      path: "tags.Environment",
      value,
      rule: `must be ${sharedEnvironment} in whatever case, by which roles know what environments share`,
      fix: `write ${sharedEnvironment}, or remove it`,
    },
  ];
}

function isBelow(name: string, domain: string): boolean {
  return name.endsWith(`.${domain}`);
}
