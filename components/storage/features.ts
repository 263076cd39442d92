import * as aws from "@pulumi/aws";
import type { BucketPlan, Configure, StandingBucket } from "./bucket";
import { inOrder } from "./in-order";
import { bucketArnOf } from "./scope";
import type { BucketSettings } from "./storage-settings";

/** Prefix of the lists of objects in the bucket of the access logs. */
export const inventoriesPrefix = "inventories";

/** What a bucket has because it was asked for. */
export function featuresOf({ settings, accessLogs }: BucketPlan): readonly Configure[] {
  const { objectLock, cors, eventBridge, inventory } = settings;
  const tiers = inOrder(settings.archiveTiers);
  return [
    ...(objectLock === undefined ? [] : [lock(objectLock)]),
    ...(Object.keys(cors).length === 0 ? [] : [shareWith(cors)]),
    ...(tiers.length === 0 ? [] : [archive(tiers)]),
    ...(eventBridge ? [sendEvents] : []),
    ...(inventory === undefined || accessLogs === undefined ? [] : [list(inventory, accessLogs)]),
  ];
}

function lock({ mode, days }: NonNullable<BucketSettings["objectLock"]>): Configure {
  return ({ scope, plan, of }, after) =>
    new aws.s3.BucketObjectLockConfiguration(
      plan.name,
      { ...of, rule: { defaultRetention: { mode, days } } },
      { ...scope.options, dependsOn: [after] },
    );
}

function shareWith(cors: BucketSettings["cors"]): Configure {
  const corsRules = Object.entries(cors).map(([id, rule]) => ({
    id,
    allowedOrigins: [...rule.allowedOrigins],
    allowedMethods: [...rule.allowedMethods],
    allowedHeaders: [...rule.allowedHeaders],
    exposeHeaders: [...rule.exposedHeaders],
    maxAgeSeconds: rule.maxAgeSeconds,
  }));
  return ({ scope, plan, of }, after) =>
    new aws.s3.BucketCorsConfiguration(
      plan.name,
      { ...of, corsRules },
      { ...scope.options, dependsOn: [after] },
    );
}

function archive(tiers: ReturnType<typeof inOrder>): Configure {
  const tierings = tiers.map(([accessTier, days]) => ({ accessTier, days }));
  return ({ scope, plan, of }, after) =>
    new aws.s3.BucketIntelligentTieringConfiguration(
      plan.name,
      { ...of, name: "archive", tierings },
      { ...scope.options, dependsOn: [after] },
    );
}

const sendEvents: Configure = ({ scope, plan, of }, after) =>
  new aws.s3.BucketNotification(
    plan.name,
    { ...of, eventbridge: true },
    { ...scope.options, dependsOn: [after] },
  );

function list(frequency: "Daily" | "Weekly", { bucketName, last }: StandingBucket): Configure {
  return ({ scope, plan, of }, after) =>
    new aws.s3.Inventory(
      plan.name,
      {
        ...of,
        name: "inventory",
        includedObjectVersions: "All",
        schedule: { frequency },
        destination: {
          bucket: {
            accountId: scope.settings.accountId,
            bucketArn: bucketArnOf(plan, bucketName),
            format: "Parquet",
            prefix: inventoriesPrefix,
          },
        },
        optionalFields: [
          "Size",
          "LastModifiedDate",
          "StorageClass",
          "EncryptionStatus",
          "ReplicationStatus",
        ],
      },
      { ...scope.options, dependsOn: [after, last] },
    );
}
