import { distributionReads } from "../components/edge/distribution-reads";
import type { Keys } from "../components/keys";
import type { StorageArgs } from "../components/storage/args";
import type { KeyDomain } from "../spec/keys";
import type { Spec } from "../spec/spec";
import { staticBucketOf } from "./edge";
import { placeOf, prefixOf } from "./place";
import { copyPlaceOf } from "./recovery";
import { whereSet } from "./where-set";

/** The buckets, with copies in the region that keeps some; the distribution reads that of the static files. */
export function storageArgs(spec: Spec, keys: Keys<KeyDomain>): StorageArgs {
  return {
    ...spec.storage,
    ...placeOf(spec),
    ...whereSet("disasterRecovery", copyPlaceOf(spec, keys)),
    namePrefix: prefixOf(spec),
    dataKeyArn: keys.arns.data,
    policyStatements: readersOf(spec),
  };
}

function readersOf(spec: Spec) {
  const bucket = spec.edge?.cdn?.bucket;
  if (bucket === undefined) return {};
  return {
    [bucket]: [
      distributionReads({ ...placeOf(spec), bucketArn: staticBucketOf(spec, bucket).arn }),
    ],
  };
}
