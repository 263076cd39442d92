import { z } from "zod";
import { expectation, messagesOf } from "./expectation";
import { fixFor } from "./fix";
import { nearest } from "./nearest";
import { knownKeys, nodeAt, type Node } from "./node";
import { pathOf, valueAt } from "./path";
import type { Problem } from "./problem";
import { shown } from "./shown";

type Keys = readonly PropertyKey[];

/** What was held against what. */
interface Source {
  readonly schema: z.core.$ZodType;
  readonly input: unknown;
  /** Path of the input in what the user wrote. */
  readonly at: Keys;
}

/** What a schema finds wrong with an input, as problems with path, value, rule and fix. */
export function explain(
  schema: z.core.$ZodType,
  input: unknown,
  issues: readonly z.core.$ZodIssue[],
): readonly Problem[] {
  return issues.flatMap((issue) => explainIssue({ schema, input, at: [] }, issue));
}

function explainIssue(source: Source, issue: z.core.$ZodIssue): readonly Problem[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey(source, path, key));
  }
  if (issue.code === "invalid_key") return [badKey(source, path)];
  const node = nodeAt(source.schema, path, source.input);
  if (issue.code === "invalid_union" && node?.schema instanceof z.ZodObject) {
    return badAlternative(source, path, node.schema);
  }
  return [node === undefined ? unforeseen(source, issue) : badValue(source, path, node)];
}

function badValue({ input, at }: Source, path: Keys, node: Node): Problem {
  const value = valueAt(input, path);
  return problem([...at, ...path], value, { rule: ruleOf(node, value), fix: fixFor(node, value) });
}

function ruleOf({ schema, meta }: Node, value: unknown): string {
  const unit = meta.unit === undefined ? "" : ` ${meta.unit}`;
  const [refinement] = isMapping(value) ? messagesOf(schema) : [];
  if (refinement !== undefined) return `must be ${refinement}`;
  return `must be ${value === undefined ? "given: " : ""}${expectation(schema)}${unit}`;
}

function unknownKey({ schema, input, at }: Source, path: Keys, key: string): Problem {
  const parent = pathOf([...at, ...path]);
  const known = knownKeys(nodeAt(schema, path, input)?.schema ?? schema);
  const meant = nearest(key, known);
  return problem([...at, ...path, key], valueAt(input, [...path, key]), {
    rule: `must be a field of ${parent === "" ? "the spec" : parent}: ${known.join(", ")}`,
    fix: meant === undefined ? "remove it" : `rename it to ${meant}`,
  });
}

/** A key of a mapping that does not have the form its keys must have. */
function badKey({ schema, input, at }: Source, path: Keys): Problem {
  const parent = nodeAt(schema, path.slice(0, -1), input)?.schema;
  const rule = parent instanceof z.ZodRecord ? expectation(parent.keyType) : "a known name";
  return problem([...at, ...path], undefined, {
    rule: `must have as its name ${rule}`,
    fix: "rename it",
  });
}

/** Speaks only of the alternative that the input chose. */
function badAlternative(source: Source, path: Keys, schema: z.ZodObject): readonly Problem[] {
  const input = valueAt(source.input, path);
  const inner = { schema, input, at: [...source.at, ...path] };
  const issues = schema.safeParse(input).error?.issues ?? [];
  return issues.flatMap((issue) => explainIssue(inner, issue));
}

/** For an issue at a place that the walk does not know: what the schema's own message says. */
function unforeseen({ input, at }: Source, { path, message }: z.core.$ZodIssue): Problem {
  return problem([...at, ...path], valueAt(input, path), {
    rule: `must be valid: ${message}`,
    fix: "correct it",
  });
}

function problem(keys: Keys, value: unknown, said: Pick<Problem, "rule" | "fix">): Problem {
  return {
    path: pathOf(keys),
    ...(value === undefined ? {} : { value: shown(keys, value) }),
    ...said,
  };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
