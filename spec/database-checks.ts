import { z } from "zod";

const bound = z.int().min(0).optional();

const check = z
  .strictObject({
    name: z
      .string()
      .regex(/^[ -~]{1,60}$/, "must be 1 to 60 printable ASCII characters")
      .meta({ description: "What is counted, in a few words.", examples: ["provinces"] }),
    sql: z
      .string()
      .regex(/\S/, "must be a query")
      .meta({
        description: "Query whose answer is one whole number, as the application's role asks it.",
        examples: ["SELECT count(*) FROM provinces"],
      }),
    atLeast: bound.meta({ description: "The least that the answer may be." }),
    exactly: bound.meta({ description: "What the answer must be." }),
  })
  .refine(
    ({ atLeast, exactly }) => (atLeast === undefined) !== (exactly === undefined),
    "must have one of atLeast and exactly",
  );

/** What must be in a database once its migrations and seed data are loaded. */
export const databaseChecks = z
  .array(check)
  .refine(
    (checks) => new Set(checks.map(({ name }) => name)).size === checks.length,
    "must be checks with a name of their own each",
  )
  .default([])
  .meta({
    description:
      "What must be in the database once it is migrated and seeded, asked by a job after each change.",
  });
