import type { Verdict } from "@groundwork/policies/verdict";
import type { RequirementDocument, StackDocument } from "../document";
import type { Finding } from "./finding";
import { Graph } from "./graph";
import { proveAbsent, proveResource } from "./prove-resource";
import { proveDocument } from "./prove-document";
import { proveRule, type Judged } from "./prove-rule";
import type { Proof, Row } from "./row";

/** What of a previewed stack proofs are about. */
export interface Evidence extends Pick<StackDocument, "environment" | "resources" | "rules"> {
  /**
   * What each rule came to on each resource.
   *
   * @default - a proof by rule goes by the rule's counts and names no resources
   */
  readonly verdicts?: readonly Verdict[];
}

/** A proof, and what it comes to on a stack. */
export interface EvaluatedProof extends Finding {
  readonly proof: Proof;
}

/** A requirement, and what it comes to on a stack. */
export interface Evaluation {
  readonly row: Row;
  /** `notApplicable`: the row, or each of its proofs, is about the other environment. */
  readonly verdict: RequirementDocument["verdict"] | "notApplicable";
  /** The proofs for the stack's environment, in the order of the row. */
  readonly proofs: readonly EvaluatedProof[];
}

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
): readonly Evaluation[] {
  const graph = new Graph(stack.resources);
  const judged = { rules: stack.rules, verdicts: stack.verdicts ?? [] };
  return rows.map((row) => {
    const proofs = proofsFor(row, stack.environment).map((proof) => ({
      proof,
      ...find(proof, { graph, judged, directory }),
    }));
    return { row, verdict: verdictOn(row, proofs, stack), proofs };
  });
}

interface Sources {
  readonly graph: Graph;
  readonly judged: Judged;
  readonly directory: string;
}

function find(proof: Proof, { graph, judged, directory }: Sources): Finding {
  switch (proof.kind) {
    case "resource":
      return proveResource(proof, graph);
    case "absent":
      return proveAbsent(proof, graph);
    case "rule":
      return proveRule(proof, judged, graph);
    case "document":
      return proveDocument(proof, directory);
    case "owner":
      return { holds: true, detail: proof.owner, witnesses: [] };
  }
}

function proofsFor({ in: rowIn, proof = [] }: Row, environment: string): readonly Proof[] {
  return proof.filter((one) =>
    [rowIn, one.in].every((only) => only === undefined || only === environment),
  );
}

/** Whether a row is about an environment: neither it nor each of its proofs is kept to the other. */
function applies(row: Row, environment: string): boolean {
  if (row.in !== undefined && row.in !== environment) return false;
  return row.proof === undefined || proofsFor(row, environment).length > 0;
}

function verdictOn(
  row: Row,
  proofs: readonly EvaluatedProof[],
  { rules, environment }: Evidence,
): Evaluation["verdict"] {
  if (!applies(row, environment)) return "notApplicable";
  const broken = proofs.filter(({ holds }) => !holds);
  if (broken.some(({ proof }) => proof.kind !== "rule" || rules.length > 0)) return "failed";
  return proofs.length > 0 && broken.length === 0 ? "proved" : "unproved";
}
