import assert from "node:assert/strict";
import fc from "fast-check";
import { validateStorage } from "../../../components/storage/validate-storage";
import { merge } from "../../../spec/merge";
import { parseSpec } from "../../../spec/parse";
import type { Spec } from "../../../spec/spec";
import { soundSpec, today } from "../sound-spec";

const days = fc.constantFrom(0, 1, 29, 30, 59, 60, 90, 91, 120, 180, 36_500);
const storageClass = fc.constantFrom(
  "STANDARD_IA",
  "INTELLIGENT_TIERING",
  "ONEZONE_IA",
  "GLACIER_IR",
  "GLACIER",
  "DEEP_ARCHIVE",
);
const transitions = fc.dictionary(storageClass, days, { maxKeys: 3 });

/** Fields of a bucket with values at and beside their limits, sound or not. */
const fields = {
  encryption: fc.constantFrom("kms", "s3"),
  versioning: fc.boolean(),
  replicate: fc.boolean(),
  replicationTimeControl: fc.boolean(),
  writers: fc.subarray(["loadBalancerLogs", "cloudTrail"]),
  objectLock: fc.record({ days: fc.constantFrom(1, 30, 36_500) }),
  lifecycle: fc.oneof(
    fc.record({ expirationDays: days, transitions }),
    fc.record({ noncurrentExpirationDays: days, noncurrentTransitions: transitions }),
    fc.record({ expirationDays: days }),
  ),
  archiveTiers: fc.dictionary(
    fc.constantFrom("ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"),
    fc.constantFrom(89, 90, 179, 180, 730, 731),
  ),
};

/** A bucket of up to three fields. */
const bucket = fc
  .subarray(Object.keys(fields) as (keyof typeof fields)[], { maxLength: 3 })
  .chain((keys) => fc.record(fields, { requiredKeys: keys }).map((all) => pick(all, keys)));

function pick(all: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
}

const label = fc.constantFrom(
  "documents",
  "documents-replica",
  "access-logs",
  ...[11, 12, 19, 20, 24, 25, 32, 33].map((length) => "d".repeat(length)),
);

const change = fc.record({
  system: fc.constantFrom("orders", "a-system-with-name-19"),
  storage: fc.record({ buckets: fc.dictionary(label, bucket, { maxKeys: 2 }) }),
});

/** What the component finds wrong with storage that preflight let through. */
function componentsProblems(spec: Spec): readonly string[] {
  return validateStorage({
    ...spec.storage,
    namePrefix: `${spec.system}-${spec.environment}`,
    accountId: spec.account,
    region: spec.region,
    dataKeyArn: "arn:data",
    disasterRecovery: { region: spec.disasterRecoveryRegion ?? "", keyArn: "arn:copies" },
  });
}

describe("preflight", () => {
  it("lets no storage through that the component would refuse", () => {
    let accepted = 0;
    fc.assert(
      fc.property(change, (layer) => {
        const parsed = parseSpec(merge(soundSpec, layer), today);
        if ("problems" in parsed) return;
        accepted += Object.keys(parsed.spec.storage.buckets).length;
        assert.deepEqual(componentsProblems(parsed.spec), []);
      }),
      { numRuns: 400 },
    );
    assert.ok(accepted > 50, `only ${accepted} of the buckets were sound`);
  });
});
