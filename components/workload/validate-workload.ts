import { outsideOf } from "../problems/phrases";
import { edgesProblems } from "./problems/edges";
import { environmentProblems, fileProblems } from "./problems/environment";
import { nameProblems } from "./problems/names";
import { resourceProblems } from "./problems/resources";
import type { WorkloadSettings } from "./workload-settings";

const checks: readonly ((settings: WorkloadSettings) => readonly string[])[] = [
  nameProblems,
  resourceProblems,
  ({ userId }) => outsideOf("userId", userId, 10_000, 65_535),
  environmentProblems,
  fileProblems,
  edgesProblems,
];

/** What Kubernetes would refuse of the arguments that every workload has, a sentence each. */
export function workloadProblems(settings: WorkloadSettings): readonly string[] {
  return checks.flatMap((check) => check(settings));
}
