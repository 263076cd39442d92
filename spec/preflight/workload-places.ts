import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { found } from "./reference";
import { rule, sectionRule } from "./rule";
import { workloadsOf, type PlacedWorkload } from "./workloads";

/** Workloads that stand in a cluster, each under a name of its own. */
export const workloadPlaceRules = [
  rule(["services", "jobs", "cluster"], ({ cluster, ...workloads }) =>
    cluster === undefined ? withoutCluster(workloads) : [],
  ),
  sectionRule("cluster", ["services", "jobs"], ({ namespaces }, workloads) =>
    workloadsOf(workloads).flatMap(({ path, workload }) =>
      found({
        path: `${path}.namespace`,
        name: workload.namespace,
        section: "cluster.namespaces",
        names: Object.keys(namespaces),
      }),
    ),
  ),
  rule(["services", "jobs"], ({ services, jobs }) =>
    workloadsOf({ services: {}, jobs }).flatMap((job) => ownName(job, services)),
  ),
];

function withoutCluster(workloads: Pick<Spec, "services" | "jobs">): readonly Problem[] {
  return (["services", "jobs"] as const)
    .filter((section) => Object.keys(workloads[section]).length > 0)
    .map((section) => ({
      path: section,
      rule: "must be left out without cluster, in which they stand",
      fix: "add cluster, or remove them (null in overrides)",
    }));
}

/** The identities and secrets of workloads are called like them. */
function ownName({ name, path }: PlacedWorkload, services: Spec["services"]): readonly Problem[] {
  if (!Object.hasOwn(services, name)) return [];
  return [{ path, rule: `must have another name than services.${name}`, fix: "rename it" }];
}
