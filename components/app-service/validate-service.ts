import type { AppServiceArgs } from "./args";
import { connectionProblems } from "./problems/connections";
import { environmentProblems } from "./problems/environment";
import { nameProblems } from "./problems/names";
import { portProblems } from "./problems/ports";
import { resourceProblems } from "./problems/resources";
import { scalingProblems } from "./problems/scaling";
import { podProblems } from "./problems/pods";
import { settingsOf, type Settings } from "./service-settings";

const checks: readonly ((settings: Settings) => readonly string[])[] = [
  nameProblems,
  portProblems,
  scalingProblems,
  resourceProblems,
  podProblems,
  environmentProblems,
  connectionProblems,
];

/** Everything that Kubernetes would refuse of the arguments or that could not work, a sentence each; none when they can. */
export function validateService(args: AppServiceArgs): readonly string[] {
  const settings = settingsOf(args);
  return checks.flatMap((check) => check(settings));
}
