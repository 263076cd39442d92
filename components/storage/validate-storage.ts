import type { StorageArgs } from "./args";
import { featureProblems } from "./problems/features";
import { lifecycleProblems } from "./problems/lifecycle";
import { nameProblems } from "./problems/names";
import { placeProblems } from "./problems/places";
import { protectionProblems } from "./problems/protection";
import { settingsOf } from "./storage-settings";

const bucketChecks = [protectionProblems, lifecycleProblems, featureProblems];

/** Everything that AWS would refuse of the arguments, a sentence each; none when they can work. */
export function validateStorage(args: StorageArgs): readonly string[] {
  const settings = settingsOf(args);
  const ofBuckets = Object.entries(settings.buckets).flatMap(([label, bucket]) =>
    bucketChecks.flatMap((check) => check(`buckets.${label}`, bucket)),
  );
  return [...nameProblems(settings), ...placeProblems(settings), ...ofBuckets];
}
