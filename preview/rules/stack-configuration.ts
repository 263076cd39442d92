import type { PackConfiguration } from "@groundwork/policies/profile";
import { settingsIn, stackConfiguration } from "@groundwork/policies/profile";
import { rules } from "@groundwork/policies/pack";
import { imageOf } from "../../spec/image";
import type { Spec } from "../../spec/spec";

/** A figure of the spec that a rule may hold the stack to, and with it every later change of the stack. */
interface Floor {
  readonly rule: string;
  readonly setting: string;
  /** The figures of the spec it is about; the least of them is the floor. */
  readonly figures: (spec: Spec) => readonly number[];
}

const floors: readonly Floor[] = [
  {
    rule: "cache-snapshots-kept",
    setting: "minimumDays",
    figures: ({ cache }) => (cache === undefined ? [] : [cache.snapshot.retentionDays]),
  },
  {
    rule: "database-backups-kept",
    setting: "minimumDays",
    figures: ({ database }) => [database.backup.retentionDays],
  },
  {
    rule: "generated-secret-strong",
    setting: "minimumBytes",
    figures: ({ secrets }) =>
      Object.values(secrets.entries)
        .flatMap(({ values }) => Object.values(values))
        .flatMap((value) => ("bytes" in value ? [value.bytes] : [])),
  },
  {
    rule: "key-deletion-delayed",
    setting: "minimumDays",
    figures: ({ keys }) => [keys.deletionWindowDays],
  },
  {
    rule: "log-group-retention-set",
    setting: "minimumDays",
    figures: ({ network, disasterRecovery, database, cache, broker, cluster, edge }) => [
      ...[network, disasterRecovery.network ?? network].flatMap((each) => [
        each.flowLogs.retentionDays,
        each.dnsQueryLogs.retentionDays,
      ]),
      ...[database, cache ?? database, broker ?? database].map(
        ({ monitoring }) => monitoring.logRetentionDays,
      ),
      ...[cluster, edge?.waf, edge?.cdn].flatMap((each) =>
        each === undefined ? [] : [each.logRetentionDays],
      ),
    ],
  },
  {
    rule: "secret-recoverable",
    setting: "minimumDays",
    figures: ({ secrets }) => [secrets.recoveryDays],
  },
];

/** The buckets of a spec that a rule looks at only where it is told to, and with it every later change of the stack. */
interface Named {
  readonly rule: string;
  readonly wanted: (bucket: Bucket) => boolean;
}

type Bucket = Spec["storage"]["buckets"][string];

const named: readonly Named[] = [
  { rule: "bucket-objects-locked", wanted: ({ objectLock }) => objectLock !== undefined },
  { rule: "bucket-replicated", wanted: ({ replicate }) => replicate },
];

/** The pack's configuration for a stack: its environment's profile, and what its spec makes stricter. */
export function configurationOf(spec: Spec): PackConfiguration {
  const figures = floors.flatMap(({ rule, setting, figures }) => {
    const wanted = Math.min(...figures(spec));
    return Number.isFinite(wanted) && wanted > profiled(rule, setting, spec)
      ? [[rule, { [setting]: wanted }] as const]
      : [];
  });
  const buckets = named.flatMap(({ rule, wanted }) => {
    const names = bucketsOf(spec, wanted);
    return names.length > 0 ? [[rule, { buckets: names }] as const] : [];
  });
  const stricter: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ...figures,
    ...buckets,
    ["pod-registry-trusted", { registries: registriesOf(spec) }],
  ];
  return stackConfiguration(spec.environment, Object.fromEntries(stricter));
}

/** The registry of the stack's account, and those that its images name themselves. */
function registriesOf(spec: Spec): readonly string[] {
  const { services, jobs, database } = spec;
  const named = [...Object.values(services), ...Object.values(jobs)].map(({ image }) =>
    imageOf(spec, image),
  );
  const clients = [database.bootstrap, database.verification].flatMap((job) =>
    job === undefined ? [] : [job.image],
  );
  return [
    ...new Set([...named, ...clients].map((image) => image.slice(0, image.lastIndexOf("/")))),
  ];
}

/** The buckets' resources, by name. */
function bucketsOf({ storage }: Spec, wanted: Named["wanted"]): readonly string[] {
  return Object.entries(storage.buckets)
    .filter(([, bucket]) => wanted(bucket))
    .map(([label]) => `storage-${label}`)
    .sort();
}

function profiled(id: string, setting: string, { environment }: Spec): number {
  const rule = rules.find((each) => each.id === id);
  return rule === undefined ? Infinity : Number(settingsIn(rule, environment)[setting]);
}
