import { z } from "zod";
import { brokerSchema } from "./broker";
import { cacheSchema } from "./cache";
import { clusterSchema } from "./cluster";
import { databaseSchema } from "./database";
import { edgeSchema } from "./edge";
import { zoneLabel } from "./fields";
import { jobsSchema } from "./jobs";
import { keysSchema } from "./keys";
import { contactsSchema, monitoringSchema } from "./monitoring";
import { networkSchema } from "./network";
import { secretsSchema } from "./secrets";
import { servicesSchema } from "./services";
import { storageSchema } from "./storage";

export const environments = ["production", "staging"] as const;
export type Environment = (typeof environments)[number];

export const sizes = ["small", "medium", "large", "xlarge"] as const;
export type Size = (typeof sizes)[number];

const region = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be an AWS region such as eu-west-1");

const zones = z.record(
  zoneLabel,
  z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, "must be a zone such as eu-west-1a"),
);

const recovery = z.strictObject({
  topology: z.enum(["none", "backups", "data", "warm"]).default("none").meta({
    description:
      "What stands ready in the disaster-recovery region. `backups`: copies of the backups; `data`: a network with replicas of the data stores; `warm`: also the services, scaled down.",
  }),
  network: networkSchema.optional().meta({
    description: "The VPC of the disaster-recovery region, with addresses of its own.",
  }),
  timeMinutes: z
    .int()
    .min(1)
    .optional()
    .meta({ description: "Recovery time objective.", unit: "minutes" }),
  pointMinutes: z
    .int()
    .min(1)
    .optional()
    .meta({ description: "Recovery point objective.", unit: "minutes" }),
});

/** The sections a blueprint, a size preset and an override may speak of. */
const sections = {
  tags: z
    .record(z.string().min(1).max(128), z.string().max(256))
    .default({})
    .meta({ description: "Tags of every resource, beside Environment and ManagedBy." }),
  disasterRecovery: recovery
    .prefault({})
    .meta({ description: "What survives the loss of the region." }),
  network: networkSchema.meta({ description: "The VPC." }),
  keys: keysSchema.prefault({}).meta({ description: "The KMS keys." }),
  secrets: secretsSchema.prefault({}).meta({ description: "The application's secrets." }),
  database: databaseSchema.meta({ description: "The PostgreSQL database." }),
  cache: cacheSchema
    .optional()
    .meta({ description: "The Valkey or Redis OSS cache; none when left out." }),
  broker: brokerSchema.optional().meta({ description: "The Kafka cluster; none when left out." }),
  cluster: clusterSchema
    .optional()
    .meta({ description: "The Kubernetes cluster; none when left out." }),
  services: servicesSchema
    .prefault({})
    .meta({ description: "Workloads of the cluster that serve requests, by name." }),
  jobs: jobsSchema
    .prefault({})
    .meta({ description: "Workloads of the cluster that end, by name." }),
  edge: edgeSchema
    .optional()
    .meta({ description: "What the internet sees of the services; nothing when left out." }),
  storage: storageSchema.prefault({}).meta({ description: "The buckets." }),
  monitoring: monitoringSchema.prefault({}).meta({ description: "Notifications." }),
};

/** What a blueprint asks for, before it meets an account and a region. */
export const designSchema = z.strictObject(sections);

/** The whole description of one stack. */
export const specSchema = z.strictObject({
  system: z.string().meta({ description: "System that is built." }),
  environment: z.enum(environments).meta({ description: "Environment it is built for." }),
  size: z.enum(sizes).meta({ description: "Size of its machines and volumes." }),
  account: z
    .string()
    .regex(/^\d{12}$/, "must be an AWS account id of 12 digits, in quotes")
    .meta({ description: "AWS account it is built in." }),
  region: region.meta({ description: "AWS region it is built in." }),
  disasterRecoveryRegion: region
    .optional()
    .meta({ description: "AWS region that takes over when the first is lost." }),
  availabilityZones: zones.meta({
    description: "Availability zones, by the label that the blueprint uses for them.",
  }),
  disasterRecoveryAvailabilityZones: zones.optional().meta({
    description: "Availability zones of the disaster-recovery region, by the same labels.",
  }),
  permissionsBoundary: z
    .string()
    .regex(/^[\w+=,.@-]{1,128}$/, "must be a policy's name such as groundwork-workload-boundary")
    .optional()
    .meta({
      description:
        "IAM policy of the account that bounds every role of the stack, by its name; none when left out.",
    }),
  hostedZoneId: z
    .string()
    .regex(/^Z[A-Z0-9]{1,31}$/, "must be the id of a hosted zone such as Z0123456789ABCDEFGHIJ")
    .optional()
    .meta({ description: "Hosted zone in which the names of the stack's edge stand." }),
  contacts: contactsSchema,
  ...sections,
});

/** The effective, parsed description of one stack. */
export type Spec = z.output<typeof specSchema>;

/** What can be written where any part may be left out: a preset, a blueprint's layer, overrides. */
export type Layer = DeepPartial<z.input<typeof designSchema>>;

type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

/** What a system asks for: layers of the spec, the later over the earlier. */
export interface Blueprint {
  /** The system's name in prose. */
  readonly title: string;
  /** The size each environment has unless its stack says otherwise. */
  readonly size: Readonly<Record<Environment, Size>>;
  /** What holds for every size and environment. */
  readonly base: Layer;
  /** Figures that name a machine or a volume, for the size they were written for. */
  readonly sizes: Readonly<Partial<Record<Size, Layer>>>;
  /** What differs by environment. */
  readonly environments: Readonly<Record<Environment, Layer>>;
}
