import type { Keys } from "../components/keys";
import type { StorageArgs } from "../components/storage/args";
import type { KeyDomain } from "../spec/keys";
import type { Spec } from "../spec/spec";
import { placeOf, prefixOf } from "./place";
import { copyPlaceOf } from "./recovery";
import { whereSet } from "./where-set";

/** The buckets, with copies in the region that keeps some. */
export function storageArgs(spec: Spec, keys: Keys<KeyDomain>): StorageArgs {
  return {
    ...spec.storage,
    ...placeOf(spec),
    ...whereSet("disasterRecovery", copyPlaceOf(spec, keys)),
    namePrefix: prefixOf(spec),
    dataKeyArn: keys.arns.data,
  };
}
