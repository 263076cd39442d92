import { logRetentionProblems } from "../../problems/periods";
import { outsideOf, unless } from "../../problems/phrases";
import type { Settings } from "../edge-settings";
import { zoneProblems } from "./names";

const longestSeconds = 2_147_483_647;

/** What is wrong with the distribution. */
export function cdnProblems(settings: Settings): readonly string[] {
  const { cdn, hostnames } = settings;
  if (cdn === undefined) return [];

  const { cache, hostname, rootObject } = cdn;
  return [
    ...zoneProblems("cdn.hostname", hostname, settings),
    ...unless(
      !hostnames.includes(hostname),
      `cdn.hostname must be none of the hostnames, which lead to the load balancer, got ${hostname}`,
    ),
    ...unless(
      !rootObject.startsWith("/"),
      `cdn.rootObject must be a file without slash before it, got ${rootObject}`,
    ),
    ...logRetentionProblems("cdn.logRetentionDays", cdn.logRetentionDays),
    ...outsideOf("cdn.cache.defaultSeconds", cache.defaultSeconds, 0, cache.maximumSeconds),
    ...outsideOf("cdn.cache.maximumSeconds", cache.maximumSeconds, 0, longestSeconds),
  ];
}
