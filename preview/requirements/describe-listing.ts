import type { SystemDocument } from "../requirements-document";
import type { EvaluatedProof } from "./evaluate";
import { countVerdicts, type ListedRequirement, type Listing } from "./listing";
import type { Proof } from "./row";

/** A system as the document of requirements has it: those that are shown, and the counts of all. */
export function describeListing(
  { system, title, stacks, requirements }: Listing,
  isShown: (requirement: ListedRequirement) => boolean,
): SystemDocument {
  return {
    system,
    title,
    stacks: stacks.map((stack, index) => ({ ...stack, ...countVerdicts(requirements, index) })),
    requirements: requirements.filter(isShown).map(({ row, on }) => ({
      id: row.id,
      kind: row.kind,
      source: row.source,
      says: row.says,
      decision: row.decision ?? "",
      on: on.map(({ verdict, proofs }, index) => ({
        stack: stacks[index]?.stack ?? "",
        verdict,
        proofs: proofs.map(describeProof),
      })),
    })),
  };
}

function describeProof({ proof, holds, detail, witnesses }: EvaluatedProof) {
  const resources = [...new Set(witnesses.map(({ resource }) => resource.urn))].sort();
  return { kind: proof.kind, subject: subjectOf(proof), holds, detail, resources };
}

function subjectOf(proof: Proof): string {
  switch (proof.kind) {
    case "resource":
      return proof.resource;
    case "absent":
      return proof.absent;
    case "rule":
      return proof.rule;
    case "document":
      return `${proof.document}, "${proof.heading}"`;
    case "owner":
      return proof.owner;
  }
}
