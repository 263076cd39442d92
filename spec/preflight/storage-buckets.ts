import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule } from "./rule";

type Buckets = Spec["storage"]["buckets"];
type Bucket = Buckets[string];

const longestName = 63;
/** Beginnings that S3 keeps for itself. */
const reserved = ["amzn-s3-demo-", "sthree-"];
const replicaSuffix = "-replica";
/** Label of the buckets that hold access logs. */
const accessLogs = "access-logs";
const mostCorsRules = 100;

/**
 * Buckets that S3 makes and keeps. When their objects move and end is judged beside.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export const bucketRules = [
  rule(["storage", "system"], ({ storage, system }) => beginning(storage.buckets, system)),
  rule(["storage", "system", "environment", "account"], (spec) => lengths(spec)),
  rule(["storage"], ({ storage: { buckets } }) =>
    Object.keys(buckets).flatMap((label) => ownLabel(label, buckets)),
  ),
  rule(["storage"], ({ storage: { buckets } }) =>
    Object.entries(buckets).flatMap(([label, bucket]) => compatible(at(label), bucket)),
  ),
  rule(["storage", "disasterRecovery"], ({ storage: { buckets }, disasterRecovery }) =>
    disasterRecovery.topology === "none" ? withoutRecovery(buckets) : [],
  ),
];

function at(label: string): string {
  return `storage.buckets.${label}`;
}

function beginning(buckets: Buckets, system: string): readonly Problem[] {
  const taken = reserved.find((each) => system.startsWith(each));
  if (taken === undefined || Object.keys(buckets).length === 0) return [];
  return [
    {
      path: "system",
      value: system,
      rule: `must not begin with ${taken}, which S3 keeps for itself`,
      fix: "give the system another name in systems/catalogue.ts",
    },
  ];
}

function lengths(
  spec: Pick<Spec, "storage" | "system" | "environment" | "account">,
): readonly Problem[] {
  const { storage, system, environment, account } = spec;
  const nameOf = (label: string) => `${system}-${environment}-${label}-${account}`;
  const entries = Object.entries(storage.buckets);
  const replicates = entries.some(([, { replicate }]) => replicate);
  const logs = nameOf(`${accessLogs}${replicates ? replicaSuffix : ""}`);
  return [
    ...(entries.length === 0 || logs.length <= longestName ? [] : [longSystem(system, logs)]),
    ...entries
      .map(([label, { replicate }]) => ({
        label,
        name: nameOf(`${label}${replicate ? replicaSuffix : ""}`),
      }))
      .filter(({ name }) => name.length > longestName)
      .map(({ label, name }) => ({
        path: at(label),
        rule: `must make a name of at most ${longestName} characters, not ${name.length}: ${name}`,
        fix: `shorten the label by ${name.length - longestName}`,
      })),
  ];
}

function longSystem(system: string, name: string): Problem {
  return {
    path: "system",
    value: system,
    rule: `must make names of at most ${longestName} characters for buckets, not ${name.length}: ${name}`,
    fix: "give the system a shorter name in systems/catalogue.ts",
  };
}

function ownLabel(label: string, buckets: Buckets): readonly Problem[] {
  const source = label.endsWith(replicaSuffix) ? label.slice(0, -replicaSuffix.length) : undefined;
  const owner = [label, source].includes(accessLogs)
    ? "the bucket of the access logs"
    : source !== undefined && buckets[source]?.replicate === true
      ? `the replica of ${source}`
      : undefined;
  if (owner === undefined) return [];
  return [{ path: at(label), rule: `must have another label than ${owner} has`, fix: "rename it" }];
}

/** What must hold for a bucket. */
interface Requirement {
  readonly holds: boolean;
  readonly field: string;
  readonly value: unknown;
  readonly rule: string;
  readonly fix: string;
}

function compatible(path: string, bucket: Bucket): readonly Problem[] {
  const requirements = [...versions(bucket), ...features(bucket), ...lock(bucket)];
  return requirements
    .filter(({ holds }) => !holds)
    .map(({ field, value, rule, fix }) => ({ path: `${path}.${field}`, value, rule, fix }));
}

function versions({ versioning, replicate, objectLock }: Bucket): readonly Requirement[] {
  return [
    {
      holds: versioning || !replicate,
      field: "versioning",
      value: versioning,
      rule: "must be true with replicate: S3 copies versions",
      fix: "write true, or false as replicate",
    },
    {
      holds: versioning || objectLock === undefined,
      field: "versioning",
      value: versioning,
      rule: "must be true with objectLock: S3 locks versions",
      fix: "write true, or remove objectLock (null in overrides)",
    },
  ];
}

function features(bucket: Bucket): readonly Requirement[] {
  const { replicate, replicationTimeControl, encryption, writers, cors } = bucket;
  const rules = Object.keys(cors).length;
  return [
    {
      holds: replicate || !replicationTimeControl,
      field: "replicationTimeControl",
      value: replicationTimeControl,
      rule: "must be false without replicate",
      fix: "write false, or true as replicate",
    },
    {
      holds: encryption === "s3" || !writers.includes("loadBalancerLogs"),
      field: "encryption",
      value: encryption,
      rule: "must be s3 with the writer loadBalancerLogs: load balancers write under no KMS key",
      fix: "write s3, or give the logs a bucket of their own",
    },
    {
      holds: rules <= mostCorsRules,
      field: "cors",
      value: rules,
      rule: `must be at most ${mostCorsRules} rules`,
      fix: "remove some",
    },
  ];
}

function lock({ objectLock, lifecycle }: Bucket): readonly Requirement[] {
  const { expirationDays } = lifecycle;
  if (objectLock === undefined || expirationDays === undefined) return [];
  return [
    {
      holds: expirationDays >= objectLock.days,
      field: "lifecycle.expirationDays",
      value: expirationDays,
      rule: `must be at least ${objectLock.days}, the days of objectLock: what ends earlier is hidden and stays`,
      fix: `raise it to ${objectLock.days} or more`,
    },
  ];
}

function withoutRecovery(buckets: Buckets): readonly Problem[] {
  return Object.entries(buckets)
    .filter(([, { replicate }]) => replicate)
    .map(([label]) => ({
      path: `${at(label)}.replicate`,
      value: true,
      rule: "must be false with disasterRecovery.topology none, which has no other region",
      fix: "write false, or backups as topology",
    }));
}
