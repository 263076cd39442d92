import type { Evaluation } from "../requirements/evaluate";
import {
  comesTo,
  countVerdicts,
  type ListedRequirement,
  type Listing,
} from "../requirements/listing";
import { rowKinds } from "../requirements/row";
import { groupBy } from "./group";
import { nextStep } from "./next-step";
import { summarizeProofs } from "./proof-summary";
import type { Style } from "./style";
import { spaces, wrap } from "./table";
import { showVerdict, verdictWords } from "./verdict-words";

export interface RequirementsOptions {
  /** Which of the requirements are shown; the summary counts all. */
  readonly isShown: (requirement: ListedRequirement) => boolean;
  readonly width: number;
  readonly style: Style;
}

/** Requirements as the terminal lists them: by kind, each with its verdicts and what proves it. */
export function renderRequirements(listing: Listing, options: RequirementsOptions): string {
  const { title, requirements } = listing;
  const { style, width } = options;
  const shown = requirements.filter(options.isShown);
  const all = shown.length === requirements.length;
  const total = requirements.length === 1 ? "1 requirement" : `${requirements.length} requirements`;
  const count = all ? total : `${shown.length} of ${total}`;
  const columns = columnsOf(listing, shown);
  const lines = [
    `${style.bold(title)}${spaces(width - title.length - count.length)}${count}`,
    ...rowKinds.flatMap((kind) => renderKind(kind, { listing, shown, columns }, options)),
    "",
    ...summary(listing, options),
  ];
  return lines.join("\n");
}

/** A column of verdicts: those on one stack. */
interface Column {
  readonly stack: string;
  readonly width: number;
}

function columnsOf({ stacks }: Listing, shown: readonly ListedRequirement[]): readonly Column[] {
  return stacks.map(({ stack }, index) => {
    const words = shown.map(({ on }) => verdictWords[on[index]?.verdict ?? "notApplicable"]);
    return { stack, width: Math.max(stack.length, ...words.map(({ length }) => length)) };
  });
}

interface Table {
  readonly listing: Listing;
  readonly shown: readonly ListedRequirement[];
  readonly columns: readonly Column[];
}

function renderKind(
  kind: string,
  { listing, shown, columns }: Table,
  options: RequirementsOptions,
): readonly string[] {
  const isOfKind = ({ row }: ListedRequirement): boolean => row.kind === kind;
  if (!shown.some(isOfKind)) return [];
  const { style } = options;
  const all = listing.requirements.filter(isOfKind);
  const proved = all.filter((one) => !comesTo(one, "failed", "unproved")).length;
  const heads = columns.map(({ stack, width }) => style.dim(stack.padEnd(width)));
  const count = style.dim(`${proved} of ${all.length} proved`);
  return [
    "",
    `  ${[...heads, `${style.cyan(kind)}  ${count}`].join("  ")}`,
    ...shown.filter(isOfKind).flatMap((one) => renderRequirement(one, columns, options)),
  ];
}

function renderRequirement(
  requirement: ListedRequirement,
  columns: readonly Column[],
  { width, style }: RequirementsOptions,
): readonly string[] {
  const { row, on } = requirement;
  const verdicts = columns.map((column, index) => {
    const verdict = on[index]?.verdict ?? "notApplicable";
    return showVerdict(verdict, style, column.width);
  });
  const margin = columns.reduce((sum, column) => sum + column.width + 2, 2);
  const shade = shadeOf(requirement, style);
  const lines = explain(requirement, columns, width - margin);
  return [
    `  ${[...verdicts, row.id].join("  ")}`,
    ...lines.map((line) => `${spaces(margin)}${shade(line)}`),
  ];
}

function shadeOf(requirement: ListedRequirement, style: Style): Style["dim"] {
  if (comesTo(requirement, "failed")) return style.red;
  return comesTo(requirement, "proved") ? style.dim : String;
}

/** What is wrong with a requirement, else what proves it, else what it asks for. */
function explain(
  requirement: ListedRequirement,
  columns: readonly Column[],
  width: number,
): readonly string[] {
  const { row, on } = requirement;
  const texts = comesTo(requirement, "failed")
    ? on.map(({ proofs }) => wrongWith(proofs))
    : on.map(({ proofs }) => summarizeProofs(proofs));
  const lines = byStack(texts, columns).flatMap((text) => wrap(text, width));
  return lines.length > 0 ? lines : clip(wrap(row.says, width), width);
}

function wrongWith(proofs: Evaluation["proofs"]): string {
  return proofs.flatMap(({ holds, detail }) => (holds ? [] : [detail])).join("; ");
}

/** The first two lines: `groundwork explain` has them all. */
function clip(lines: readonly string[], width: number): readonly string[] {
  const [first = "", second = "", ...rest] = lines;
  if (rest.length === 0) return lines;
  const [kept = ""] = wrap(second, width - 4);
  return [first, `${kept} ...`];
}

/** Texts, each after the stacks that it is about where it is not about all that have one. */
function byStack(texts: readonly string[], columns: readonly Column[]): readonly string[] {
  const named = columns.map(({ stack }, index) => ({ stack, text: texts[index] ?? "" }));
  const groups = [...groupBy(named, ({ text }) => text)].filter(([text]) => text !== "");
  if (groups.length === 1) return groups.map(([text]) => text);
  return groups.map(([text, of]) => `${of.map(({ stack }) => stack).join(", ")}: ${text}`);
}

function summary(listing: Listing, { width, style }: RequirementsOptions): readonly string[] {
  const { stacks, requirements } = listing;
  const labels = [...stacks.map(({ stack }) => stack), "next"];
  const column = Math.max(...labels.map(({ length }) => length));
  const counts = stacks.map((_, index) => showCounts(countVerdicts(requirements, index)));
  return [...counts, nextStep(listing)].flatMap((text, index) => {
    const [first = "", ...rest] = wrap(text, width - column - 4);
    return [
      `  ${style.cyan((labels[index] ?? "").padEnd(column))}  ${first}`,
      ...rest.map((line) => `${spaces(column + 4)}${line}`),
    ];
  });
}

function showCounts(counts: Readonly<Record<Evaluation["verdict"], number>>): string {
  const { proved, failed, unproved, notApplicable } = counts;
  return [
    `${proved} ${verdictWords.proved}`,
    `${failed} ${verdictWords.failed}`,
    `${unproved} ${verdictWords.unproved}`,
    ...(notApplicable > 0
      ? [`${notApplicable} ${notApplicable === 1 ? "does" : "do"} not apply`]
      : []),
  ].join(", ");
}
