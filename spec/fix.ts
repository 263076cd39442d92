import { z } from "zod";
import { or } from "./expectation";
import { nearest } from "./nearest";
import type { Node } from "./node";

/** What to change about a value that a schema refuses, as an instruction. */
export function fixFor({ schema, meta, optional }: Node, value: unknown): string {
  if (value === undefined) return `add it: ${lowerFirst(meta.description ?? "it is required")}`;
  const fix = fixers.map((suggest) => suggest(schema, value)).find((text) => text !== undefined);
  if (fix !== undefined) return fix;
  const example = meta.examples?.[0];
  if (example !== undefined) return `write it like ${JSON.stringify(example)}`;
  return optional ? "correct it, or leave it out" : "correct it";
}

type Fixer = (schema: z.core.$ZodType, value: unknown) => string | undefined;

const fixers: readonly Fixer[] = [asOtherType, withinRange, asNeighbour, asNearest];

/** YAML makes numbers and booleans of what has no quotes, and text of what has. */
function asOtherType(schema: z.core.$ZodType, value: unknown): string | undefined {
  if (typeof value === "number" && schema instanceof z.ZodString) {
    return `write it in quotes: "${value}"`;
  }
  const unquoted = typeof value === "string" && readsAs(schema, value);
  return unquoted ? `write it without quotes: ${value}` : undefined;
}

function readsAs(schema: z.core.$ZodType, text: string): boolean {
  if (schema instanceof z.ZodNumber) return /^-?\d+(\.\d+)?$/.test(text);
  return schema instanceof z.ZodBoolean && (text === "true" || text === "false");
}

function withinRange(schema: z.core.$ZodType, value: unknown): string | undefined {
  if (!(schema instanceof z.ZodNumber) || typeof value !== "number") return undefined;
  const { minValue, maxValue } = schema;
  if (!Number.isInteger(value)) return "write a whole number";
  if (minValue !== null && value < minValue) return `raise it to ${minValue} or more`;
  if (maxValue !== null && value > maxValue) return `lower it to ${maxValue} or less`;
  return undefined;
}

/** The accepted values next to one that is not. */
function asNeighbour(schema: z.core.$ZodType, value: unknown): string | undefined {
  if (!(schema instanceof z.ZodLiteral) || typeof value !== "number") return undefined;
  const accepted = [...schema.values].filter((each) => typeof each === "number");
  const below = accepted.filter((each) => each < value).at(-1);
  const above = accepted.find((each) => each > value);
  return `write ${or([below, above].filter((each) => each !== undefined).map(String))}`;
}

function asNearest(schema: z.core.$ZodType, value: unknown): string | undefined {
  if (!(schema instanceof z.ZodEnum)) return undefined;
  const options = schema.options.map(String);
  const meant = typeof value === "string" ? nearest(value, options) : undefined;
  return meant === undefined ? "choose one of these" : `write ${meant}`;
}

function lowerFirst(text: string): string {
  return text.replace(/\.$/, "").replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
}
