import { z } from "zod";
import { nodeOf } from "./node";

/** What a value must be, as a phrase that follows "must be": `a whole number from 0 to 35`. */
export function expectation(schema: z.core.$ZodType): string {
  const bare = nodeOf(schema).schema;
  const describe = describers.find(([type]) => bare instanceof type)?.[1];
  return describe?.(bare) ?? "a value of another kind";
}

type Describer = readonly [
  type: abstract new (...args: never[]) => unknown,
  describe: (schema: z.core.$ZodType) => string,
];

/** By kind of schema, the special ones first. */
const describers: readonly Describer[] = [
  on(z.ZodEmail, () => "an e-mail address"),
  on(z.ZodString, text),
  on(z.ZodNumber, number),
  on(z.ZodBoolean, () => "true or false"),
  on(z.ZodEnum, ({ options }) => oneOf(options)),
  on(z.ZodLiteral, ({ values }) => oneOf([...values])),
  on(z.ZodUnion, union),
  on(z.ZodArray, ({ element }) => `a list, each ${expectation(element)}`),
  on(z.ZodRecord, () => "a mapping"),
  on(z.ZodObject, () => "a mapping"),
];

function on<T extends z.core.$ZodType>(
  type: abstract new (...args: never[]) => T,
  describe: (schema: T) => string,
): Describer {
  return [type, (schema) => describe(schema as T)];
}

function text(schema: z.ZodString): string {
  const [said] = messagesOf(schema);
  if (said !== undefined) return said;
  const { minLength, maxLength } = schema;
  if (maxLength === null) return "text";
  const range = minLength === null ? `at most ${maxLength}` : `${minLength} to ${maxLength}`;
  return `text of ${range} characters`;
}

/** What the author of a pattern or a refinement says of it, less its "must be". */
export function messagesOf(schema: z.core.$ZodType): readonly string[] {
  const checks = schema._zod.def.checks ?? [];
  return checks.flatMap((check) => {
    const answer = check._zod.def.error?.({ code: "custom", path: [] } as never);
    return typeof answer === "string" ? [answer.replace(/^must be /, "")] : [];
  });
}

function number(schema: z.ZodNumber): string {
  const step = stepOf(schema);
  const kind = step === undefined ? "a whole number" : `a multiple of ${step}`;
  return `${kind}${range(schema)}`;
}

function range({ minValue, maxValue }: z.ZodNumber): string {
  const low = finite(minValue);
  const high = finite(maxValue);
  if (low !== undefined && high !== undefined) return ` from ${low} to ${high}`;
  if (low !== undefined) return ` of at least ${low}`;
  return high === undefined ? "" : ` of at most ${high}`;
}

/** A bound that somebody chose: whole numbers are bounded by what a double can hold. */
function finite(bound: number | null): number | undefined {
  return bound === null || !Number.isFinite(bound) || Math.abs(bound) === Number.MAX_SAFE_INTEGER
    ? undefined
    : bound;
}

function stepOf(schema: z.ZodNumber): number | undefined {
  const checks = (schema.def.checks ?? []).map((check) => check._zod.def);
  const step = checks.find(
    (def): def is z.core.$ZodCheckMultipleOfDef => def.check === "multiple_of",
  );
  return step === undefined ? undefined : Number(step.value);
}

function union({ options }: z.ZodUnion): string {
  const objects = options.filter((option) => option instanceof z.ZodObject);
  if (objects.length === options.length) return `a mapping with ${or(objects.flatMap(markOf))}`;
  const literals = options.filter((option) => option instanceof z.ZodLiteral);
  const others = options.filter((option) => !(option instanceof z.ZodLiteral));
  const values = literals.flatMap((literal) => [...literal.values].map(String));
  return or([...values, ...others.map(expectation)]);
}

/** The fields of a mapping that tell it from its alternatives, as they are written. */
function markOf(schema: z.ZodObject): readonly string[] {
  return Object.entries(schema.shape).flatMap(([key, field]) =>
    field instanceof z.ZodLiteral ? [`${key}: ${[...field.values].map(String).join("|")}`] : [],
  );
}

function oneOf(values: readonly unknown[]): string {
  const names = values.map(String);
  return names.length > 4 ? `one of ${names.join(", ")}` : or(names);
}

/** `a, b or c`. */
export function or(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} or ${last}`;
}
