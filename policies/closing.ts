import type { StackValidationArgs } from "@pulumi/policy";
import type { PolicyConfiguration } from "./configuration";
import type { Hearing } from "./hear";
import { exemptionsCurrent, type Housekeeping, valuesKnown } from "./housekeeping";
import { reportFinding } from "./report";
import type { Level } from "./rule";

/** What one policy that closes the run has to say. */
export interface Closing {
  readonly policy: Housekeeping;
  /** Says it when every rule has judged. */
  readonly conclude: (
    hearing: Hearing,
    configuration: PolicyConfiguration,
    args: StackValidationArgs,
  ) => void;
}

/** The policies that look at how the run went, in the order they speak. */
export const closings: readonly Closing[] = [
  { policy: exemptionsCurrent, conclude: concludeExemptions },
  { policy: valuesKnown, conclude: concludeUndecided },
];

function concludeExemptions(
  hearing: Hearing,
  { level }: PolicyConfiguration,
  args: StackValidationArgs,
): void {
  const { ledger, onVerdict } = hearing.court;
  if (ledger.isEmpty) return;
  const urn = args.resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.urn ?? "";
  if (ledger.stale.length > 0) {
    announceFinding(hearing, { policy: exemptionsCurrent, urn, lines: ledger.stale, level });
    return;
  }
  const { id, severity } = exemptionsCurrent;
  onVerdict?.({ rule: id, urn, verdict: "pass", level: level as Level, severity });
}

function concludeUndecided(hearing: Hearing, { level, settings }: PolicyConfiguration): void {
  if (settings["report"] !== true) return;
  for (const [urn, lines] of hearing.court.memory.undecidedLines) {
    announceFinding(hearing, { policy: valuesKnown, urn, lines, level });
  }
}

interface ClosingFinding {
  readonly policy: Housekeeping;
  readonly urn: string;
  readonly lines: readonly string[];
  readonly level: PolicyConfiguration["level"];
}

function announceFinding(hearing: Hearing, finding: ClosingFinding): void {
  const { policy, urn, lines, level } = finding;
  const message = lines.join("\n");
  hearing.court.onVerdict?.({
    rule: policy.id,
    urn,
    verdict: "fail",
    level: level as Level,
    severity: policy.severity,
    message,
    fix: policy.fix,
  });
  reportFinding(hearing.report, { policy, urn, message, level: hearing.level });
}
