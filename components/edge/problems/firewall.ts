import { logRetentionProblems } from "../../problems/periods";
import { outsideOf, unless } from "../../problems/phrases";
import type { ManagedGroupArgs } from "../firewall-args";
import type { Settings } from "../edge-settings";

const windows = [60, 120, 300, 600];
const mostOverrides = 100;

/** What WAF refuses of a firewall. */
export function firewallProblems({ waf }: Settings): readonly string[] {
  const groups = Object.entries<ManagedGroupArgs | undefined>(waf.managedGroups);
  return [
    ...outsideOf("waf.rateLimit", waf.rateLimit, 10, 2_000_000_000),
    ...unless(
      windows.includes(waf.windowSeconds),
      `waf.windowSeconds must be one of ${windows.join(", ")}, got ${waf.windowSeconds}`,
    ),
    ...groups.flatMap(([group, { countedRules = [] } = {}]) =>
      unless(
        countedRules.length <= mostOverrides,
        `waf.managedGroups.${group}.countedRules must be at most ${mostOverrides}, got ${countedRules.length}`,
      ),
    ),
    ...logRetentionProblems("waf.logRetentionDays", waf.logRetentionDays),
  ];
}
