import type { ClusterArgs } from "./args";
import { settingsOf, type Settings } from "./cluster-settings";
import { accessProblems } from "./problems/access";
import { nodeProblems } from "./problems/nodes";
import { placeProblems } from "./problems/places";

const checks: readonly ((settings: Settings) => readonly string[])[] = [
  placeProblems,
  accessProblems,
  nodeProblems,
];

/** Everything that AWS would refuse of the arguments, a sentence each; none when they can work. */
export function validateCluster(args: ClusterArgs): readonly string[] {
  const settings = settingsOf(args);
  return checks.flatMap((check) => check(settings));
}
