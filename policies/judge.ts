import type { PolicyConfiguration } from "./configuration";
import type { Judgement } from "./judgement";
import type { Ledger } from "./ledger";
import type { Memory } from "./memory";
import type { Level, Rule } from "./rule";
import type { Subject } from "./subject";
import type { Verdict } from "./verdict";

/** What it takes to bring in verdicts: what is remembered, what is excused, and what day it is. */
export interface Court {
  readonly memory: Memory;
  readonly ledger: Ledger;
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A rule with how it is to work. */
export interface Charge {
  readonly rule: Rule;
  readonly configuration: PolicyConfiguration;
}

/** Runs a rule's check on a resource and says what it comes to, exemptions considered. */
export function judge(
  court: Court,
  charge: Charge,
  resource: Subject,
  check: () => Judgement,
): Verdict {
  const { rule, configuration } = charge;
  const judgement = attempt(rule, resource, check);
  const exemption = court.ledger.find(rule.id, resource);
  court.memory.keepUndecided(
    resource.urn,
    rule.id,
    judgement.verdict === "undecided" ? judgement.values : [],
  );
  const verdict = {
    rule: rule.id,
    urn: resource.urn,
    verdict: judgement.verdict,
    level: configuration.level as Level,
    severity: rule.severity,
    ...explanation(judgement),
  };
  if (judgement.verdict !== "fail") return verdict;
  return exemption === undefined
    ? { ...verdict, fix: rule.fix }
    : { ...verdict, verdict: "exempt", exemption };
}

/**
 * A defect in one check must not stop the others, nor the deployment's report of them: it is a finding.
 * The error's own message is left out, because it may quote a value.
 */
function attempt(rule: Rule, resource: Subject, check: () => Judgement): Judgement {
  try {
    return check();
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    const message = `the rule ${rule.id} could not judge ${resource.type} "${resource.name}": ${name}, a defect of the rule`;
    return { verdict: "fail", failures: [message] };
  }
}

function explanation(judgement: Judgement): Pick<Verdict, "message"> {
  switch (judgement.verdict) {
    case "pass":
      return {};
    case "fail":
      return { message: sorted(judgement.failures).join("\n") };
    case "undecided":
      return { message: `not known until deployed: ${sorted(judgement.values).join(", ")}` };
    case "notApplicable":
      return { message: judgement.reason };
  }
}

/** Sorted so that `ingress[2]` comes before `ingress[10]`, each line once. */
function sorted(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}
