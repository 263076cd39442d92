import { z } from "zod";
import { dailyWindow, logRetentionDays, weeklyWindow } from "./fields";

const sharded = z.strictObject({
  clusterMode: z.literal("enabled").meta({
    description:
      "Keys are spread over shards. Clients must speak the cluster protocol, and find the shards by the configuration endpoint.",
  }),
  numNodeGroups: z.int().min(1).max(500).meta({ description: "Shards.", unit: "shards" }),
  replicasPerNodeGroup: z
    .int()
    .min(0)
    .max(5)
    .default(1)
    .meta({ description: "Replicas of each shard.", unit: "nodes" }),
});

const single = z.strictObject({
  clusterMode: z.literal("disabled").meta({
    description: "One primary holds all keys. Clients need no cluster protocol.",
  }),
  numCacheClusters: z
    .int()
    .min(1)
    .max(6)
    .default(2)
    .meta({ description: "The primary and its replicas.", unit: "nodes" }),
});

const version = z
  .int()
  .min(1)
  .default(1)
  .meta({ description: "Raised by one, it makes a new password at the next deployment." });

const token = z.strictObject({
  mode: z.literal("token").meta({
    description: "One password for all clients, the AUTH token, generated and kept in a secret.",
  }),
  version,
  updateStrategy: z.enum(["SET", "ROTATE"]).default("SET").meta({
    description:
      "What becomes of the token before: `SET` ends it at once, `ROTATE` leaves both good until a deployment with `SET` again.",
  }),
});

const rbac = z.strictObject({
  mode: z.literal("rbac").meta({
    description:
      "A user with rights and a generated password of its own, kept in a secret. The default user is disabled.",
  }),
  version,
  userName: z
    .string()
    .regex(
      /^[a-zA-Z][a-zA-Z0-9-]{0,39}$/,
      "must be letters, digits and hyphens, at most 40, a letter first",
    )
    .default("application")
    .meta({ description: "Name of the user that applications log in as." }),
  accessString: z
    .string()
    .regex(/^on\s/, "must be rights of a user that is on, such as on ~* &* +@all -@dangerous")
    .default("on ~* &* +@all -@dangerous +info")
    .meta({ description: "What the user may do with which keys and channels, as Redis ACLs." }),
});

const open = z.strictObject({
  mode: z.literal("none").meta({
    description: "No password: whoever reaches the cache may use it.",
  }),
});

const snapshot = z.strictObject({
  retentionDays: z.int().min(0).max(35).default(7).meta({
    description: "Days that daily snapshots are kept; 0 takes none.",
    unit: "days",
  }),
  window: dailyWindow
    .default("03:00-04:00")
    .meta({ description: "Daily window in which the snapshot starts, UTC, an hour at least." }),
});

const restore = z.strictObject({
  generation: z
    .string()
    .regex(/^[a-z0-9]{1,5}$/, "must be one to five lower-case letters and digits")
    .meta({
      description:
        "Tells the restored cache from the one before; added to its name and identifier.",
    }),
  snapshotName: z.string().min(1).meta({ description: "Snapshot to restore." }),
});

/** The Valkey or Redis OSS cache of a stack. */
export const cacheSchema = z.strictObject({
  engine: z
    .enum(["redis", "valkey"])
    .meta({ description: "What keeps the data: Valkey, or Redis OSS up to 7.1." }),
  engineVersion: z
    .string()
    .regex(/^\d{1,2}\.\d{1,2}$/, "must be a version of major and minor such as 7.1")
    .meta({
      description:
        "Version of the engine. Where AWS has raised the minor by itself, raise it here too: to go back would replace the cache.",
    }),
  parameterGroupFamily: z
    .string()
    .regex(/^(redis|valkey)\d{1,2}(\.x)?$/, "must be a family such as redis7 or valkey8")
    .optional()
    .meta({ description: "Parameter group family; follows the engine's major when left out." }),
  nodeType: z
    .string()
    .regex(
      /^cache\.[a-z0-9]+\.[a-z0-9]+$/,
      "must be an ElastiCache node type such as cache.r7g.xlarge",
    )
    .meta({ description: "ElastiCache node type.", examples: ["cache.r7g.xlarge"] }),
  topology: z.union([sharded, single]).meta({ description: "How the nodes are arranged." }),
  nodeQuota: z.int().min(90).max(500).default(90).meta({
    description:
      'Most nodes that the account may have in one cache: the quota "Nodes per cluster per instance type", which AWS raises on request.',
    unit: "nodes",
  }),
  automaticFailover: z.boolean().default(true).meta({
    description: "A replica takes over by itself where its primary fails. Cluster mode needs it.",
  }),
  multiAz: z
    .boolean()
    .default(true)
    .meta({ description: "The nodes of a shard stand in several zones." }),
  port: z
    .int()
    .min(1)
    .max(65535)
    .default(6379)
    .meta({ description: "TCP port that it listens on." }),
  transitEncryptionMode: z.enum(["required", "preferred"]).default("required").meta({
    description:
      "Whether clients must use TLS. `preferred` lets them do without while they are moved to it, and takes no password.",
  }),
  auth: z
    .union([token, rbac, open])
    .prefault({ mode: "token" })
    .meta({ description: "How clients show that they may use it." }),
  parameters: z.record(z.string(), z.string()).default({}).meta({
    description: "Parameters of the engine, in its units. Cluster mode is set by `topology`.",
  }),
  snapshot: snapshot.prefault({}).meta({ description: "Daily snapshots." }),
  maintenanceWindow: weeklyWindow
    .default("sun:05:00-sun:06:00")
    .meta({ description: "Weekly window for maintenance, UTC, an hour at least." }),
  autoMinorVersionUpgrade: z.boolean().optional().meta({
    description:
      "AWS installs new minor versions in the maintenance window; when left out it does, but for a cache that is replicated to another region.",
  }),
  applyImmediately: z.boolean().default(false).meta({
    description:
      "Changes are made at once, with the failovers they bring, and not in the maintenance window.",
  }),
  deletionProtection: z
    .boolean()
    .default(true)
    .meta({ description: "Pulumi refuses to delete it; AWS has no such protection." }),
  finalSnapshot: z.boolean().optional().meta({
    description: "A last snapshot is taken of it; as `deletionProtection` when left out.",
  }),
  monitoring: z
    .strictObject({ logRetentionDays: logRetentionDays.default(90) })
    .prefault({})
    .meta({ description: "The slow log and the engine's log." }),
  restoreFrom: restore.optional().meta({
    description: "Snapshot that the cache was made from. It stays for as long as the cache.",
  }),
});
