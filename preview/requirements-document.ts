import { z } from "zod";
import { errorSchema } from "./document";
import { rowKinds } from "./requirements/row";

/** Version of the document's shape; raised when something in it is renamed, removed or changes meaning. */
export const requirementsVersion = 1;

const text = z.string();
const count = z.int();
const verdict = z.enum(["proved", "failed", "unproved", "notApplicable"]).meta({
  description:
    "`unproved`: no proof is written yet; `notApplicable`: it is about the other environment.",
});

const proof = z.strictObject({
  kind: z.enum(["resource", "absent", "rule", "document", "owner"]),
  subject: text.meta({
    description:
      "What proves it: a resource type, the id of a rule, a file and its heading, a step of the owner.",
  }),
  holds: z.boolean(),
  detail: text.meta({ description: "What was found, or what is wrong." }),
  resources: z.array(text).meta({
    description:
      "URNs of the resources that it speaks of: those it selected, or those that the rule judged.",
  }),
});

const requirement = z.strictObject({
  id: text,
  kind: z.enum(rowKinds),
  source: text.meta({ description: "The guide and its lines." }),
  says: text.meta({ description: "What the guide asks for there." }),
  decision: text.meta({ description: "Path of the decision record; empty where there is none." }),
  on: z
    .array(z.strictObject({ stack: text, verdict, proofs: z.array(proof) }))
    .meta({ description: "What it comes to on each stack, in the order of `stacks`." }),
});

const system = z.strictObject({
  system: text,
  title: text.meta({ description: "The system's name in prose." }),
  stacks: z.array(
    z.strictObject({
      stack: text,
      environment: text,
      proved: count,
      failed: count,
      unproved: count,
      notApplicable: count,
    }),
  ),
  requirements: z.array(requirement).meta({ description: "In the order of the guide." }),
});

/** What `groundwork requirements --json` prints. */
export const requirementsSchema = z.strictObject({
  version: z.literal(requirementsVersion),
  errors: z
    .array(errorSchema)
    .meta({ description: "Bad input and errors of the program; empty when all went well." }),
  systems: z.array(system),
});

export type RequirementsDocument = z.output<typeof requirementsSchema>;
export type SystemDocument = z.output<typeof system>;
