import { mapRecord } from "../map-record";
import { createAccessLogs } from "./access-logs";
import { createBucket, type StandingBucket } from "./bucket";
import { bucketNameOf, type Scope, type Site } from "./scope";

/** The buckets of a region. */
interface StandingSite {
  /** The bucket that their access logs go to; undefined where there are none. */
  readonly accessLogs: StandingBucket | undefined;
  /** The buckets, by label. */
  readonly buckets: Readonly<Record<string, StandingBucket>>;
}

/** Makes the buckets of a region, and the one for their access logs; nothing where there are none. */
export function createSite(scope: Scope, site: Site): StandingSite {
  const { name, settings } = scope;
  if (Object.keys(site.buckets).length === 0) return { accessLogs: undefined, buckets: {} };

  const accessLogs = createAccessLogs(scope, site);
  const buckets = mapRecord(site.buckets, (bucket, label) =>
    createBucket(scope, {
      ...site,
      name: `${name}-${label}${site.suffix}`,
      bucketName: bucketNameOf(settings, label, site),
      settings: bucket,
      statements: site.suffix === "" ? (settings.policyStatements[label] ?? []) : [],
      accessLogs,
    }),
  );
  return { accessLogs, buckets };
}
