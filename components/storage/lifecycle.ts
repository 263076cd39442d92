import type * as aws from "@pulumi/aws";
import { inOrder } from "./in-order";
import type { BucketSettings } from "./storage-settings";

/** Storage classes that objects can move to. */
export type StorageClass =
  "STANDARD_IA" | "INTELLIGENT_TIERING" | "ONEZONE_IA" | "GLACIER_IR" | "GLACIER" | "DEEP_ARCHIVE";

/** Days until objects move, by the storage class they move to. */
export type Transitions = Readonly<Partial<Record<StorageClass, number | undefined>>>;

/** When objects move to cheaper storage and when they end. */
export interface LifecycleArgs {
  /**
   * Days until an object ends, 1 to 36500. In a versioned bucket its last version then becomes noncurrent.
   *
   * @default - it stays
   */
  readonly expirationDays?: number | undefined;
  /**
   * Days until an object moves to a storage class.
   *
   * @default {}
   */
  readonly transitions?: Transitions | undefined;
  /**
   * Days until a version ends that is noncurrent, 1 to 36500.
   *
   * @default 90
   */
  readonly noncurrentExpirationDays?: number | undefined;
  /**
   * Days until a version that is noncurrent moves to a storage class.
   *
   * @default {}
   */
  readonly noncurrentTransitions?: Transitions | undefined;
  /**
   * Noncurrent versions of an object that stay however old they are, the newest, 1 to 100.
   *
   * @default - none
   */
  readonly noncurrentVersionsKept?: number | undefined;
}

/** Days until S3 drops an upload in parts that was never completed: nobody sees it, and it is paid for. */
const abortUploadDays = 7;

/** The one rule of a bucket's lifecycle, for all its objects. */
export function lifecycleRuleOf({
  lifecycle,
}: BucketSettings): aws.types.input.s3.BucketLifecycleConfigurationRule {
  const { expirationDays, noncurrentExpirationDays, noncurrentVersionsKept } = lifecycle;
  const kept =
    noncurrentVersionsKept === undefined ? {} : { newerNoncurrentVersions: noncurrentVersionsKept };
  return {
    id: "lifecycle",
    status: "Enabled",
    filter: { prefix: "" },
    abortIncompleteMultipartUpload: { daysAfterInitiation: abortUploadDays },
    transitions: inOrder(lifecycle.transitions).map(([storageClass, days]) => ({
      storageClass,
      days,
    })),
    // S3 drops a delete marker that nothing is left under with `days`, and takes only one of the two.
    expiration:
      expirationDays === undefined ? { expiredObjectDeleteMarker: true } : { days: expirationDays },
    noncurrentVersionTransitions: inOrder(lifecycle.noncurrentTransitions).map(
      ([storageClass, noncurrentDays]) => ({ storageClass, noncurrentDays, ...kept }),
    ),
    noncurrentVersionExpiration: { noncurrentDays: noncurrentExpirationDays, ...kept },
  };
}
