import type { RequirementDocument, StackDocument } from "../document";
import type { Finding } from "./finding";
import { Graph } from "./graph";
import { proveAbsent, proveResource } from "./prove-resource";
import { proveDocument } from "./prove-document";
import { proveRule } from "./prove-rule";
import type { Proof, Row } from "./row";

/** What of a previewed stack proofs are about. */
export type Evidence = Pick<StackDocument, "environment" | "resources" | "rules">;

/**
 * Evaluates the proofs of requirements on a previewed stack, in the order of the rows.
 *
 * A row is proved when each of its proofs for this environment holds. It is unproved when it has none, or when
 * one needs the policies and they were not run.
 */
export function evaluate(
  rows: readonly Row[],
  stack: Evidence,
  directory: string,
): RequirementDocument[] {
  const graph = new Graph(stack.resources);
  return rows.map((row) => {
    const proofs = proofsFor(row, stack.environment).map((proof) => ({
      kind: proof.kind,
      ...find(proof, { graph, rules: stack.rules, directory }),
    }));
    return { id: row.id, verdict: verdictOn(proofs, stack), proofs };
  });
}

interface Sources {
  readonly graph: Graph;
  readonly rules: StackDocument["rules"];
  readonly directory: string;
}

function find(proof: Proof, { graph, rules, directory }: Sources): Finding {
  switch (proof.kind) {
    case "resource":
      return proveResource(proof, graph);
    case "absent":
      return proveAbsent(proof, graph);
    case "rule":
      return proveRule(proof, rules);
    case "document":
      return proveDocument(proof, directory);
    case "owner":
      return { holds: true, detail: proof.owner };
  }
}

function proofsFor({ in: rowIn, proof = [] }: Row, environment: string): readonly Proof[] {
  return proof.filter((one) =>
    [rowIn, one.in].every((only) => only === undefined || only === environment),
  );
}

function verdictOn(
  proofs: RequirementDocument["proofs"],
  { rules }: Evidence,
): RequirementDocument["verdict"] {
  const broken = proofs.filter(({ holds }) => !holds);
  if (broken.some(({ kind }) => kind !== "rule" || rules.length > 0)) return "failed";
  return proofs.length > 0 && broken.length === 0 ? "proved" : "unproved";
}
