import { z } from "zod";
import { expectation } from "./expectation";
import { nodeOf, type Node } from "./node";

/** One field of a schema, as its documentation has it. */
export interface FieldDocument {
  /** For example `database.storage.iops`; `<name>` stands for a name of the user's. */
  readonly path: string;
  /** What it must be, for example `a whole number from 0 to 35`. */
  readonly expects: string;
  /** Unit of a number; empty where it has none. */
  readonly unit: string;
  readonly required: boolean;
  /** What it is when left out; undefined where that is nothing. */
  readonly fallback: unknown;
  readonly description: string;
}

/** A schema's field and the fields below it, in the order they are declared. */
export function documentFields(schema: z.core.$ZodType, path: string): readonly FieldDocument[] {
  const node = nodeOf(schema);
  const item = node.schema instanceof z.ZodRecord ? nodeOf(node.schema.valueType) : undefined;
  if (item === undefined) return [documentNode(node, path), ...below(node.schema, path)];
  const inner = below(item.schema, `${path}.<name>`);
  if (inner.length > 0) return [documentNode(node, path), ...inner];
  return [{ ...documentNode(node, `${path}.<name>`), expects: expectation(item.schema) }];
}

function documentNode({ schema, meta, optional, fallback }: Node, path: string): FieldDocument {
  return {
    path,
    expects: expectation(schema),
    unit: meta.unit ?? "",
    required: !optional,
    fallback,
    description: meta.description ?? "",
  };
}

function below(schema: z.core.$ZodType, path: string): readonly FieldDocument[] {
  if (schema instanceof z.ZodObject) return fieldsOf(schema.shape, path);
  return schema instanceof z.ZodUnion ? alternativesOf(schema.options, path) : [];
}

function fieldsOf(shape: z.core.$ZodShape, path: string): readonly FieldDocument[] {
  return Object.entries(shape).flatMap(([key, field]) => documentFields(field, `${path}.${key}`));
}

/** Fields of all alternatives, each once. */
function alternativesOf(
  options: readonly z.core.$ZodType[],
  path: string,
): readonly FieldDocument[] {
  const objects = options.filter((option) => option instanceof z.ZodObject);
  const fields = objects.flatMap(({ shape }) => fieldsOf(shape, path));
  const texts = fields.map(({ path: at, expects }) => `${at} ${expects}`);
  return fields.filter((_, index) => texts.indexOf(texts[index] ?? "") === index);
}
