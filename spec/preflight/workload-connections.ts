import { pathOf } from "../path";
import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { found } from "./reference";
import { rule } from "./rule";
import { workloadsOf, type PlacedWorkload } from "./workloads";

type Workloads = Pick<Spec, "services" | "jobs">;

const remove = "remove it (null in overrides)";
const minutesPerDay = 24 * 60;

/** What workloads connect to is there, and lets them in. */
export const workloadConnectionRules = [
  rule(["services", "jobs", "database"], ({ database, ...workloads }) =>
    eachOf(workloads, (placed) => toDatabase(placed, database)),
  ),
  rule(["services", "jobs", "cache"], ({ cache, ...workloads }) =>
    eachOf(workloads, (placed) => toCache(placed, cache)),
  ),
  rule(["services", "jobs", "broker"], ({ broker, ...workloads }) =>
    eachOf(workloads, (placed) => toBroker(placed, broker)),
  ),
  rule(["services", "jobs", "storage"], ({ storage, ...workloads }) =>
    eachOf(workloads, (placed) => toBuckets(placed, Object.keys(storage.buckets))),
  ),
  rule(["services", "jobs", "secrets"], ({ secrets, ...workloads }) =>
    eachOf(workloads, (placed) => toSecrets(placed, secrets.entries)),
  ),
  rule(["services", "jobs"], (workloads) =>
    eachOf(workloads, (placed) => toServices(placed, Object.keys(workloads.services))),
  ),
];

function eachOf(
  workloads: Workloads,
  check: (placed: PlacedWorkload) => readonly Problem[],
): readonly Problem[] {
  return workloadsOf(workloads).flatMap(check);
}

/** The login before is good until the next rotation: who learns of a new one later is locked out. */
function toDatabase(
  { path, workload }: PlacedWorkload,
  { applicationUser }: Spec["database"],
): readonly Problem[] {
  const { connectsTo, secretsRefreshMinutes } = workload;
  if (connectsTo.database === undefined) return [];
  if (applicationUser === undefined) {
    return [
      {
        path: `${path}.connectsTo.database`,
        rule: "must be left out without database.applicationUser, the role that it logs in as",
        fix: `add database.applicationUser, or ${remove}`,
      },
    ];
  }
  const good = applicationUser.rotationDays * minutesPerDay;
  if (secretsRefreshMinutes < good) return [];
  return [
    {
      path: `${path}.secretsRefreshMinutes`,
      value: secretsRefreshMinutes,
      rule: `must be less than the ${good} for which a login is good after database.applicationUser.rotationDays`,
      fix: "lower it to 60",
    },
  ];
}

function toCache({ path, workload }: PlacedWorkload, cache: Spec["cache"]): readonly Problem[] {
  if (workload.connectsTo.cache === undefined) return [];
  const at = `${path}.connectsTo.cache`;
  if (cache === undefined) {
    return [{ path: at, rule: "must be left out without cache", fix: `add cache, or ${remove}` }];
  }
  if (cache.auth.mode !== "none") return [];
  return [
    {
      path: at,
      rule: "must be left out with cache.auth.mode none: it logs in with a password",
      fix: `write token or rbac as cache.auth.mode, or ${remove}`,
    },
  ];
}

function toBroker({ path, workload }: PlacedWorkload, broker: Spec["broker"]): readonly Problem[] {
  if (workload.connectsTo.broker === undefined) return [];
  const at = `${path}.connectsTo.broker`;
  if (broker === undefined) {
    return [{ path: at, rule: "must be left out without broker", fix: `add broker, or ${remove}` }];
  }
  if (broker.authentication.iam) return [];
  return [
    {
      path: at,
      rule: "must be left out without broker.authentication.iam, by which it proves who it is",
      fix: `write true as broker.authentication.iam, or ${remove}`,
    },
  ];
}

function toBuckets(
  { section, name, workload }: PlacedWorkload,
  names: readonly string[],
): readonly Problem[] {
  return Object.keys(workload.connectsTo.buckets).flatMap((label) => {
    const path = pathOf([section, name, "connectsTo", "buckets", label]);
    return found({ path, name: label, section: "storage.buckets", names });
  });
}

function toSecrets(
  { section, name, workload }: PlacedWorkload,
  entries: Spec["secrets"]["entries"],
): readonly Problem[] {
  return Object.entries(workload.connectsTo.secrets).flatMap(([label, variables]) => {
    const keys = [section, name, "connectsTo", "secrets", label];
    const entry = Object.hasOwn(entries, label) ? entries[label] : undefined;
    if (entry === undefined) {
      const names = Object.keys(entries);
      return found({ path: pathOf(keys), name: label, section: "secrets.entries", names });
    }
    if (entry.furtherValues === "supplied") return [];
    const names = Object.keys(entry.values);
    const values = pathOf(["secrets", "entries", label, "values"]);
    return Object.entries(variables).flatMap(([variable, value]) =>
      found({ path: pathOf([...keys, variable]), name: value, section: values, names }),
    );
  });
}

function toServices(
  { section, name, workload }: PlacedWorkload,
  names: readonly string[],
): readonly Problem[] {
  return Object.keys(workload.connectsTo.services).flatMap((service) => {
    const path = pathOf([section, name, "connectsTo", "services", service]);
    if (section === "services" && service === name) {
      return [{ path, rule: "must be another service than itself", fix: "remove it" }];
    }
    if (othersOf(workload.connectsTo).includes(service)) {
      return [
        {
          path,
          rule: "must be called otherwise than what another connection leads to",
          fix: "rename the service",
        },
      ];
    }
    return found({ path, name: service, section: "services", names });
  });
}

/** What the connections lead to that are of no service, as the program calls it. */
function othersOf(connectsTo: PlacedWorkload["workload"]["connectsTo"]): readonly string[] {
  return [
    ...(["database", "cache", "broker"] as const).filter((to) => connectsTo[to] !== undefined),
    ...Object.keys(connectsTo.buckets).map((label) => `bucket-${label}`),
    ...Object.keys(connectsTo.secrets).map((entry) => `secret-${entry}`),
  ];
}
