import { complete } from "../complete";
import { mapRecord } from "../map-record";
import type { BucketArgs, StorageArgs } from "./args";

/** What holds where an argument is left out. Every value is the safe one. */
const defaults = {
  storage: { deletionProtection: true, forceDestroy: false, policyStatements: {} },
  accessLogs: { expirationDays: 365 },
  bucket: {
    encryption: "kms",
    versioning: true,
    replicate: false,
    replicationTimeControl: false,
    writers: [],
    eventBridge: false,
    archiveTiers: {},
  },
  lifecycle: { transitions: {}, noncurrentExpirationDays: 90, noncurrentTransitions: {} },
  objectLock: { mode: "GOVERNANCE" },
  corsRule: { allowedHeaders: [], exposedHeaders: [], maxAgeSeconds: 3600 },
} as const;

/** The arguments of the storage with nothing left out that has a default. */
export type StorageSettings = ReturnType<typeof settingsOf>;

/** The arguments of a bucket with nothing left out that has a default. */
export type BucketSettings = ReturnType<typeof bucketSettingsOf>;

/** Completes the arguments of the storage by their defaults. */
export function settingsOf(args: StorageArgs) {
  return {
    ...complete(args, defaults.storage),
    accessLogs: complete(args.accessLogs ?? {}, defaults.accessLogs),
    buckets: mapRecord(args.buckets, bucketSettingsOf),
  };
}

/** Completes the arguments of a bucket by their defaults. */
export function bucketSettingsOf(args: BucketArgs) {
  const { lifecycle = {}, objectLock, cors = {} } = args;
  return {
    ...complete(args, defaults.bucket),
    lifecycle: complete(lifecycle, defaults.lifecycle),
    objectLock: objectLock && complete(objectLock, defaults.objectLock),
    cors: mapRecord(cors, (rule) => complete(rule, defaults.corsRule)),
  };
}
