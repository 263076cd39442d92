import { z } from "zod";
import { bootstrapSchema, verificationSchema } from "./database-jobs";
import { dailyWindow, logRetentionDays, weeklyWindow } from "./fields";
import { restoreSchema } from "./restore";

const storage = z.strictObject({
  type: z
    .enum(["gp3", "io1", "io2"])
    .default("gp3")
    .meta({ description: "EBS volume type: general purpose, or provisioned IOPS." }),
  allocatedGiB: z
    .int()
    .min(20)
    .max(65536)
    .meta({ description: "Storage allocated at creation.", unit: "GiB" }),
  maximumGiB: z
    .int()
    .min(22)
    .max(65536)
    .optional()
    .meta({ description: "Storage autoscaling grows up to this; off when left out.", unit: "GiB" }),
  iops: z.int().min(1000).max(256000).optional().meta({
    description:
      "Provisioned I/O operations. Required with io1 and io2; with gp3 only from 400 GiB up, and 12,000 at least.",
    unit: "operations per second",
  }),
  throughputMiBps: z.int().min(500).max(4000).optional().meta({
    description: "Provisioned throughput, gp3 from 400 GiB up only.",
    unit: "MiB per second",
  }),
  dedicatedLogVolume: z
    .boolean()
    .default(false)
    .meta({ description: "Transaction logs on a volume of their own. Needs io1 or io2." }),
});

const backup = z.strictObject({
  retentionDays: z.int().min(0).max(35).default(7).meta({
    description:
      "Days that automated backups and point-in-time recovery reach back; 0 turns them off.",
    unit: "days",
  }),
  window: dailyWindow
    .default("03:00-04:00")
    .meta({ description: "Daily window in which the backup starts, UTC, 30 minutes at least." }),
});

const credentials = z.strictObject({
  mode: z.enum(["managed", "rotated"]).default("managed").meta({
    description:
      "`managed`: RDS creates and rotates the master password. `rotated`: a secret of ours rotated by a Lambda function; the one to use with read replicas or blue/green updates.",
  }),
  rotationDays: z
    .int()
    .min(1)
    .max(1000)
    .default(30)
    .meta({ description: "Days between rotations of the password.", unit: "days" }),
});

const replica = z.strictObject({
  instanceClass: z
    .string()
    .regex(/^db\.[a-z0-9-]+\.[a-z0-9]+$/, "must be an RDS instance class such as db.r6g.2xlarge")
    .optional()
    .meta({ description: "Instance class of the replica; the source's when left out." }),
});

const proxy = z.strictObject({
  idleClientTimeoutSeconds: z.int().min(1).max(28800).default(1800).meta({
    description: "Time a client connection may idle before it is closed.",
    unit: "seconds",
  }),
  maxConnectionsPercent: z
    .int()
    .min(1)
    .max(100)
    .default(90)
    .meta({ description: "Share of max_connections that the proxy may use.", unit: "percent" }),
  readOnlyEndpoint: z.boolean().default(false).meta({
    description:
      "An endpoint of its own for reading: RDS Proxy has none for an instance, so it must stay false.",
  }),
});

/** The PostgreSQL database of a stack. */
export const databaseSchema = z.strictObject({
  engineVersion: z
    .string()
    .regex(/^\d{2}(\.\d{1,2})?$/, "must be a PostgreSQL version such as 16 or 16.15")
    .meta({
      description: "PostgreSQL version: a major, whose minor RDS chooses and upgrades, or a minor.",
    }),
  parameterGroupFamily: z
    .string()
    .regex(/^postgres\d{2}$/, "must be a family such as postgres16")
    .optional()
    .meta({ description: "Parameter group family; follows the engine's major when left out." }),
  instanceClass: z
    .string()
    .regex(/^db\.[a-z0-9-]+\.[a-z0-9]+$/, "must be an RDS instance class such as db.r6g.2xlarge")
    .meta({ description: "RDS instance class.", examples: ["db.r6g.2xlarge"] }),
  storage: storage.meta({ description: "The volume." }),
  multiAz: z
    .boolean()
    .default(true)
    .meta({ description: "A standby in a second zone with automatic failover." }),
  databaseName: z
    .string()
    .regex(
      /^[a-z][a-z0-9_]{0,62}$/,
      "must be lower-case letters, digits and underscores, at most 63, a letter first",
    )
    .meta({ description: "Database created with the instance." }),
  masterUsername: z
    .string()
    .regex(
      /^[a-z][a-z0-9_]{0,62}$/,
      "must be lower-case letters, digits and underscores, at most 63, a letter first",
    )
    .default("postgres")
    .meta({ description: "Name of the master user." }),
  port: z
    .int()
    .min(1150)
    .max(65535)
    .default(5432)
    .meta({ description: "TCP port that it listens on." }),
  backup: backup.prefault({}).meta({ description: "Automated backups." }),
  maintenanceWindow: weeklyWindow
    .default("sun:05:00-sun:06:00")
    .meta({ description: "Weekly window for maintenance, UTC, 30 minutes at least." }),
  parameters: z.record(z.string(), z.string()).default({}).meta({
    description:
      "PostgreSQL parameters in the units of RDS, over the secure ones that are always set (forced TLS, SCRAM, connection logging).",
  }),
  extensions: z
    .array(z.string().regex(/^[a-z0-9_-]+$/, "must be the name of a PostgreSQL extension"))
    .default([])
    .meta({ description: "Extensions that may be created; all that RDS supports when empty." }),
  credentials: credentials.prefault({}).meta({ description: "The master password." }),
  applicationUser: z
    .strictObject({
      name: z
        .string()
        .regex(
          /^[a-z][a-z0-9_]{0,62}$/,
          "must be lower-case letters, digits and underscores, at most 63, a letter first",
        )
        .meta({ description: "Name of the role that services log in as." }),
      connectionLimit: z
        .int()
        .min(1)
        .max(10000)
        .optional()
        .meta({ description: "Connections the role may hold at once.", unit: "connections" }),
      rotationDays: z
        .int()
        .min(1)
        .max(1000)
        .default(30)
        .meta({ description: "Days between rotations of its password.", unit: "days" }),
    })
    .optional()
    .meta({ description: "The role that services log in as, with a secret of its own." }),
  bootstrap: bootstrapSchema.optional().meta({
    description:
      "The job that makes the database's role and extensions before services start; none when left out.",
  }),
  verification: verificationSchema.optional().meta({
    description: "The job that looks for what must be in the database; none when left out.",
  }),
  readReplicas: z
    .record(
      z.string().regex(/^[a-z0-9]{1,16}$/, "must be a short name of letters and digits"),
      replica,
    )
    .default({})
    .meta({ description: "Read replicas in the region, by name." }),
  proxy: proxy
    .optional()
    .meta({ description: "RDS Proxy in front of the instance; none when left out." }),
  blueGreenUpdates: z.boolean().default(false).meta({
    description: "Change the instance through a blue/green deployment, with little downtime.",
  }),
  majorVersionUpgrades: z
    .boolean()
    .default(false)
    .meta({ description: "A new major in `engineVersion` may be applied." }),
  applyImmediately: z.boolean().default(false).meta({
    description:
      "Changes are made at once, with the restarts they bring, and not in the maintenance window.",
  }),
  deletionProtection: z
    .boolean()
    .default(true)
    .meta({ description: "AWS and Pulumi refuse to delete it." }),
  finalSnapshot: z.boolean().optional().meta({
    description: "A last snapshot is taken of it; as `deletionProtection` when left out.",
  }),
  iamAuthentication: z
    .boolean()
    .default(true)
    .meta({ description: "IAM identities may log in to roles that are granted rds_iam." }),
  caCertificate: z
    .enum(["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"])
    .default("rds-ca-rsa2048-g1")
    .meta({ description: "Certificate authority of the server's certificate." }),
  monitoring: z
    .strictObject({
      intervalSeconds: z
        .literal([0, 1, 5, 10, 15, 30, 60])
        .default(60)
        .meta({ description: "Interval of Enhanced Monitoring; 0 turns it off.", unit: "seconds" }),
      performanceInsightsDays: z
        .union([z.literal(7), z.literal(731), z.int().min(31).max(713).multipleOf(31)])
        .default(7)
        .meta({
          description: "Days that Performance Insights keeps: 7, months of 31 days, or two years.",
          unit: "days",
        }),
      databaseInsights: z.enum(["standard", "advanced"]).default("standard").meta({
        description:
          "Mode of CloudWatch Database Insights; `advanced` is paid for and needs 465 days of Performance Insights.",
      }),
      logRetentionDays: logRetentionDays.default(90),
    })
    .prefault({})
    .meta({ description: "Logs and metrics of the instance." }),
  restoreFrom: restoreSchema.optional().meta({
    description:
      "Backup that the instance was made from, encrypted with the data key. It stays for as long as the instance.",
  }),
});
