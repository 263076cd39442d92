import { z } from "zod";
import { databaseChecks } from "./database-checks";
import { schedule } from "./schedule";

const namespace = z.string().meta({
  description:
    "Namespace of the job, one of `cluster.namespaces`. Its login stands there as a secret: one of its own keeps it from the services.",
});

const image = z
  .string()
  .default("public.ecr.aws/docker/library/postgres:16.14")
  .meta({ description: "Image with `psql`." });

/** The job that makes the application's role and the extensions. */
export const bootstrapSchema = z.strictObject({
  namespace,
  image,
  ownerRole: z
    .string()
    .regex(
      /^[a-z][a-z0-9_]{0,62}$/,
      "must be lower-case letters, digits and underscores, a letter first",
    )
    .optional()
    .meta({ description: "Role that owns the tables; the master user when left out." }),
});

/** The job that looks for what must be in the database. */
export const verificationSchema = z.strictObject({
  namespace,
  image,
  schedule: schedule.meta({ description: "When it looks." }),
  checks: databaseChecks,
});
