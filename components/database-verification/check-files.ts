import type { CheckArgs } from "./args";

/** The checks as the script reads them: a table of them, and the query of each in a file of its own. */
export function checkFilesOf(checks: readonly CheckArgs[]): Readonly<Record<string, string>> {
  const rows = checks.map((check, index) => ({ ...check, file: `check-${index + 1}.sql` }));
  return {
    "checks.tsv": rows.map((row) => `${lineOf(row)}\n`).join(""),
    ...Object.fromEntries(rows.map(({ file, sql }) => [file, sql])),
  };
}

function lineOf({ file, name, atLeast, exactly }: CheckArgs & { readonly file: string }): string {
  const bound = exactly === undefined ? `at least\t${atLeast ?? 0}` : `exactly\t${exactly}`;
  return `${file}\t${bound}\t${name}`;
}
