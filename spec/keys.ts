import { z } from "zod";

/** What a key protects. One key per domain keeps a grant for one from opening another. */
export type KeyDomain = "data" | "logs" | "messaging" | "secrets";

/** The KMS keys of a stack. */
export const keysSchema = z.strictObject({
  rotationDays: z
    .int()
    .min(90)
    .max(2560)
    .default(365)
    .meta({ description: "Days between automatic rotations of the key material.", unit: "days" }),
  deletionWindowDays: z
    .int()
    .min(7)
    .max(30)
    .default(30)
    .meta({ description: "Days a key that was deleted can still be restored.", unit: "days" }),
});
