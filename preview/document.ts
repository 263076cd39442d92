import { z } from "zod";

/** Version of the document's shape; raised when something in it is renamed, removed or changes meaning. */
export const documentVersion = 1;

/** Any JSON value; secrets and values not known yet are marks. */
const value = z.json().meta({
  description:
    'A JSON value. A secret is `{ "$secret": true }`, a value not known yet `{ "$unknown": true }`.',
});
const values = z.record(z.string(), value);
const text = z.string();
const level = z.enum(["advisory", "mandatory", "disabled"]);

/** What went wrong, as documents list it. */
export const errorSchema = z.strictObject({
  stack: text.optional().meta({ description: "Stack that it concerns." }),
  message: text.meta({ description: "What is wrong, on its own." }),
  path: text.optional().meta({ description: "Where it was written, for bad input." }),
  value: value
    .optional()
    .meta({ description: "The offending value, for bad input; never a secret." }),
  rule: text.optional().meta({ description: "What the value must satisfy, for bad input." }),
  fix: text.optional().meta({ description: "What to change." }),
  resource: text.optional().meta({ description: "URN of the resource it concerns." }),
  source: text.optional().meta({ description: "File and line of the program." }),
});

const options = z.strictObject({
  protect: z.boolean(),
  retainOnDelete: z.boolean(),
  deleteBeforeReplace: z.boolean().optional(),
  ignoreChanges: z.array(text),
  replaceOnChanges: z.array(text),
  additionalSecretOutputs: z.array(text),
  dependsOn: z.array(text).meta({ description: "URNs." }),
  aliases: z.array(text),
  importId: text,
  deletedWith: text.meta({ description: "URN." }),
  version: text.meta({ description: "Version of the provider's plugin." }),
  customTimeouts: z.strictObject({ create: text, update: text, delete: text }),
});

const resource = z.strictObject({
  urn: text,
  type: text,
  name: text,
  parent: text.meta({ description: "URN of the parent; empty for the stack itself." }),
  component: text.meta({
    description: "Name of the outermost component it belongs to; empty where it belongs to none.",
  }),
  inputs: values.meta({ description: "Inputs as the provider checked them." }),
  outputs: values.meta({ description: "What is known of its outputs before the deployment." }),
  provider: text.meta({ description: "URN of its provider; empty for components." }),
  dependencies: z.array(text).meta({ description: "URNs." }),
  propertyDependencies: z
    .record(z.string(), z.array(text))
    .meta({ description: "URNs that each input was made from." }),
  options,
  source: text.meta({ description: "File and line that make it, relative to the program." }),
});

const finding = z.strictObject({
  rule: text,
  resource: text.meta({ description: "URN." }),
  verdict: z.enum(["fail", "undecided", "exempt"]),
  level,
  severity: z.enum(["low", "medium", "high", "critical"]),
  message: text,
  fix: text,
});

const rule = z.strictObject({
  id: text,
  level,
  passed: z.int(),
  failed: z.int(),
  undecided: z.int(),
  exempt: z.int(),
  notApplicable: z.int(),
});

const requirement = z.strictObject({
  id: text,
  verdict: z
    .enum(["proved", "failed", "unproved"])
    .meta({ description: "`unproved`: it has no proof yet, or none for this environment." }),
  proofs: z.array(
    z.strictObject({
      kind: text,
      holds: z.boolean(),
      detail: text.meta({ description: "What was found." }),
    }),
  ),
});

const stack = z.strictObject({
  project: text,
  stack: text,
  system: text.meta({ description: "Empty for a program that is not Groundwork's." }),
  environment: text,
  size: text,
  spec: values.meta({
    description: "The effective spec; empty for a program that is not Groundwork's.",
  }),
  resources: z.array(resource).meta({ description: "Sorted by URN." }),
  findings: z.array(finding).meta({ description: "Sorted by rule and resource." }),
  rules: z.array(rule).meta({ description: "Sorted by id; counts are of resources." }),
  requirements: z.array(requirement).meta({ description: "In the order of the guide." }),
  outputs: values,
});

/** What `groundwork preview --json` prints. */
export const documentSchema = z.strictObject({
  version: z.literal(documentVersion),
  errors: z
    .array(errorSchema)
    .meta({ description: "Bad input and errors of the program; empty when all went well." }),
  stacks: z.array(stack),
  milliseconds: z
    .int()
    .meta({ description: "Wall time; the only part that differs from run to run." }),
});

export type PreviewDocument = z.output<typeof documentSchema>;
export type DocumentError = z.output<typeof errorSchema>;
export type StackDocument = z.output<typeof stack>;
export type ResourceDocument = z.output<typeof resource>;
export type FindingDocument = z.output<typeof finding>;
export type RuleDocument = z.output<typeof rule>;
export type RequirementDocument = z.output<typeof requirement>;
