import type { EvaluatedProof } from "../../requirements/evaluate";
import type { Fact, Witness } from "../../requirements/finding";
import { showCount } from "../../requirements/operators";
import type { Proof, ProofOf } from "../../requirements/row";
import { showSelector } from "../../requirements/select";
import { wrap } from "../table";
import { limit, table, type Cell, type PageOptions } from "./page";

const margin = 4;
/** Of what stands under a proof: it is set in by the word that says whether the proof holds. */
const inner = margin + 7;

/** A proof in full: what it asks for, the resources that it speaks of, the values that satisfy it or not. */
export function renderProof(
  { proof, holds, detail, witnesses }: EvaluatedProof,
  options: PageOptions,
): readonly string[] {
  const { style, width } = options;
  const word = holds ? style.green("holds") : style.red("fails");
  const [first = "", ...rest] = wrap(asks(proof), width - inner);
  const facts = witnesses.flatMap((witness) => witness.facts);
  const isSaid = holds || facts.some((fact) => !fact.holds && detail.includes(fact.text));
  const wrong = isSaid ? [] : wrap(detail, width - inner).map((line) => style.red(line));
  const { shown, more } = limit(brokenFirst(witnesses), options);
  const below = [
    ...rest,
    ...wrong,
    ...shown.flatMap((witness) => renderWitness(witness, proof, options)),
    ...(more === "" ? [] : [style.dim(more)]),
  ];
  return [
    `${" ".repeat(margin)}${word}  ${first}`,
    ...below.map((line) => `${" ".repeat(inner)}${line}`),
  ];
}

function brokenFirst(witnesses: readonly Witness[]): readonly Witness[] {
  const isBroken = ({ facts }: Witness): boolean => facts.some((fact) => !fact.holds);
  return [...witnesses.filter(isBroken), ...witnesses.filter((one) => !isBroken(one))];
}

function asks(proof: Proof): string {
  switch (proof.kind) {
    case "resource":
      return [showSelector({ ...proof, type: proof.resource }), ...demands(proof)].join("; ");
    case "absent": {
      const beside = showSelector({ ...proof.beside, type: proof.beside.resource });
      return `no ${showSelector({ ...proof, type: proof.absent })}, beside ${beside}`;
    }
    case "rule":
      return `rule ${proof.rule}`;
    case "document":
      return `${proof.document}, "${proof.heading}"`;
    case "owner":
      return `the owner: ${proof.owner}`;
  }
}

/** What a proof asks of the selected resources together. */
function demands({ count, distinct }: ProofOf<"resource">): readonly string[] {
  return [
    ...(count === undefined ? [] : [`count ${showCount(count)}`]),
    ...(distinct === undefined ? [] : [`${distinct.join(", ")} different in each`]),
  ];
}

function renderWitness(
  { resource, facts }: Witness,
  proof: Proof,
  { style, width }: PageOptions,
): readonly string[] {
  const rows = facts.flatMap((fact) => rowsOf(fact, proof, style));
  return [
    `${resource.name}  ${style.dim(resource.type)}`,
    `  ${style.dim(resource.urn)}`,
    ...table(rows, { width }, inner + 2).map((line) => `  ${line}`),
  ];
}

/** What is wrong names the input or the rule itself; of a rule that passed there is nothing to add. */
function rowsOf(
  { subject, holds, text, expected }: Fact,
  proof: Proof,
  style: PageOptions["style"],
): Cell[][] {
  if (!holds) return [[{ text, paint: style.red }]];
  if (proof.kind === "rule") return [];
  const isSaid = expected === text || expected.startsWith("made from ");
  const asked = isSaid ? "" : ` (${expected})`;
  return [[{ text: subject }, { text: `${text}${asked}` }]];
}
