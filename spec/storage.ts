import { z } from "zod";

const mostDays = 36_500;

const days = z.int().min(1).max(mostDays);

/** Storage classes that objects can move to: which they are, and how old an object must be at least. */
const transitions = z.strictObject({
  STANDARD_IA: movesTo("Standard-IA", 30),
  INTELLIGENT_TIERING: movesTo("Intelligent-Tiering", 0),
  ONEZONE_IA: movesTo("One Zone-IA", 30),
  GLACIER_IR: movesTo("Glacier Instant Retrieval", 0),
  GLACIER: movesTo("Glacier Flexible Retrieval", 0),
  DEEP_ARCHIVE: movesTo("Glacier Deep Archive", 0),
});

function movesTo(storageClass: string, leastDays: number) {
  return z
    .int()
    .min(leastDays)
    .max(mostDays)
    .optional()
    .meta({ description: `Days until they move to ${storageClass}.`, unit: "days" });
}

const lifecycle = z.strictObject({
  expirationDays: days.optional().meta({
    description:
      "Days until an object ends; with versioning its last version becomes noncurrent then. It stays when left out.",
    unit: "days",
  }),
  transitions: transitions.prefault({}).meta({
    description: "When objects move to cheaper storage classes.",
  }),
  noncurrentExpirationDays: days.default(90).meta({
    description: "Days until a version ends that was overwritten or deleted.",
    unit: "days",
  }),
  noncurrentTransitions: transitions.prefault({}).meta({
    description: "When versions that were overwritten or deleted move to cheaper storage classes.",
  }),
  noncurrentVersionsKept: z.int().min(1).max(100).optional().meta({
    description:
      "Newest versions of those overwritten or deleted that stay however old they are; none when left out.",
    unit: "versions",
  }),
});

const objectLock = z.strictObject({
  mode: z.enum(["GOVERNANCE", "COMPLIANCE"]).default("GOVERNANCE").meta({
    description:
      "`GOVERNANCE`: whoever IAM allows to bypass the lock may delete all the same. `COMPLIANCE`: nobody can, not even the account's root user, and it cannot be undone.",
  }),
  days: days.meta({ description: "Days that each version is locked.", unit: "days" }),
});

const corsRule = z.strictObject({
  allowedOrigins: z
    .array(
      z
        .string()
        .regex(/^(\*|https?:\/\/[^/\s]+)$/, "must be an origin such as https://app.example.com"),
    )
    .min(1)
    .meta({ description: "Origins of the pages." }),
  allowedMethods: z
    .array(z.enum(["GET", "PUT", "HEAD", "POST", "DELETE"]))
    .min(1)
    .meta({ description: "HTTP methods that they may use." }),
  allowedHeaders: z
    .array(z.string().min(1))
    .default([])
    .meta({ description: "Headers that they may send." }),
  exposedHeaders: z
    .array(z.string().min(1))
    .default([])
    .meta({ description: "Headers of an answer that they may read." }),
  maxAgeSeconds: z
    .int()
    .min(0)
    .max(86_400)
    .default(3600)
    .meta({ description: "Time that a browser remembers the answer.", unit: "seconds" }),
});

const archiveTiers = z.strictObject({
  ARCHIVE_ACCESS: z
    .int()
    .min(90)
    .max(730)
    .optional()
    .meta({ description: "Days without access until they move to Archive Access.", unit: "days" }),
  DEEP_ARCHIVE_ACCESS: z.int().min(180).max(730).optional().meta({
    description: "Days without access until they move to Deep Archive Access.",
    unit: "days",
  }),
});

/** Form of the labels of buckets. */
const label = z
  .string()
  .regex(
    /^[a-z0-9](-?[a-z0-9])*$/,
    "must be lower-case letters, digits and single hyphens, not at an end",
  );

const bucket = z.strictObject({
  encryption: z.enum(["kms", "s3"]).default("kms").meta({
    description:
      "What encrypts its objects: the data key in KMS, or keys that S3 manages, which is all that load balancers can write to.",
  }),
  versioning: z.boolean().default(true).meta({
    description: "What is overwritten or deleted stays as a noncurrent version.",
  }),
  lifecycle: lifecycle.prefault({}).meta({
    description:
      "When objects move to cheaper storage and when they end. Uploads that are not completed end after 7 days.",
  }),
  objectLock: objectLock.optional().meta({
    description:
      "New versions cannot be deleted for a time. S3 decides on it when the bucket is made: to add or remove it makes another bucket.",
  }),
  replicate: z.boolean().default(false).meta({
    description:
      "What is new is copied to a bucket in the disaster-recovery region. What is there already is not.",
  }),
  replicationTimeControl: z.boolean().default(false).meta({
    description: "S3 commits to copy within 15 minutes, which is paid for. Needs `replicate`.",
  }),
  writers: z
    .array(z.enum(["loadBalancerLogs", "cloudTrail"]))
    .default([])
    .meta({
      description:
        "AWS services that write to it. Whoever writes with a role of the account needs no entry, but the permission of IAM.",
    }),
  cors: z
    .record(z.string().min(1).max(255), corsRule)
    .default({})
    .meta({ description: "What pages of other origins may do, by the name of the rule." }),
  eventBridge: z
    .boolean()
    .default(false)
    .meta({ description: "EventBridge hears of every change to an object." }),
  archiveTiers: archiveTiers.prefault({}).meta({
    description:
      "When objects of the storage class Intelligent-Tiering move to tiers that they must be restored from.",
  }),
  inventory: z.enum(["Daily", "Weekly"]).optional().meta({
    description:
      "How often a list of all versions is written beside the access logs; never when left out.",
  }),
});

/**
 * The buckets of a stack. Their limits are S3's.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export const storageSchema = z.strictObject({
  buckets: z
    .record(label, bucket)
    .default({})
    .meta({ description: "The buckets, by a label that says what they hold." }),
  accessLogs: z
    .strictObject({
      expirationDays: days
        .default(365)
        .meta({ description: "Days that access logs are kept.", unit: "days" }),
    })
    .prefault({})
    .meta({ description: "The buckets' own access logs, in a bucket beside them." }),
  deletionProtection: z
    .boolean()
    .default(true)
    .meta({ description: "Pulumi refuses to delete the buckets." }),
  forceDestroy: z.boolean().default(false).meta({
    description:
      "A bucket that is deleted takes its objects with it. AWS deletes no other than an empty one.",
  }),
});
