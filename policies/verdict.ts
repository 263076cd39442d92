import type { Exemption } from "./exemption";
import type { Level, Severity } from "./rule";

/** What one rule says about one resource of its types. */
export interface Verdict {
  /** The rule's id. */
  readonly rule: string;
  /** The resource; the stack itself, where the finding is about no resource. */
  readonly urn: string;
  readonly verdict: "pass" | "fail" | "undecided" | "exempt" | "notApplicable";
  /** What a failure does. Without a configuration in the process, the rule's own level. */
  readonly level: Level;
  readonly severity: Severity;
  /** What is wrong, not known yet or not applicable, one line each; none where it passes. */
  readonly message?: string;
  /** How to put it right, where it fails. */
  readonly fix?: string;
  /** The exemption that excuses it, where it is exempt. */
  readonly exemption?: Exemption;
}
