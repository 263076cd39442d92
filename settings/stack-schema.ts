import { z } from "zod";
import { designSchema, specSchema } from "../spec/spec";
import { systems } from "../systems/catalogue";
import { namespace, settingKeys, suppliedPrefix, type SettingKey } from "./keys";

type Json = Readonly<Record<string, unknown>>;

/** JSON Schema of `Pulumi.<stack>.yaml`, for editors: completion, descriptions, marks at mistakes. */
export function stackSchema(): Json {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Stack of Groundwork",
    description: "Settings of one stack. Generated from the schema of the spec: do not edit.",
    type: "object",
    required: ["config"],
    properties: { config: configuration() },
  };
}

function configuration(): Json {
  const known = [...settingKeys, `${suppliedPrefix.replace(".", "\\.")}.+`].join("|");
  return {
    type: "object",
    required: required.map(qualified),
    properties: Object.fromEntries(settingKeys.map((key) => [qualified(key), setting(key)])),
    patternProperties: {
      [`^${namespace}:supplied\\.[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$`]: supplied,
      [`^${namespace}:(?!(${known})$)`]: false,
    },
  };
}

/** Every setting that has no default. */
const required: readonly SettingKey[] = [
  "system",
  "environment",
  "account",
  "region",
  "availabilityZones",
  "contacts",
];

const supplied: Json = {
  description: "A secret, as `pulumi config set --secret` writes it.",
  type: "object",
  required: ["secure"],
  properties: { secure: { type: "string" } },
  additionalProperties: false,
};

function setting(key: SettingKey): Json {
  if (key === "system") return { ...jsonOf(specSchema.shape.system), enum: Object.keys(systems) };
  if (key !== "overrides") return jsonOf(specSchema.shape[key]);
  const description = "Changes of the spec for this stack alone; null takes a value back.";
  return { ...overridable(jsonOf(designSchema)), description };
}

function qualified(key: SettingKey): string {
  return `${namespace}:${key}`;
}

function jsonOf(schema: z.ZodType): Json {
  const json: Json = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    override: ({ jsonSchema }) => {
      const { unit, description = "" } = jsonSchema;
      if (typeof unit === "string") jsonSchema.description = `${description} In ${unit}.`;
      delete jsonSchema["unit"];
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return less(json, ["$schema"]);
}

function less(json: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));
}

/** In overrides nothing is required, and `null` takes a value back. */
function overridable(schema: Json): Json {
  const { properties, additionalProperties } = schema;
  return {
    ...less(schema, ["required", "default"]),
    ...(isJson(properties) ? { properties: mapValues(properties, orNull) } : {}),
    ...(additionalProperties === undefined
      ? {}
      : {
          additionalProperties: isJson(additionalProperties)
            ? orNull(additionalProperties)
            : additionalProperties,
        }),
  };
}

function orNull(schema: unknown): unknown {
  if (!isJson(schema)) return schema;
  const { description, ...rest } = overridable(schema);
  return {
    ...(description === undefined ? {} : { description }),
    ...(schema["default"] === undefined ? {} : { default: schema["default"] }),
    anyOf: [rest, { type: "null" }],
  };
}

function mapValues(record: Json, change: (value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
