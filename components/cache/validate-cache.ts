import type { CacheArgs } from "./args";
import { settingsOf, type Settings } from "./cache-settings";
import { engineProblems } from "./problems/engine";
import { nameProblems } from "./problems/names";
import { parameterProblems } from "./problems/parameters";
import { periodProblems } from "./problems/periods";
import { placeProblems } from "./problems/places";
import { recoveryProblems } from "./problems/recovery";
import { restoreProblems } from "./problems/restore";
import { topologyProblems } from "./problems/topology";

const checks: readonly ((settings: Settings) => readonly string[])[] = [
  nameProblems,
  placeProblems,
  engineProblems,
  topologyProblems,
  periodProblems,
  parameterProblems,
  recoveryProblems,
  restoreProblems,
];

/** Everything that AWS would refuse of the arguments, a sentence each; none when they can work. */
export function validateCache(args: CacheArgs): readonly string[] {
  const settings = settingsOf(args);
  return checks.flatMap((check) => check(settings));
}
