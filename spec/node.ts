import { z } from "zod";
import { valueAt } from "./path";

/** What a schema says beside its type. */
interface Meta {
  readonly description?: string | undefined;
  readonly unit?: string | undefined;
  readonly examples?: readonly unknown[] | undefined;
}

/** A schema without its wrappers, and what the wrappers said. */
export interface Node {
  readonly schema: z.core.$ZodType;
  readonly meta: Meta;
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** What it is when left out. */
  readonly fallback: unknown;
}

/** Looks under `optional`, `default` and `prefault`; what the outer layers say of it wins. */
export function nodeOf(schema: z.core.$ZodType): Node {
  const meta: Meta = z.globalRegistry.get(schema) ?? {};
  if (schema instanceof z.ZodOptional) {
    return under(schema.unwrap(), meta, undefined);
  }
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return under(schema.unwrap(), meta, schema.def.defaultValue);
  }
  return { schema, meta, optional: false, fallback: undefined };
}

function under(schema: z.core.$ZodType, meta: Meta, fallback: unknown): Node {
  const inner = nodeOf(schema);
  return { ...inner, meta: { ...inner.meta, ...meta }, optional: true, fallback };
}

/** The node at a path, or undefined where the schema knows nothing of it. The input tells between alternatives. */
export function nodeAt(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  input: unknown,
): Node | undefined {
  const node = alternative(nodeOf(schema), input);
  const [key, ...rest] = path;
  if (key === undefined) return node;
  const child = childOf(node.schema, key);
  return child === undefined ? undefined : nodeAt(child, rest, valueAt(input, [key]));
}

function alternative(node: Node, input: unknown): Node {
  const branch = branchOf(node.schema, input);
  return branch === undefined ? node : { ...node, schema: branch };
}

/** The alternative of a union whose distinguishing fields all hold; undefined where not exactly one does. */
function branchOf(schema: z.core.$ZodType, input: unknown): z.ZodObject | undefined {
  if (!(schema instanceof z.ZodUnion) || typeof input !== "object") return undefined;
  const mappings = schema.options.filter((option) => option instanceof z.ZodObject);
  const fitting = mappings.filter(({ shape }) =>
    Object.entries(shape).every(
      ([key, field]) =>
        !(field instanceof z.ZodLiteral) || field.safeParse(valueAt(input, [key])).success,
    ),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function childOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return own(schema.shape, key);
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  return undefined;
}

function own(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  key: PropertyKey,
): z.core.$ZodType | undefined {
  return typeof key === "string" && Object.hasOwn(shape, key) ? shape[key] : undefined;
}

/** The keys that a mapping may have, where they are fixed. */
export function knownKeys(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (!(schema instanceof z.ZodRecord)) return [];
  return schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : [];
}
