import type { ReportViolation, ResourceValidationArgs } from "@pulumi/policy";
import { type Charge, type Court, judge } from "./judge";
import type { Memory } from "./memory";
import { reportFinding } from "./report";
import type { Level, ResourceRule, StackRule } from "./rule";
import type { Stack } from "./stack";
import { Subject } from "./subject";
import type { Verdict } from "./verdict";

/** A {@link Court} that announces its verdicts. */
export interface OpenCourt extends Court {
  readonly onVerdict?: ((verdict: Verdict) => void) | undefined;
}

/** Where a verdict goes. */
export interface Hearing {
  readonly court: OpenCourt;
  readonly report: ReportViolation;
  /** The level to report at; left out where the engine knows it. */
  readonly level?: Level | undefined;
}

/** The resource that the SDK asks about, as rules see it. */
export function subjectOf(args: ResourceValidationArgs, memory: Memory): Subject {
  const { urn, type, name, props } = args;
  return new Subject({ urn, type, name, inputs: props, secrets: memory.secretsOf(urn) });
}

/** Judges one resource by a rule that needs only the resource itself. */
export function hearResource(
  hearing: Hearing,
  charge: Charge & { readonly rule: ResourceRule },
  resource: Subject,
): Verdict {
  const { rule, configuration } = charge;
  const verdict = judge(hearing.court, charge, resource, () =>
    rule.check(resource, configuration.settings, hearing.court.today),
  );
  announce(hearing, charge, verdict);
  return verdict;
}

/** Judges every resource of a rule's types among the rest of the stack. */
export function hearStack(
  hearing: Hearing,
  charge: Charge & { readonly rule: StackRule },
  stack: Stack,
): void {
  const { rule, configuration } = charge;
  for (const resource of stack.ofType(...rule.types)) {
    const verdict = judge(hearing.court, charge, resource, () =>
      rule.check(resource, configuration.settings, stack),
    );
    announce(hearing, charge, verdict);
  }
}

function announce(hearing: Hearing, { rule }: Charge, verdict: Verdict): void {
  hearing.court.onVerdict?.(verdict);
  if (verdict.verdict !== "fail") return;
  const { urn, message = "" } = verdict;
  reportFinding(hearing.report, { policy: rule, urn, message, level: hearing.level });
}
