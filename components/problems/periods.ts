import { logRetentions } from "../../spec/fields";
import { unless } from "./phrases";

/** A problem where CloudWatch Logs offers no such retention. */
export function logRetentionProblems(path: string, days: number): readonly string[] {
  return unless(
    logRetentions.some((offered) => offered === days),
    `${path} must be one of ${logRetentions.join(", ")}, got ${days}`,
  );
}

/** A problem where Secrets Manager keeps no deleted secret for so long. */
export function secretRecoveryProblems(path: string, days: number): readonly string[] {
  return unless(
    days === 0 || (Number.isInteger(days) && days >= 7 && days <= 30),
    `${path} must be 0 or a whole number from 7 to 30, got ${days}`,
  );
}
