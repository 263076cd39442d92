import type { RuleDocument, StackDocument } from "../document";
import type { Finding } from "./finding";
import type { ProofOf } from "./row";

/** Shows that a rule of the pack judged resources of the stack and passed every one of them. */
export function proveRule({ rule }: ProofOf<"rule">, rules: StackDocument["rules"]): Finding {
  const counts = rules.find(({ id }) => id === rule);
  const judged = counts === undefined ? 0 : judgedBy(counts);
  if (counts === undefined || judged === 0) {
    return { holds: false, detail: `${rule} must judge a resource, judged none` };
  }
  if (counts.passed === judged) {
    return { holds: true, detail: `${rule} passed ${counts.passed}` };
  }
  const others = (["failed", "undecided", "exempt"] as const).filter(
    (verdict) => counts[verdict] > 0,
  );
  const got = others.map((verdict) => `${counts[verdict]} ${verdict}`).join(", ");
  return { holds: false, detail: `${rule} must pass all ${judged}, got ${got}` };
}

function judgedBy({ passed, failed, undecided, exempt }: RuleDocument): number {
  return passed + failed + undecided + exempt;
}
