import { z } from "zod";

/** The people a stack knows, by role. */
const contactRoles = ["onCall", "databaseAdministrator", "security", "projectManager"] as const;

/** Who to reach, by role. */
export const contactsSchema = z.partialRecord(z.enum(contactRoles), z.email()).meta({
  description: "E-mail addresses of the people to reach, by role.",
});

/** Where notifications go. */
export const monitoringSchema = z.strictObject({
  topics: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, "must be lower-case letters, digits and hyphens"),
      z
        .strictObject({
          contacts: z
            .array(z.enum(contactRoles))
            .min(1)
            .meta({ description: "Roles whose addresses are subscribed." }),
        })
        .meta({ description: "One notification topic." }),
    )
    .default({})
    .meta({ description: "Notification topics, by name." }),
});
