import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { parseYaml } from "./parse-yaml";
import { InputError } from "./problems";

/** Reads a YAML file that must hold a mapping. */
export function readYaml(path: string): Readonly<Record<string, unknown>> {
  const name = relative(process.cwd(), path) || path;
  if (!existsSync(path)) {
    throw new InputError(name, [
      { path: name, rule: "must exist", fix: "create it, or name another stack with --stack" },
    ]);
  }
  const parsed = parseYaml(readFileSync(path, "utf8"));
  if ("reason" in parsed) {
    throw new InputError(name, [
      {
        path: `${name}:${parsed.line.toString()}`,
        rule: `must be valid YAML: ${parsed.reason}`,
        fix: "mend the file at that line",
      },
    ]);
  }
  const content = parsed.content ?? {};
  if (typeof content !== "object" || Array.isArray(content)) {
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
