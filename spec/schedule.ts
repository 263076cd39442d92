import { z } from "zod";

/** When a job runs. */
export const schedule = z.strictObject({
  cron: z
    .string()
    .regex(
      /^\S+( \S+){4}$/,
      "must be minute, hour, day of the month, month and day of the week, such as 0 2 * * 0",
    )
    .meta({ description: "Minute, hour, day of the month, month and day of the week." }),
  timeZone: z
    .string()
    .default("Etc/UTC")
    .meta({ description: "IANA time zone in which they are meant." }),
  suspended: z.boolean().default(false).meta({
    description:
      "It runs only when somebody starts it: `kubectl create job --from=cronjob/<name>`.",
  }),
});
