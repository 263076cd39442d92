import type { RequirementDocument } from "../document";
import type { Evaluation } from "./evaluate";

/** Requirements as the document of the preview has them. */
export function describeRequirements(evaluations: readonly Evaluation[]): RequirementDocument[] {
  return evaluations.map(({ row, verdict, proofs }) => ({
    id: row.id,
    verdict: verdict === "notApplicable" ? "unproved" : verdict,
    proofs: proofs.map(({ proof, holds, detail }) => ({ kind: proof.kind, holds, detail })),
  }));
}
