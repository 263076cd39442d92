import { workloadProblems } from "../workload/validate-workload";
import type { AppServiceArgs } from "./args";
import { callerProblems } from "./problems/callers";
import { podProblems } from "./problems/pods";
import { portProblems } from "./problems/ports";
import { scalingProblems } from "./problems/scaling";
import { settingsOf, type Settings } from "./service-settings";

const checks: readonly ((settings: Settings) => readonly string[])[] = [
  workloadProblems,
  portProblems,
  scalingProblems,
  podProblems,
  callerProblems,
];

/** Everything that Kubernetes would refuse of the arguments or that could not work, a sentence each; none when they can. */
export function validateService(args: AppServiceArgs): readonly string[] {
  const settings = settingsOf(args);
  return checks.flatMap((check) => check(settings));
}
