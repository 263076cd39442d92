import { z } from "zod";
import { passwordServices } from "./password-services";

const version = z
  .int()
  .min(1)
  .default(1)
  .meta({ description: "Raised by one, it makes a new value at the next deployment." });

const bytesValue = z.strictObject({
  generate: z
    .literal("bytes")
    .meta({ description: "Made once of random bytes, and kept until the version is raised." }),
  bytes: z
    .int()
    .min(16)
    .max(1024)
    .default(32)
    .meta({ description: "Random bytes, before they are encoded.", unit: "bytes" }),
  encoding: z
    .enum(["base64", "hex"])
    .default("base64")
    .meta({ description: "How the bytes are written down." }),
  version,
});

const passwordValue = z.strictObject({
  generate: z
    .literal("password")
    .meta({ description: "Made once of random characters, and kept until the version is raised." }),
  length: z
    .int()
    .min(12)
    .max(1024)
    .default(32)
    .meta({ description: "Characters of the password.", unit: "characters" }),
  specialCharacters: z
    .string()
    .regex(/^[!-/:-@[-`{-~]{0,32}$/, "must be at most 32 characters of ASCII punctuation")
    .default("")
    .meta({
      description: "Special characters that may occur beside letters and digits; none when empty.",
    }),
  service: z.enum(passwordServices).optional().meta({
    description:
      "AWS service that takes it as a password, whose limits on length and characters it keeps.",
  }),
  version,
});

const suppliedValue = z.strictObject({
  supplied: z.literal(true).meta({
    description: "The operator supplies it as an encrypted value of the stack's configuration.",
  }),
});

/** What one value of a secret is made of. */
const secretValueSchema = z.union([bytesValue, passwordValue, suppliedValue]);
export type SecretValue = z.output<typeof secretValueSchema>;

/** Form of the names of secrets and of their values. */
export const valueName = /^[a-z][a-z0-9-]{0,62}$/;

const secretName = z
  .string()
  .regex(valueName, "must be lower-case letters, digits and hyphens, at most 63, a letter first");

/** One secret of AWS Secrets Manager: one or more named values. */
const secretSchema = z.strictObject({
  description: z
    .string()
    .min(1)
    .max(2048)
    .meta({ description: "What it is for, as shown in Secrets Manager." }),
  values: z
    .record(secretName, secretValueSchema)
    .default({})
    .meta({ description: "The values, by the key they have in the secret's JSON document." }),
  furtherValues: z.enum(["none", "supplied"]).default("none").meta({
    description:
      "`supplied`: whatever else the operator supplies for the secret becomes a value of it, so that a key of another service needs no change of the spec.",
  }),
});

/** The application's secrets. */
export const secretsSchema = z.strictObject({
  recoveryDays: z
    .union([z.literal(0), z.int().min(7).max(30)])
    .default(30)
    .meta({
      description: "Days a deleted secret can be restored: 7 to 30, or 0 for none.",
      unit: "days",
    }),
  entries: z
    .record(secretName, secretSchema)
    .default({})
    .meta({ description: "The secrets, by name." }),
});
