import type { Problem } from "../problem";
import { amountOf } from "./quantity";
import { rule } from "./rule";
import { workloadsOf, type PlacedWorkload } from "./workloads";

/** What a container asks for, gets at most and runs. */
export const workloadResourceRules = [
  rule(["services", "jobs"], (workloads) => workloadsOf(workloads).flatMap(ordered)),
  rule(["services", "jobs"], (workloads) => workloadsOf(workloads).flatMap(pinned)),
];

function ordered({ path, workload }: PlacedWorkload): readonly Problem[] {
  const { requests, limits } = workload.resources;
  return (["cpu", "memory"] as const).flatMap((kind) => {
    const at = `${path}.resources.requests.${kind}`;
    const value = requests[kind];
    if (amountOf(value) <= 0) {
      return [{ path: at, value, rule: "must be more than nothing", fix: "raise it" }];
    }
    if (amountOf(value) <= amountOf(limits[kind])) return [];
    return [
      {
        path: at,
        value,
        rule: `must be at most resources.limits.${kind} ${limits[kind]}`,
        fix: `lower it to ${limits[kind]}, or raise the limit`,
      },
    ];
  });
}

/** Under a tag that moves, pods that start later run something else, and nothing tells the cluster of it. */
function pinned({ path, workload: { image } }: PlacedWorkload): readonly Problem[] {
  if (!image.endsWith(":latest")) return [];
  return [
    {
      path: `${path}.image`,
      value: image,
      rule: "must have a digest, or a tag that is not latest, so that all pods run the same",
      fix: "write the tag of a version such as 1.4.2",
    },
  ];
}
