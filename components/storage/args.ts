import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { LifecycleArgs } from "./lifecycle";
import type { BucketWriter } from "./writers";

/** How the versions of new objects are kept from being deleted or overwritten. */
export interface ObjectLockArgs {
  /**
   * `GOVERNANCE`: whoever IAM allows to bypass the lock may delete a version all the same.
   * `COMPLIANCE`: nobody can, not even the account's root user, and it cannot be undone.
   *
   * @default "GOVERNANCE"
   */
  readonly mode?: "GOVERNANCE" | "COMPLIANCE" | undefined;
  /** Days that each version is locked, 1 to 36500. */
  readonly days: number;
}

/** What pages of other origins may ask of a bucket. */
export interface CorsRuleArgs {
  /** Origins of the pages, such as `https://app.example.com`. */
  readonly allowedOrigins: readonly string[];
  /** HTTP methods that they may use. */
  readonly allowedMethods: readonly ("GET" | "PUT" | "HEAD" | "POST" | "DELETE")[];
  /**
   * Headers that they may send.
   *
   * @default []
   */
  readonly allowedHeaders?: readonly string[] | undefined;
  /**
   * Headers of an answer that they may read.
   *
   * @default []
   */
  readonly exposedHeaders?: readonly string[] | undefined;
  /**
   * Seconds that a browser remembers the answer, 0 or more.
   *
   * @default 3600
   */
  readonly maxAgeSeconds?: number | undefined;
}

/** Tiers of the storage class Intelligent-Tiering that an object must be restored from. */
export interface ArchiveTiers {
  /** Days without access until it moves to the tier, 90 to 730. */
  readonly ARCHIVE_ACCESS?: number | undefined;
  /** Days without access until it moves to the tier, 180 to 730. */
  readonly DEEP_ARCHIVE_ACCESS?: number | undefined;
}

/** One bucket. With nothing said it is private, encrypted, versioned and logged. */
export interface BucketArgs {
  /**
   * `kms`: objects are encrypted with the data key. `s3`: with keys that S3 manages, which is all that
   * load balancers can write to.
   *
   * @default "kms"
   */
  readonly encryption?: "kms" | "s3" | undefined;
  /**
   * Whether what is overwritten or deleted stays as a noncurrent version.
   *
   * @default true
   */
  readonly versioning?: boolean | undefined;
  /**
   * When objects move to cheaper storage and when they end. Uploads that are not completed end after
   * 7 days in any case.
   *
   * @default - objects stay, noncurrent versions end after 90 days
   */
  readonly lifecycle?: LifecycleArgs | undefined;
  /**
   * Lock of new versions. S3 decides on it when the bucket is made: to add or remove it makes another
   * bucket. Mode and days may change.
   *
   * @default - none
   */
  readonly objectLock?: ObjectLockArgs | undefined;
  /**
   * Whether objects are copied to a bucket in the region of `disasterRecovery`. Those that are there
   * already are not.
   *
   * @default false
   */
  readonly replicate?: boolean | undefined;
  /**
   * Whether S3 commits to copy within 15 minutes, which is paid for.
   *
   * @default false
   */
  readonly replicationTimeControl?: boolean | undefined;
  /**
   * AWS services that write to it. Whoever writes with a role of the account needs no entry here, but
   * the permission of IAM.
   *
   * @default []
   */
  readonly writers?: readonly BucketWriter[] | undefined;
  /**
   * What pages of other origins may do, by the name of the rule.
   *
   * @default {}
   */
  readonly cors?: Readonly<Record<string, CorsRuleArgs>> | undefined;
  /**
   * Whether EventBridge hears of every change to an object.
   *
   * @default false
   */
  readonly eventBridge?: boolean | undefined;
  /**
   * When objects of the storage class Intelligent-Tiering are archived.
   *
   * @default {}
   */
  readonly archiveTiers?: ArchiveTiers | undefined;
  /**
   * How often a list of all object versions is written beside the access logs.
   *
   * @default - never
   */
  readonly inventory?: "Daily" | "Weekly" | undefined;
}

/** The buckets' own access logs. */
export interface AccessLogsArgs {
  /**
   * Days that they are kept, 1 to 36500.
   *
   * @default 365
   */
  readonly expirationDays?: number | undefined;
}

/** Where replicas stand. */
export interface ReplicaPlaceArgs {
  /** Region of the replicas. */
  readonly region: string;
  /** KMS key of that region which encrypts them. */
  readonly keyArn: pulumi.Input<string>;
}

/** How {@link Storage} is built. Only plain values decide what is made; `Input`s are passed on. */
export interface StorageArgs {
  /**
   * First part of the names: `<prefix>-<label>-<account>`, for a replica
   * `<prefix>-<label>-replica-<account>`. Lower-case letters, digits and single hyphens, a letter first.
   */
  readonly namePrefix: string;
  /** Region of the buckets. */
  readonly region: string;
  /** Account of the buckets, 12 digits. */
  readonly accountId: string;
  /** KMS key that encrypts the objects. */
  readonly dataKeyArn: pulumi.Input<string>;
  /**
   * Where replicas stand.
   *
   * @default - nowhere, and no bucket replicates
   */
  readonly disasterRecovery?: ReplicaPlaceArgs | undefined;
  /**
   * The buckets, by a label that says what they hold: lower-case letters, digits and single hyphens. A
   * bucket for their access logs stands beside them in each region.
   */
  readonly buckets: Readonly<Record<string, BucketArgs>>;
  /**
   * The bucket for access logs.
   *
   * @default - logs are kept for 365 days
   */
  readonly accessLogs?: AccessLogsArgs | undefined;
  /**
   * Further statements of the buckets' policies, by label. What may read a bucket without a role of the
   * account is said here, such as a CloudFront distribution.
   *
   * @default {}
   */
  readonly policyStatements?: Readonly<Record<string, readonly aws.iam.PolicyStatement[]>>;
  /**
   * Whether Pulumi refuses to delete the buckets. One that is taken out all the same, after
   * `pulumi state unprotect`, is left standing in AWS with all that protects it.
   *
   * @default true
   */
  readonly deletionProtection?: boolean | undefined;
  /**
   * Whether a bucket that is deleted takes its objects with it; AWS deletes no other than an empty one.
   *
   * @default false
   */
  readonly forceDestroy?: boolean | undefined;
}
