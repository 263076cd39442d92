/**
 * What a text in the form of Java's properties says, by key; the last line of a key counts. Values that go
 * over several lines, which Kafka has none of, are read as one line.
 */
export function javaProperties(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return new Map(
    lines
      .filter((line) => line !== "" && !/^[#!]/.test(line))
      .map((line) => {
        const [, key = line, value = ""] = /^([^=:\s]+)\s*[=:\s]\s*(.*)$/.exec(line) ?? [];
        return [key, value] as const;
      }),
  );
}
