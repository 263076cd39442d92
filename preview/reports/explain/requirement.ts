import { decisionTitle } from "../../requirements/decision";
import type { Evaluation } from "../../requirements/evaluate";
import type { ListedRequirement, Listing } from "../../requirements/listing";
import { wrap } from "../table";
import { showVerdict } from "../verdict-words";
import { field, heading, paragraph, type PageOptions } from "./page";
import { renderProof } from "./proof";

/** A requirement in full: its words, where they stand, and on each stack what proves it or is missing. */
export function explainRequirement(
  { row, on }: ListedRequirement,
  { system, title, stacks }: Listing,
  options: PageOptions,
): string {
  const decision = row.decision === undefined ? "" : decisionText(row.decision);
  return [
    ...heading(row.id, `requirement of ${title}`, options),
    ...paragraph(row.says, options),
    ...field("kind", row.kind, options),
    ...field("guide", showSource(row.source), options),
    ...field("decision", decision, options),
    ...on.flatMap((evaluation, index) => [
      "",
      ...renderStack(evaluation, { stack: stacks[index]?.stack ?? "", system }, options),
    ]),
  ].join("\n");
}

interface Place {
  readonly stack: string;
  readonly system: string;
}

function renderStack(
  evaluation: Evaluation,
  { stack, system }: Place,
  options: PageOptions,
): readonly string[] {
  const { style, width } = options;
  const { verdict, proofs } = evaluation;
  return [
    `  ${style.bold(stack)}  ${showVerdict(verdict, style)}`,
    ...wrap(noteOn(evaluation, system), width - 4).map((line) => `    ${line}`),
    ...proofs.flatMap((proof) => renderProof(proof, options)),
  ].filter((line) => line.trim() !== "");
}

/** What there is to say without proofs. */
function noteOn({ row, verdict }: Evaluation, system: string): string {
  if (verdict === "unproved") {
    return `no proof is written yet: add it to the row in systems/${system}/requirements.yaml`;
  }
  if (verdict !== "notApplicable") return "";
  const [only = ""] = [row, ...(row.proof ?? [])].flatMap((one) => one.in ?? []);
  return `it is about ${only} alone`;
}

function decisionText(path: string): string {
  const title = decisionTitle(path);
  return title === "" ? path : `${path}: ${title}`;
}

/** The guide and its lines in words: `000_0123456789abcdef.txt, lines 4-7 and 12`. */
function showSource(source: string): string {
  const [guide = "", ranges = ""] = source.split(":");
  const lines = ranges.split(",");
  const last = lines.at(-1) ?? "";
  const word = lines.length === 1 && !last.includes("-") ? "line" : "lines";
  const all = lines.length === 1 ? last : `${lines.slice(0, -1).join(", ")} and ${last}`;
  return `${guide}, ${word} ${all}`;
}
