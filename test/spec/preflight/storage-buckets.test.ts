import { accepts, refuses } from "./table";

const at = "storage.buckets.documents";

/** A change of the one bucket. */
function documents(bucket: object): object {
  return { storage: { buckets: { documents: bucket } } };
}

const named = { storage: { buckets: { documents: {} } } };
const longSystem = "a-system-with-a-name-of-29-ab";

describe("preflight of bucket names", () => {
  refuses([
    [
      "a label has other characters",
      { storage: { buckets: { "my.documents": {} } } },
      {
        path: 'storage.buckets["my.documents"]',
        rule: "must have as its name lower-case letters, digits and single hyphens, not at an end",
        fix: "rename it",
      },
    ],
    [
      "the system's is S3's own",
      { ...named, system: "sthree-shop" },
      {
        path: "system",
        value: "sthree-shop",
        rule: "must not begin with sthree-, which S3 keeps for itself",
        fix: "give the system another name in systems/catalogue.ts",
      },
    ],
    [
      "a label makes one longer than S3 takes",
      { storage: { buckets: { ["d".repeat(33)]: {} } } },
      {
        path: `storage.buckets.${"d".repeat(33)}`,
        rule: `must make a name of at most 63 characters, not 64: orders-production-${"d".repeat(33)}-123456789012`,
        fix: "shorten the label by 1",
      },
    ],
    [
      "a label makes one of a replica longer than S3 takes",
      { storage: { buckets: { ["d".repeat(26)]: { replicate: true } } } },
      {
        path: `storage.buckets.${"d".repeat(26)}`,
        rule: `must make a name of at most 63 characters, not 65: orders-production-${"d".repeat(26)}-replica-123456789012`,
        fix: "shorten the label by 2",
      },
    ],
    [
      "the system's leaves no room for that of the access logs",
      { storage: { buckets: { x: { replicate: true } } }, system: longSystem },
      {
        path: "system",
        value: longSystem,
        rule: `must make names of at most 63 characters for buckets, not 73: ${longSystem}-production-access-logs-replica-123456789012`,
        fix: "give the system a shorter name in systems/catalogue.ts",
      },
    ],
    [
      "labels are those of buckets that are made anyhow",
      {
        storage: {
          buckets: {
            "access-logs": {},
            "access-logs-replica": {},
            documents: { replicate: true },
            "documents-replica": {},
          },
        },
      },
      {
        path: "storage.buckets.access-logs",
        rule: "must have another label than the bucket of the access logs has",
        fix: "rename it",
      },
      {
        path: "storage.buckets.access-logs-replica",
        rule: "must have another label than the bucket of the access logs has",
        fix: "rename it",
      },
      {
        path: "storage.buckets.documents-replica",
        rule: "must have another label than the replica of documents has",
        fix: "rename it",
      },
    ],
  ]);
  accepts([
    ["names as long as S3 takes", { storage: { buckets: { ["d".repeat(32)]: {} } } }],
    [
      "names of replicas as long as S3 takes",
      { storage: { buckets: { ["d".repeat(24)]: { replicate: true } } } },
    ],
    [
      "a label that ends as those of replicas",
      { storage: { buckets: { documents: {}, "documents-replica": {} } } },
    ],
    ["a system with a name of S3's own and no buckets", { system: "sthree-shop" }],
    ["a system with a long name and no buckets", { system: longSystem }],
  ]);
});

describe("preflight of buckets", () => {
  refuses([
    [
      "what S3 would copy and lock has no versions",
      documents({ versioning: false, replicate: true, objectLock: { days: 1 } }),
      {
        path: `${at}.versioning`,
        value: false,
        rule: "must be true with objectLock: S3 locks versions",
        fix: "write true, or remove objectLock (null in overrides)",
      },
      {
        path: `${at}.versioning`,
        value: false,
        rule: "must be true with replicate: S3 copies versions",
        fix: "write true, or false as replicate",
      },
    ],
    [
      "there is no other region to copy to",
      { disasterRecovery: null, ...documents({ replicate: true }) },
      {
        path: `${at}.replicate`,
        value: true,
        rule: "must be false with disasterRecovery.topology none, which has no other region",
        fix: "write false, or backups as topology",
      },
    ],
    [
      "copying nothing has a time to keep",
      documents({ replicationTimeControl: true }),
      {
        path: `${at}.replicationTimeControl`,
        value: true,
        rule: "must be false without replicate",
        fix: "write false, or true as replicate",
      },
    ],
    [
      "load balancers would have to use a KMS key",
      documents({ writers: ["loadBalancerLogs"] }),
      {
        path: `${at}.encryption`,
        value: "kms",
        rule: "must be s3 with the writer loadBalancerLogs: load balancers write under no KMS key",
        fix: "write s3, or give the logs a bucket of their own",
      },
    ],
    [
      "rules for other origins are too many",
      documents({
        cors: Object.fromEntries(
          Array.from({ length: 101 }, (_, index) => [
            `rule-${index}`,
            { allowedOrigins: ["*"], allowedMethods: ["GET"] },
          ]),
        ),
      }),
      { path: `${at}.cors`, value: 101, rule: "must be at most 100 rules", fix: "remove some" },
    ],
    [
      "objects end before their lock",
      documents({ objectLock: { days: 2555 }, lifecycle: { expirationDays: 2554 } }),
      {
        path: `${at}.lifecycle.expirationDays`,
        value: 2554,
        rule: "must be at least 2555, the days of objectLock: what ends earlier is hidden and stays",
        fix: "raise it to 2555 or more",
      },
    ],
    [
      "an origin is none",
      documents({ cors: { app: { allowedOrigins: ["app"], allowedMethods: ["GET"] } } }),
      {
        path: `${at}.cors.app.allowedOrigins[0]`,
        value: "app",
        rule: "must be an origin such as https://app.example.com",
        fix: "correct it",
      },
    ],
  ]);
  accepts([
    ["a bucket with nothing said", documents({})],
    ["no versions", documents({ versioning: false })],
    ["replication in time", documents({ replicate: true, replicationTimeControl: true })],
    [
      "a lock that ends with the objects",
      documents({ objectLock: { days: 30 }, lifecycle: { expirationDays: 30 } }),
    ],
    [
      "a lock of objects that stay",
      documents({ objectLock: { mode: "COMPLIANCE", days: 36_500 } }),
    ],
    [
      "logs of load balancers under S3's keys",
      documents({ encryption: "s3", writers: ["loadBalancerLogs", "cloudTrail"] }),
    ],
    ["trails under the data key", documents({ writers: ["cloudTrail"] })],
    [
      "all that a bucket can have besides",
      documents({
        eventBridge: true,
        inventory: "Weekly",
        archiveTiers: { ARCHIVE_ACCESS: 90, DEEP_ARCHIVE_ACCESS: 730 },
        cors: {
          app: {
            allowedOrigins: ["https://app.example.com", "*"],
            allowedMethods: ["GET", "PUT"],
            maxAgeSeconds: 0,
          },
        },
      }),
    ],
  ]);
});
