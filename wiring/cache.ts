import type { CacheArgs } from "../components/cache/args";
import type { Spec } from "../spec/spec";
import { joined, type Neighbours } from "./neighbours";
import { placeOf, prefixOf } from "./place";
import { recoveryPlaceOf } from "./recovery";
import { whereSet } from "./where-set";

/** The cache, in the database tier, open to the workloads; undefined for a system without. */
export function cacheArgs(spec: Spec, neighbours: Neighbours): CacheArgs | undefined {
  if (spec.cache === undefined) return undefined;
  return {
    ...spec.cache,
    ...placeOf(spec),
    ...joined(spec, neighbours),
    ...whereSet("disasterRecovery", recoveryPlaceOf(spec, neighbours)),
    replicationGroupId: prefixOf(spec),
  };
}
