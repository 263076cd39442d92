/** Lines with their columns aligned, two spaces between them; nothing trails. */
export function alignColumns(
  rows: readonly (readonly string[])[],
  alignRight: readonly number[] = [],
): readonly string[] {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, column) => Math.max(known[column] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return alignRight.includes(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Text broken into lines of at most `width` characters, at spaces. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** So many spaces, one at least. */
export function spaces(count: number): string {
  return " ".repeat(Math.max(1, count));
}
