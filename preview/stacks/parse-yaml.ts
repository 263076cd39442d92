import { CORE_SCHEMA, load, YAMLException } from "js-yaml";

/** What a YAML text holds, or what keeps it from being read and in which line. */
export type ParsedYaml =
  { readonly content: unknown } | { readonly line: number; readonly reason: string };

/** Reads YAML 1.2: a date is text, and nothing in it is code. An empty text holds nothing. */
export function parseYaml(text: string): ParsedYaml {
  try {
    return { content: load(text, { schema: CORE_SCHEMA }) ?? undefined };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { line: error.mark.line + 1, reason: error.reason };
  }
}
