import { z } from "zod";

/** A name that Kubernetes takes for a workload and what belongs to it. */
export const workloadName = z
  .string()
  .regex(
    /^[a-z]([a-z0-9-]{0,50}[a-z0-9])?$/,
    "must be lower-case letters, digits and hyphens, at most 52, a letter first and no hyphen last",
  );

/** Name of an environment variable. */
const variableName = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_]{0,127}$/,
    "must be letters, digits and underscores, at most 128, no digit first",
  );

export const port = z.int().min(1).max(65535);

const amounts = (what: string) =>
  z
    .strictObject({
      cpu: z
        .string()
        .regex(/^(\d+m|\d+(\.\d{1,3})?)$/, "must be an amount of processors such as 500m or 2")
        .meta({ description: "Processors, whole or in thousandths.", examples: ["500m", "2"] }),
      memory: z
        .string()
        .regex(/^\d+(Ki|Mi|Gi|Ti)$/, "must be an amount of memory such as 512Mi or 4Gi")
        .meta({ description: "Memory, in powers of 1024.", examples: ["512Mi", "4Gi"] }),
    })
    .meta({ description: what });

/** What names of variables begin with. */
const variablePrefix = (standard: string) =>
  z
    .string()
    .regex(
      /^[A-Z][A-Z0-9_]{0,30}$/,
      "must be capital letters, digits and underscores, a letter first",
    )
    .default(standard)
    .meta({ description: "First part of the variables that tell of it, before an underscore." });

const names = (what: string) =>
  z
    .array(z.string().regex(/^[\w.*-]{1,249}$/, "must be a name, `*` for any characters"))
    .default([])
    .meta({ description: `${what}, by name, with \`*\` for any characters.` });

const connections = z.strictObject({
  database: z
    .strictObject({
      poolSize: z.int().min(1).max(1000).default(10).meta({
        description: "Most connections that one pod holds.",
        unit: "connections",
      }),
      variablePrefix: variablePrefix("DATABASE"),
    })
    .optional()
    .meta({ description: "The database, as the application's role." }),
  cache: z
    .strictObject({ variablePrefix: variablePrefix("REDIS") })
    .optional()
    .meta({ description: "The cache." }),
  broker: z
    .strictObject({
      reads: names("Topics that it reads"),
      writes: names("Topics that it writes to"),
      groups: names("Consumer groups that it joins"),
      variablePrefix: variablePrefix("KAFKA"),
    })
    .optional()
    .meta({ description: "The brokers, as a client that IAM knows." }),
  buckets: z
    .record(
      z.string(),
      z.strictObject({
        access: z
          .enum(["read", "readWrite"])
          .meta({ description: "What it does with objects. Who writes may also delete." }),
        variable: variableName.meta({ description: "Variable that says the bucket's name." }),
      }),
    )
    .default({})
    .meta({ description: "Buckets, by their labels in `storage.buckets`." }),
  secrets: z
    .record(z.string(), z.record(variableName, z.string().min(1)))
    .default({})
    .meta({
      description:
        "Secrets, by their names in `secrets.entries`: the variables, and the value that each one gets.",
      examples: [{ "signing-keys": { SIGNING_KEY: "private" } }],
    }),
  services: z
    .record(
      workloadName,
      z.strictObject({
        variable: variableName.meta({
          description: "Variable that says its address.",
        }),
      }),
    )
    .default({})
    .meta({ description: "Other services, by their names in `services`." }),
});

/** What a workload is described by, whether it serves or ends. */
export const workloadShape = {
  namespace: z.string().meta({ description: "Namespace, one of `cluster.namespaces`." }),
  image: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9._/:-]*(:[\w][\w.-]{0,127}|@sha256:[0-9a-f]{64})$/,
      "must be an image with a tag or digest, such as shop/orders:1.4.2",
    )
    .meta({
      description:
        "Container image with a tag or a digest. Without a registry's host it is of the account's own registry in the stack's region.",
      examples: ["shop/orders:1.4.2"],
    }),
  resources: z
    .strictObject({
      requests: amounts("What a pod is given in any case."),
      limits: amounts("What a pod gets at most."),
    })
    .meta({ description: "Processor and memory of a pod." }),
  environment: z
    .record(variableName, z.string())
    .default({})
    .meta({ description: "Variables whose values are no secrets." }),
  secretsRefreshMinutes: z.int().min(1).max(1440).default(60).meta({
    description: "Time until a change of a secret's value reaches the cluster.",
    unit: "minutes",
  }),
  connectsTo: connections.prefault({}).meta({
    description: "What it connects to. It reaches nothing else.",
  }),
  priorityClass: z
    .string()
    .regex(
      /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/,
      "must be lower-case letters, digits, hyphens and dots, neither of these at an end",
    )
    .optional()
    .meta({ description: "Priority class of its pods; the cluster's default when left out." }),
  userId: z.int().min(10000).max(65535).default(10001).meta({
    description: "User and group that the container runs as: one that the nodes do not have.",
  }),
} as const;

/** What a workload connects to. */
export type Connections = z.output<typeof connections>;
