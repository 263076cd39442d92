import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "./finding";
import type { ProofOf } from "./row";

/** Shows that a document has a heading, and that the section under it names what it must. */
export function proveDocument(
  { document, heading, names = [] }: ProofOf<"document">,
  directory: string,
): Finding {
  const file = join(directory, document);
  if (!existsSync(file)) return finding(false, `${document} must exist`);
  const section = sectionUnder(heading, readFileSync(file, "utf8"));
  if (section === undefined) {
    return finding(false, `${document} must have the heading "${heading}"`);
  }
  const missing = names.filter((name) => !section.includes(name));
  const place = `${document}, "${heading}"`;
  return missing.length === 0
    ? finding(true, place)
    : finding(false, `${place}: must name ${missing.join(", ")}`);
}

function finding(holds: boolean, detail: string): Finding {
  return { holds, detail, witnesses: [] };
}

/** The lines from a heading to the next of its level or above; undefined where there is no such heading. */
function sectionUnder(heading: string, markdown: string): string | undefined {
  const lines = markdown.split(/\r?\n/);
  const levels = headingLevels(lines);
  const start = lines.findIndex(
    (line, index) => levels[index] !== 0 && line.replace(/^#+\s+|\s+#*\s*$/g, "") === heading,
  );
  if (start === -1) return undefined;
  const level = levels[start] ?? 0;
  const end = levels.findIndex((other, index) => index > start && other > 0 && other <= level);
  return lines.slice(start, end === -1 ? undefined : end).join("\n");
}

/** The level of the heading in each line; 0 for lines that are none. */
function headingLevels(lines: readonly string[]): readonly number[] {
  let fenced = false;
  return lines.map((line) => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    return fenced ? 0 : (/^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0);
  });
}
