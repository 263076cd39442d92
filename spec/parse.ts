import type { z } from "zod";
import { explain } from "./explain";
import { valueAt, without } from "./path";
import { preflight } from "./preflight";
import { presentProblems, type Problem } from "./problem";
import { specSchema, type Spec } from "./spec";

/** A spec, or everything that is wrong with what was to become one. */
export type Parsed = { readonly spec: Spec } | { readonly problems: readonly Problem[] };

/**
 * Reads a spec: fills in defaults, checks every field, then what the fields mean together.
 *
 * @param today - The date that support of versions is judged by, such as `2026-11-21`.
 * @returns The spec, or every problem at once, sorted by path, without secret values.
 */
export function parseSpec(input: unknown, today: string = dateOf(new Date())): Parsed {
  const parsed = specSchema.safeParse(input);
  const malformed = parsed.success ? [] : explain(specSchema, input, parsed.error.issues);
  const problems = presentProblems([...malformed, ...preflight(soundParts(input), today)]);
  return parsed.success && problems.length === 0 ? { spec: parsed.data } : { problems };
}

/** The well-formed parts of what may be malformed elsewhere, so that what is wrong with them is said at once too. */
function soundParts(input: unknown): Partial<Spec> {
  const parts = Object.entries(specSchema.shape).flatMap(([key, schema]) => {
    const parsed = parsePart(schema, valueAt(input, [key]));
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return Object.fromEntries(parts);
}

/** Unknown keys mean nothing: without them the rest can be judged. */
function parsePart(schema: z.ZodType, value: unknown): z.ZodSafeParseResult<unknown> {
  const parsed = schema.safeParse(value);
  const unknown = (parsed.error?.issues ?? []).flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
  return unknown.length === 0 ? parsed : schema.safeParse(unknown.reduce(without, value));
}

function dateOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
