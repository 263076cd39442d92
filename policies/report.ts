import type { ReportViolation } from "@pulumi/policy";
import type { Facts, Level } from "./rule";
import type { Verdict } from "./verdict";

/** Gives a finding to the engine. */
export interface Finding {
  readonly policy: Pick<Facts, "id" | "requires" | "severity" | "fix">;
  readonly urn: string;
  readonly message: string;
  /** Left out where the engine knows the level. */
  readonly level?: Level | undefined;
}

/** The form that the SDK takes a violation in when more than its message is to be said. */
interface Violation {
  readonly name: string;
  readonly message: string;
  readonly urn: string;
  readonly description: string;
  readonly severity: string;
  readonly enforcementLevel?: Level | undefined;
}

/** Reports a finding under the name of the policy it belongs to: what is wrong, then the fix. */
export function reportFinding(report: ReportViolation, finding: Finding): void {
  const { policy, urn, message, level } = finding;
  const reportObject = report as unknown as (violation: Violation) => void;
  reportObject({
    name: policy.id,
    message: `${message}\n${policy.fix}`,
    urn,
    description: policy.requires,
    severity: policy.severity,
    enforcementLevel: level,
  });
}

/** Why the engine should count a policy as not applied to a resource; none where it was. */
export function reasonNotApplied(verdict: Verdict): string | undefined {
  switch (verdict.verdict) {
    case "pass":
    case "fail":
      return undefined;
    case "exempt":
      return exemptionReason(verdict);
    case "undecided":
    case "notApplicable":
      return verdict.message;
  }
}

function exemptionReason({ exemption }: Verdict): string {
  return `exempt until ${exemption?.expires ?? ""} (${exemption?.owner ?? ""}): ${exemption?.reason ?? ""}`;
}
