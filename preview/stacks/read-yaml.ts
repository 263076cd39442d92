import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { parseDocument } from "yaml";
import { InputError } from "./problems";

/** Reads a YAML file that must hold a mapping. */
export function readYaml(path: string): Readonly<Record<string, unknown>> {
  const name = relative(process.cwd(), path) || path;
  if (!existsSync(path)) {
    throw new InputError(name, [
      { path: name, rule: "must exist", fix: "create it, or name another stack with --stack" },
    ]);
  }
  const document = parseDocument(readFileSync(path, "utf8"));
  if (document.errors.length > 0) {
    throw new InputError(
      name,
      document.errors.map((error) => ({
        path: `${name}:${(error.linePos?.[0].line ?? 1).toString()}`,
        rule: `must be valid YAML: ${firstLine(error.message)}`,
        fix: "mend the file at that line",
      })),
    );
  }
  const content: unknown = document.toJS() ?? {};
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new InputError(name, [
      {
        path: name,
        rule: "must be a mapping of names to values",
        fix: "write `name: value` lines",
      },
    ]);
  }
  return content as Record<string, unknown>;
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
}
