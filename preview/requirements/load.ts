import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../spec/problem";
import { isData } from "../engine/wire";
import { parseYaml } from "../stacks/parse-yaml";
import { InputError } from "../stacks/problems";
import { problemsOf } from "./row-problem";
import { rowSchema, type Row } from "./row";

/**
 * Reads the requirements of a system, in the order of its guide.
 *
 * @throws {@link InputError} with everything that is wrong with the file.
 */
export function loadRequirements(system: string, directory: string): readonly Row[] {
  const name = `systems/${system}/requirements.yaml`;
  const file = join(directory, name);
  if (!existsSync(file)) {
    throw new InputError(name, [{ path: name, rule: "must exist", fix: "write its rows" }]);
  }
  const parsed = readList(name, readFileSync(file, "utf8")).map(parseRow);
  const rows = parsed.flatMap(({ row }) => row ?? []);
  const problems = [
    ...parsed.flatMap(({ problems }) => problems),
    ...repeatedIds(rows),
    ...missingDecisions(rows, directory),
  ];
  if (problems.length > 0) throw new InputError(name, problems);
  return rows;
}

function readList(name: string, yaml: string): readonly unknown[] {
  const parsed = parseYaml(yaml);
  if ("reason" in parsed) {
    throw new InputError(name, [
      {
        path: `${name}:${parsed.line}`,
        rule: `must be valid YAML: ${parsed.reason}`,
        fix: "mend the file at that line",
      },
    ]);
  }
  const { content } = parsed;
  if (Array.isArray(content)) return content;
  throw new InputError(name, [
    { path: name, rule: "must be a list of rows", fix: "begin each row with `- id:`" },
  ]);
}

interface ParsedRow {
  readonly row?: Row;
  readonly problems: readonly Problem[];
}

function parseRow(given: unknown, index: number): ParsedRow {
  const { data: row, error } = rowSchema.safeParse(given, { jitless: true });
  if (error === undefined) return { row, problems: [] };
  const id = isData(given) && typeof given["id"] === "string" ? given["id"] : `row ${index + 1}`;
  return { problems: error.issues.flatMap((issue) => problemsOf(issue, id)) };
}

function repeatedIds(rows: readonly Row[]): readonly Problem[] {
  const ids = rows.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => ({
    path: id,
    rule: "must be the id of one row",
    fix: "name the other row differently, or remove it",
  }));
}

function missingDecisions(rows: readonly Row[], directory: string): readonly Problem[] {
  return rows.flatMap(({ id, decision }) =>
    decision === undefined || existsSync(join(directory, decision))
      ? []
      : [
          {
            path: `${id}.decision`,
            value: decision,
            rule: "must name a file that exists",
            fix: "write the record, or name the one that holds the decision",
          },
        ],
  );
}
