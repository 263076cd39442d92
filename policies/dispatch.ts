import type { Policies, ResourceValidation, StackValidation } from "@pulumi/policy";
import { closings } from "./closing";
import type { Configuration } from "./configuration";
import { hearResource, hearStack, type OpenCourt, subjectOf } from "./hear";
import { inputsRecorded } from "./housekeeping";
import type { Charge } from "./judge";
import { secretRecorder } from "./per-rule";
import type { Level, ResourceRule, Rule, StackRule } from "./rule";
import { stackOf } from "./stack-of";

/** A rule that is on, with the level its findings are reported at. */
interface Active<R extends Rule> extends Charge {
  readonly rule: R;
  readonly level: Level;
}

/**
 * The rules as few policies: one that records secrets, one that hands each resource to the rules of
 * its type, one that hands the stack to the rules about relations.
 */
export function dispatchedPolicies(
  rules: readonly Rule[],
  configuration: Configuration,
  court: OpenCourt,
): Policies {
  const active = rules.flatMap((rule) => activeRule(rule, configuration));
  for (const charge of active) {
    court.ledger.declare(charge.rule.id, charge.configuration.exemptions);
  }
  const records = configuration.get(inputsRecorded.id)?.level === "remediate";
  return [
    ...(records ? [secretRecorder(court)] : []),
    {
      name: "rules-about-resources",
      description: "Every rule about single resources.",
      validateResource: resourceDispatcher(active.filter(isOfResource), court, records),
    },
    {
      name: "rules-about-the-stack",
      description: "Every rule about how resources relate.",
      validateStack: stackDispatcher(active.filter(isOfStack), configuration, court),
    },
  ];
}

function resourceDispatcher(
  entries: readonly Active<ResourceRule>[],
  court: OpenCourt,
  records: boolean,
): ResourceValidation {
  const byType = new Map<string, Active<ResourceRule>[]>();
  for (const entry of entries) {
    for (const type of entry.rule.types) byType.set(type, [...(byType.get(type) ?? []), entry]);
  }
  return (args, report) => {
    if (records) court.memory.keepInputs(args.urn, args.props);
    const concerned = byType.get(args.type) ?? [];
    if (concerned.length === 0) return;
    const resource = subjectOf(args, court.memory);
    for (const entry of concerned) {
      hearResource({ court, report, level: entry.level }, entry, resource);
    }
  };
}

function stackDispatcher(
  entries: readonly Active<StackRule>[],
  configuration: Configuration,
  court: OpenCourt,
): StackValidation {
  return (args, report) => {
    const stack = stackOf(args, court.memory);
    for (const entry of entries) hearStack({ court, report, level: entry.level }, entry, stack);
    for (const { policy, conclude } of closings) {
      const level = activeLevel(policy.id, configuration);
      const own = configuration.get(policy.id);
      if (level !== undefined && own !== undefined) conclude({ court, report, level }, own, args);
    }
  };
}

function activeRule(rule: Rule, configurations: Configuration): readonly Active<Rule>[] {
  const configuration = configurations.get(rule.id);
  const level = activeLevel(rule.id, configurations);
  return configuration === undefined || level === undefined ? [] : [{ rule, configuration, level }];
}

/** The level that the policy reports at; `undefined` where it is off. */
function activeLevel(id: string, configurations: Configuration): Level | undefined {
  const level = configurations.get(id)?.level;
  return level === "disabled" || level === "remediate" ? undefined : level;
}

function isOfResource(entry: Active<Rule>): entry is Active<ResourceRule> {
  return entry.rule.scope === "resource";
}

function isOfStack(entry: Active<Rule>): entry is Active<StackRule> {
  return entry.rule.scope === "stack";
}
