import { z } from "zod";

const pointInTime = z.strictObject({
  sourceIdentifier: z
    .string()
    .optional()
    .meta({ description: "Instance whose backups they are, in the same region." }),
  automatedBackupsArn: z.string().optional().meta({
    description: "Automated backups, of an instance that is gone or copied from another region.",
  }),
  time: z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
      "must be a moment in UTC such as 2026-11-21T10:00:00Z",
    )
    .optional()
    .meta({ description: "The moment; the latest that can be restored when left out." }),
});

/** The backup that a database was made from. */
export const restoreSchema = z.strictObject({
  generation: z
    .string()
    .regex(/^[a-z0-9]{1,5}$/, "must be one to five lower-case letters and digits")
    .meta({
      description:
        "Tells the restored instance from the one before; added to its name and identifier.",
    }),
  snapshotIdentifier: z
    .string()
    .optional()
    .meta({ description: "Snapshot to restore, or else `pointInTime`." }),
  pointInTime: pointInTime
    .optional()
    .meta({ description: "Moment to restore, or else `snapshotIdentifier`." }),
});
