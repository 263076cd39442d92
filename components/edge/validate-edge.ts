import type { EdgeArgs } from "./args";
import { settingsOf, type Settings } from "./edge-settings";
import { cdnProblems } from "./problems/cdn";
import { firewallProblems } from "./problems/firewall";
import { healthProblems } from "./problems/health";
import { nameProblems } from "./problems/names";
import { placeProblems } from "./problems/places";
import { serviceProblems } from "./problems/services";

const checks: readonly ((settings: Settings, name: string) => readonly string[])[] = [
  placeProblems,
  nameProblems,
  serviceProblems,
  healthProblems,
  firewallProblems,
  cdnProblems,
];

/**
 * Everything that AWS would refuse of the arguments of the edge of that name, and every name that would lead nowhere,
 * a sentence each; none when they can work.
 */
export function validateEdge(name: string, args: EdgeArgs): readonly string[] {
  const settings = settingsOf(args);
  return checks.flatMap((check) => check(settings, name));
}
