import type { StackDocument } from "../../preview/document";
import type { Events } from "./events";

/** A violation in the terms in which both engines can be compared. */
export interface Violation {
  readonly rule: string;
  readonly resource: string;
  readonly level: string;
  readonly severity: string;
  /** What is wrong and how to put it right. */
  readonly says: string;
}

/** What the engine reported. */
export function violationsOf(events: Events): readonly Violation[] {
  return sorted(
    events.policies.map((event) => ({
      rule: event.policyName,
      resource: event.resourceUrn ?? "",
      level: event.enforcementLevel,
      severity: event.severity ?? "",
      says: event.message.trim(),
    })),
  );
}

/** What the offline preview reported. */
export function violationsIn({ findings }: StackDocument): readonly Violation[] {
  const failed = findings.filter(({ verdict }) => verdict === "fail");
  return sorted(
    failed.map(({ rule, resource, level, severity, message, fix }) => ({
      ...{ rule, resource, level, severity },
      says: `${message}\n${fix}`,
    })),
  );
}

function sorted(violations: readonly Violation[]): readonly Violation[] {
  const keyOf = (violation: Violation): string => `${violation.rule} ${violation.resource}`;
  return [...violations].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The policy of the pack that records inputs and judges nothing. */
const recorder = "inputs-recorded";

/** How many resources each rule found nothing wrong with, as the engine counts them; not of rules about the stack as a whole. */
export function passesOf({ passes }: Events): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const policy of passes) {
    if (policy !== recorder) counts[policy] = (counts[policy] ?? 0) + 1;
  }
  return counts;
}

/** The same counts in an offline preview, for the rules that the engine counted. */
export function passesIn(
  { rules }: StackDocument,
  counted: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const both = rules.filter(({ id, passed }) => passed > 0 && id in counted);
  return Object.fromEntries(both.map(({ id, passed }) => [id, passed]));
}
