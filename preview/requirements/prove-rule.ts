import type { Verdict } from "@groundwork/policies/verdict";
import type { RuleDocument } from "../document";
import type { Finding, Witness } from "./finding";
import type { Graph } from "./graph";
import type { ProofOf } from "./row";

/** What the rules of the pack came to. */
export interface Judged {
  readonly rules: readonly RuleDocument[];
  readonly verdicts: readonly Verdict[];
}

/** Shows that a rule of the pack judged resources of the stack and passed every one of them. */
export function proveRule({ rule }: ProofOf<"rule">, judged: Judged, graph: Graph): Finding {
  const counts = judged.rules.find(({ id }) => id === rule);
  const total = counts === undefined ? 0 : judgedBy(counts);
  const witnesses = witnessesOf(rule, judged.verdicts, graph);
  if (counts === undefined || total === 0) {
    return { holds: false, detail: `${rule} must judge a resource, judged none`, witnesses };
  }
  if (counts.passed === total) {
    return { holds: true, detail: `${rule} passed ${counts.passed}`, witnesses };
  }
  const others = (["failed", "undecided", "exempt"] as const).filter(
    (verdict) => counts[verdict] > 0,
  );
  const got = others.map((verdict) => `${counts[verdict]} ${verdict}`).join(", ");
  return { holds: false, detail: `${rule} must pass all ${total}, got ${got}`, witnesses };
}

function judgedBy({ passed, failed, undecided, exempt }: RuleDocument): number {
  return passed + failed + undecided + exempt;
}

function witnessesOf(rule: string, verdicts: readonly Verdict[], graph: Graph): readonly Witness[] {
  return verdicts.flatMap((verdict) => {
    const resource = graph.at(verdict.urn);
    if (verdict.rule !== rule || resource === undefined) return [];
    if (verdict.verdict === "notApplicable") return [];
    return [{ resource, facts: [factOf(verdict)] }];
  });
}

function factOf({ rule, verdict, message = "" }: Verdict): Witness["facts"][number] {
  const text = message === "" ? verdict : message;
  return { subject: rule, holds: verdict === "pass", text, expected: "" };
}
