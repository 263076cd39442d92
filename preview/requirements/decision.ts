import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root";

/** The title of a decision record, without its number; empty where it has none. */
export function decisionTitle(path: string): string {
  const markdown = readFileSync(join(root, path), "utf8");
  return /^#\s+(?:\d+\.\s+)?(.+)$/m.exec(markdown)?.[1] ?? "";
}
