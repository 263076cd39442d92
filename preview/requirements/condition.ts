import { z } from "zod";
import { isData } from "../engine/wire";
import { parsePath } from "./path";

export const text = z.string("must be text").min(1, "must not be empty");
const number = z.number("must be a number");
const flag = z.boolean("must be true or false");
const scalar = z.union([z.string(), z.number(), z.boolean()], "must be text, a number or a flag");
const whole = z.int("must be a whole number").min(1, "must be 1 or more");

/** A Pulumi type, or one and a name in which `*` stands for any text. */
const origin = text.regex(
  /^[\w.-]+:[\w./-]*:\w+(::.+)?$/,
  "must be a Pulumi type, or one and a name such as aws:ec2/vpc:Vpc::network",
);

/** A number of things: exactly so many, or so many at least; never none. */
export const countSchema = z.union(
  [whole, z.strictObject({ atLeast: whole })],
  "must be a whole number of 1 or more, or atLeast one",
);

/** Where a value is among the inputs of a resource; see {@link parsePath}. */
export const pathSchema = text.refine(
  (path) => parsePath(path) !== undefined,
  "must be a path such as storage.iops or parameters[name=rds.force_ssl].value",
);

const operators = z
  .strictObject({
    equals: z.json().optional().meta({ description: "Exactly this." }),
    oneOf: z.array(scalar, "must be a list").min(1, "must not be empty").optional(),
    atLeast: number.optional(),
    atMost: number.optional(),
    includes: z
      .union(
        [scalar, z.array(scalar).min(1, "must not be empty")],
        "must be text, a number, a flag, or a list of them",
      )
      .optional()
      .meta({ description: "Elements of a list, all of them, in any order." }),
    matches: text
      .refine(isPattern, "must be a regular expression")
      .optional()
      .meta({ description: "A regular expression that a text matches." }),
    length: countSchema
      .optional()
      .meta({ description: "Elements of a list, or characters of a text." }),
    set: flag.optional().meta({ description: "Whether there is a value, known or not." }),
    secret: flag.optional().meta({ description: "Whether the value is a secret." }),
    from: z
      .union(
        [origin, z.array(origin).min(1, "must not be empty")],
        "must be a type, a type::name, or a list of them",
      )
      .optional()
      .meta({ description: "The resources that the value is made from: these and no others." }),
    unlike: z
      .strictObject({ of: origin, path: pathSchema })
      .optional()
      .meta({ description: "Resources, and where they have another value." }),
  })
  .refine((given) => Object.keys(given).length > 0, {
    error: "must hold an operator",
    when: ({ issues }) => issues.length === 0,
  });

/** What a value must be: operators that must all hold, or a scalar or list that it must equal. */
export const conditionSchema = z.preprocess(
  (given) => (isData(given) ? given : { equals: given }),
  operators,
);

/** Conditions on inputs, by path. */
export const conditionsSchema = z
  .record(pathSchema, conditionSchema, "must be conditions by path")
  .refine((given) => Object.keys(given).length > 0, "must hold a condition");

export type Count = z.output<typeof countSchema>;
export type Condition = z.output<typeof operators>;
export type Conditions = Readonly<Record<string, Condition>>;

function isPattern(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}
