import { show, showWhole } from "../../requirements/show";
import type { Style } from "../style";
import { spaces, wrap } from "../table";

/** How an explanation is laid out. */
export interface PageOptions {
  readonly width: number;
  readonly style: Style;
  /** Whether long lists and values are shown to their end. */
  readonly full: boolean;
}

/** Text of a table, and how it is painted; as it is where that is left out. */
export interface Cell {
  readonly text: string;
  readonly paint?: ((text: string) => string) | undefined;
  /** Whether a word that is too long for the last column is cut off. */
  readonly clip?: boolean;
}

const labelWidth = 14;
const leastText = 24;
const listed = 12;

/** The first lines of an explanation: what is explained, and what it is. */
export function heading(name: string, what: string, { style }: PageOptions): readonly string[] {
  return [`${style.bold(name)}  ${style.dim(what)}`, ""];
}

/** Text under a heading, set in. */
export function paragraph(text: string, { width }: PageOptions): readonly string[] {
  return [...wrap(text, width - 2).map((line) => `  ${line}`), ""];
}

/** A label and text after it, or rows of text; nothing where there is none. */
export function field(
  label: string,
  content: string | readonly (readonly Cell[])[],
  options: PageOptions,
): readonly string[] {
  const rows = typeof content === "string" ? [[{ text: content }]] : content;
  const lines = table(content === "" ? [] : rows, options, labelWidth + 2);
  return lines.map((line, index) => {
    const head = options.style.cyan((index === 0 ? label : "").padEnd(labelWidth));
    return index === 0 ? `  ${head}${line}` : `${spaces(labelWidth + 2)}${line}`;
  });
}

/** Rows with their columns aligned; the last column is broken into lines that fit. */
export function table(
  rows: readonly (readonly Cell[])[],
  { width }: Pick<PageOptions, "width">,
  margin = 0,
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.slice(0, -1).forEach(({ text }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, text.length);
    });
  }
  return rows.flatMap((row) => {
    const before = row.slice(0, -1).map(({ text, paint = String }, column) => {
      return `${paint(text.padEnd(widths[column] ?? 0))}  `;
    });
    const offset = row.slice(0, -1).reduce((sum, _, column) => sum + (widths[column] ?? 0) + 2, 0);
    const { text, paint = String, clip = false } = row.at(-1) ?? { text: "" };
    const room = Math.max(leastText, width - margin - offset);
    const [first = "", ...rest] = wrap(text, room).map((line) => (clip ? cut(line, room) : line));
    return [
      first === "" ? before.join("").trimEnd() : `${before.join("")}${paint(first)}`,
      ...rest.map((line) => `${" ".repeat(offset)}${paint(line)}`),
    ];
  });
}

/** A value, and what there is to add; in full as long as it is. */
export function valueCell(value: unknown, note: string, { full }: PageOptions): Cell {
  const text = full ? showWhole(value) : show(value);
  return { text: note === "" ? text : `${text} (${note})`, clip: !full };
}

function cut(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, width - 3)}...`;
}

/** The first of many items, and how many are left out. */
export function limit<T>(
  items: readonly T[],
  { full }: PageOptions,
  most = listed,
): { readonly shown: readonly T[]; readonly more: string } {
  if (full || items.length <= most) return { shown: items, more: "" };
  const shown = items.slice(0, most - 2);
  return { shown, more: `and ${items.length - shown.length} more (--full)` };
}
