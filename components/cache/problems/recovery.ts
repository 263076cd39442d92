import { unless } from "../../problems/phrases";
import type { Settings } from "../cache-settings";
import { joinsGlobalDatastore } from "../engine";

/**
 * What keeps a cache from having a copy in another region.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html
 */
export function recoveryProblems(settings: Settings): readonly string[] {
  const { disasterRecovery, nodeType, autoMinorVersionUpgrade } = settings;
  if (disasterRecovery === undefined) return [];
  return [
    ...unless(
      joinsGlobalDatastore(nodeType),
      `nodeType must be large or larger, of the families m5 to m8g, r5 to r8g, c7gn or c8gn, with disasterRecovery, got ${nodeType}`,
    ),
    ...unless(
      !autoMinorVersionUpgrade,
      "autoMinorVersionUpgrade must be false with disasterRecovery, got true: AWS turns it off",
    ),
  ];
}
