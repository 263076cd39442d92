import { z } from "zod";
import { environments } from "../../spec/spec";
import { isData } from "../engine/wire";
import { conditionSchema, conditionsSchema, countSchema, pathSchema, text } from "./condition";

/** What a line of a guide is about; it decides what can prove it. */
export const rowKinds = [
  "infrastructure",
  "edge",
  "kubernetes",
  "secret",
  "database-bootstrap",
  "monitoring",
  "alert",
  "backup-dr",
  "policy",
  "delivery",
  "runbook",
  "organisational",
] as const;

const type = text.regex(
  /^[\w.-]+:[\w./-]*:\w+$/,
  "must be a Pulumi type such as aws:rds/instance:Instance",
);

const environment = z
  .enum(environments, `must be ${environments.join(" or ")}`)
  .optional()
  .meta({ description: "The environment that it is about; all of them when left out." });

const selection = {
  named: conditionSchema.optional().meta({ description: "The resource's own name." }),
  component: conditionSchema
    .optional()
    .meta({ description: "Name of the outermost component that the resource belongs to." }),
  where: conditionsSchema.optional().meta({ description: "Conditions on its inputs." }),
};

const resourceProof = z.strictObject({
  kind: z.literal("resource"),
  resource: type,
  in: environment,
  ...selection,
  expect: conditionsSchema
    .optional()
    .meta({ description: "What every selected resource must satisfy." }),
  count: countSchema.optional().meta({ description: "How many are selected; 1 at least." }),
  distinct: z
    .array(pathSchema)
    .min(1, "must not be empty")
    .optional()
    .meta({ description: "Paths whose values differ from one selected resource to the next." }),
});

const absentProof = z.strictObject({
  kind: z.literal("absent"),
  absent: type,
  in: environment,
  ...selection,
  beside: z
    .strictObject({ resource: type, ...selection }, "must select a resource that is there")
    .meta({ description: "What must be there, so that it cannot hold on an empty stack." }),
});

const ruleProof = z.strictObject({
  kind: z.literal("rule"),
  rule: text.meta({ description: "A rule of the pack: it judged a resource, and all passed." }),
  in: environment,
});

const documentProof = z.strictObject({
  kind: z.literal("document"),
  document: text.meta({ description: "A Markdown file, from the project's folder." }),
  in: environment,
  heading: text.meta({ description: "A heading of it." }),
  names: z
    .array(text)
    .min(1, "must not be empty")
    .optional()
    .meta({ description: "What the section under the heading must name." }),
});

const ownerProof = z.strictObject({
  kind: z.literal("owner"),
  owner: text.meta({ description: "The step that only the system's owner can take." }),
  in: environment,
});

const proofKinds = ["resource", "absent", "rule", "document", "owner"] as const;

/** A proof is told by the key that it is written with: `rule: database-encrypted`. */
const proofSchema = z.preprocess(
  (given) =>
    isData(given)
      ? { ...given, kind: proofKinds.find((kind) => Object.hasOwn(given, kind)) }
      : given,
  z.discriminatedUnion(
    "kind",
    [resourceProof, absentProof, ruleProof, documentProof, ownerProof],
    `must hold one of ${proofKinds.join(", ")}`,
  ),
);

/** One line of a guide, and what shows that it holds. */
export const rowSchema = z.strictObject(
  {
    id: text.regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, "must be words joined by hyphens"),
    source: text
      .regex(/^\d{3}_[0-9a-f]{16}\.txt:\d+(-\d+)?(,\d+(-\d+)?)*$/, "must be <guide>.txt:<lines>")
      .meta({ description: "The guide and its lines." }),
    says: text.meta({ description: "What the guide asks for there." }),
    kind: z.enum(rowKinds, `must be one of ${rowKinds.join(", ")}`),
    in: environment,
    decision: text
      .regex(/^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/, "must be docs/decisions/NNNN-title.md")
      .optional()
      .meta({ description: "What was chosen where the guide contradicts itself or AWS, and why." }),
    proof: z
      .array(proofSchema, "must be a list of proofs")
      .min(1, "must hold a proof; leave it out where there is none yet")
      .optional(),
  },
  { error: ({ code }) => (code === "invalid_type" ? "must be a row" : undefined) },
);

export type Row = z.output<typeof rowSchema>;
export type Proof = NonNullable<Row["proof"]>[number];
export type ProofOf<Kind extends Proof["kind"]> = Extract<Proof, { kind: Kind }>;
