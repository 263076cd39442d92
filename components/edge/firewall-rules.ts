import type * as aws from "@pulumi/aws";
import type { ManagedGroupArgs } from "./firewall-args";
import { managedGroups, type ManagedGroup } from "./managed-groups";
import type { Settings } from "./edge-settings";

/** A rule of a web ACL. */
export type FirewallRule = Pick<
  aws.wafv2.WebAclRuleArgs,
  "action" | "overrideAction" | "statement"
> & {
  readonly name: string;
  readonly priority: number;
};

type Waf = Settings["waf"];

/** Place of the limit of requests, before what costs more. */
const rateLimitPriority = 1;

/** The rules of a firewall, in the order in which they judge. */
export function rulesOf(waf: Waf): readonly FirewallRule[] {
  const groups = Object.entries(managedGroups) as [ManagedGroup, number][];
  return [
    rateLimitOf(waf),
    ...groups.flatMap(([group, priority]) => {
      const args = waf.managedGroups[group];
      return args === undefined ? [] : [managedRuleOf(waf, { group, priority, args })];
    }),
  ];
}

function rateLimitOf({ rateLimit, windowSeconds, mode }: Waf): FirewallRule {
  return {
    name: "RateLimitRule",
    priority: rateLimitPriority,
    // "Too many requests", where a blocked request is "forbidden" otherwise.
    action: mode === "block" ? { block: { customResponse: { responseCode: 429 } } } : { count: {} },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: "IP",
        limit: rateLimit,
        evaluationWindowSec: windowSeconds,
      },
    },
  };
}

interface Managed {
  readonly group: ManagedGroup;
  readonly priority: number;
  readonly args: ManagedGroupArgs;
}

function managedRuleOf({ mode }: Waf, { group, priority, args }: Managed): FirewallRule {
  const { countedRules = [] } = args;
  return {
    name: group,
    priority,
    overrideAction: mode === "block" ? { none: {} } : { count: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name: group,
        ...(countedRules.length === 0
          ? {}
          : {
              ruleActionOverrides: countedRules.map((name) => ({
                name,
                actionToUse: { count: {} },
              })),
            }),
      },
    },
  };
}
