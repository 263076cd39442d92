import type { EvaluatedProof } from "../requirements/evaluate";
import { showType } from "../requirements/show";

/** What proofs rest on, in a line: `rds instance (2), rule database-encrypted`. */
export function summarizeProofs(proofs: readonly EvaluatedProof[]): string {
  return [...resourceCounts(proofs), ...others(proofs)].join(", ");
}

/** The resources that were selected, by type; a resource that several proofs speak of counts once. */
function resourceCounts(proofs: readonly EvaluatedProof[]): readonly string[] {
  const urns = new Map<string, Set<string>>();
  for (const { proof, witnesses } of proofs) {
    if (proof.kind !== "resource") continue;
    const known = urns.get(proof.resource) ?? new Set();
    urns.set(proof.resource, known);
    for (const { resource } of witnesses) known.add(resource.urn);
  }
  return [...urns].map(([type, known]) => `${showType(type)} (${known.size})`);
}

function others(proofs: readonly EvaluatedProof[]): readonly string[] {
  const texts = proofs.flatMap(({ proof }) => {
    switch (proof.kind) {
      case "resource":
        return [];
      case "absent":
        return [`no ${showType(proof.absent)}`];
      case "rule":
        return [`rule ${proof.rule}`];
      case "document":
        return [`${proof.document} "${proof.heading}"`];
      case "owner":
        return [`owner: ${proof.owner}`];
    }
  });
  return [...new Set(texts)];
}
