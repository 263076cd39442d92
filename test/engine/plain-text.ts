import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The files below a directory that hold any of the values, each with the value's first characters. */
export function plainTextIn(directory: string, values: readonly string[]): readonly string[] {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const found = values.filter((value) => holds(text, value));
    return found.map((value) => `${file}: ${value.slice(0, 4)}...`);
  });
}

/** Tells whether a text holds a value, as it is or as a JSON string writes it. */
export function holds(text: string, value: string): boolean {
  return text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1));
}
