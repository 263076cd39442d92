import { explain } from "./explain";
import { preflight } from "./preflight";
import { sortProblems, type Problem } from "./problem";
import { specSchema, type Spec } from "./spec";

/** A spec, or everything that is wrong with what was to become one. */
export type Parsed = { readonly spec: Spec } | { readonly problems: readonly Problem[] };

type Data = Readonly<Record<string, unknown>>;

/**
 * Reads a spec: fills in defaults, checks every field, then what the fields mean together.
 *
 * @param today - The date that support of versions is judged by, such as `2026-11-21`.
 * @returns The spec, or every problem at once, sorted by path, without secret values.
 */
export function parseSpec(input: unknown, today: string = dateOf(new Date())): Parsed {
  const parsed = specSchema.safeParse(input);
  const malformed = parsed.success ? [] : explain(specSchema, input, parsed.error.issues);
  const unworkable = preflight(parsed.success ? parsed.data : wellFormed(input), today);
  const problems = sortProblems([...malformed, ...unworkable]);
  return parsed.success && problems.length === 0 ? { spec: parsed.data } : { problems };
}

/** The parts of a malformed spec that are sound, so that what is wrong with them is said at once too. */
function wellFormed(input: unknown): Partial<Spec> {
  const data = typeof input === "object" && input !== null ? (input as Data) : {};
  const parts = Object.entries(specSchema.shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(Object.hasOwn(data, key) ? data[key] : undefined);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return Object.fromEntries(parts);
}

function dateOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
