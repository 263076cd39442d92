import assert from "node:assert/strict";
import fc from "fast-check";
import type { CacheArgs } from "../../../components/cache/args";
import { validateCache } from "../../../components/cache/validate-cache";
import { merge } from "../../../spec/merge";
import { parseSpec } from "../../../spec/parse";
import type { Spec } from "../../../spec/spec";
import { soundSpec, today } from "../sound-spec";

/** Settings at and beside their limits, sound or not. */
const engine = fc.constantFrom(
  { engine: "redis", engineVersion: "6.2" },
  { engine: "redis", engineVersion: "7.1" },
  { engine: "redis", engineVersion: "7.2" },
  { engine: "valkey", engineVersion: "7.2" },
  { engine: "valkey", engineVersion: "8.2" },
);

const topology = fc.oneof(
  fc.record({
    clusterMode: fc.constant("enabled"),
    numNodeGroups: fc.constantFrom(1, 3, 45, 46, 500),
    replicasPerNodeGroup: fc.constantFrom(0, 1, 5),
  }),
  fc.record({
    clusterMode: fc.constant("disabled"),
    numCacheClusters: fc.constantFrom(1, 2, 6),
  }),
);

const auth = fc.oneof(
  fc.constantFrom({ mode: "none" }, { mode: "token" }, { mode: "token", version: 2 }),
  fc.record(
    {
      mode: fc.constant("rbac"),
      userName: fc.constantFrom("orders", "default", "a".repeat(40)),
      accessString: fc.constantFrom("on ~* +@read", "on nopass ~*", "on ~reset:* +@all"),
    },
    { requiredKeys: ["mode"] },
  ),
);

/** What may change of a sound spec with a cache. */
const changes: readonly fc.Arbitrary<object>[] = [
  engine.map((cache) => ({ cache })),
  topology.map((nodes) => ({ cache: { topology: nodes } })),
  auth.map((access) => ({ cache: { auth: access } })),
  fc
    .constantFrom("s".repeat(20), "s".repeat(21), "s".repeat(26), "s".repeat(29))
    .map((system) => ({ system })),
  ofCache("nodeQuota", 90, 500),
  ofCache("nodeType", "cache.t4g.micro", "cache.r6gd.xlarge"),
  ofCache("automaticFailover", true, false),
  ofCache("multiAz", true, false),
  ofCache("transitEncryptionMode", "required", "preferred"),
  ofCache("parameterGroupFamily", "redis7", "redis6.x", "valkey8"),
  ofCache("parameters", { maxmemory: "0" }, { timeout: "20" }),
  ofCache("snapshot", { window: "03:00-03:45" }, { window: "05:30-06:30" }),
  ofCache("autoMinorVersionUpgrade", true, false),
  ofCache(
    "restoreFrom",
    ...["r1", "r1234"].map((generation) => ({ generation, snapshotName: "s" })),
  ),
  fc.constant({
    disasterRecovery: {
      topology: "data",
      network: {
        cidrBlock: "10.8.0.0/16",
        subnets: {
          public: { a: "10.8.1.0/24", b: "10.8.2.0/24" },
          private: { a: "10.8.11.0/24", b: "10.8.12.0/24" },
          database: { a: "10.8.21.0/24", b: "10.8.22.0/24" },
        },
      },
    },
    disasterRecoveryAvailabilityZones: { a: "eu-central-1a", b: "eu-central-1b" },
    database: { credentials: { mode: "rotated" } },
  }),
];

function ofCache(field: string, ...values: readonly unknown[]): fc.Arbitrary<object> {
  return fc.constantFrom(...values).map((value) => ({ cache: { [field]: value } }));
}

const soundCache = {
  cache: {
    engine: "redis",
    engineVersion: "7.1",
    nodeType: "cache.r7g.large",
    topology: { clusterMode: "disabled" },
  },
};

/** Up to four changes at once. */
const changed = fc
  .subarray([...changes], { maxLength: 4 })
  .chain((some) => fc.tuple(...some))
  .map((layers) => layers.reduce(replaced, { ...soundSpec, ...soundCache }));

/** Like a merge, but for what cannot be merged: a cache with other nodes or another way to log in. */
function replaced(under: object, over: object): object {
  const cache = { ...Reflect.get(under, "cache"), ...Reflect.get(over, "cache") } as object;
  return { ...merge(under, over), cache };
}

/** What the component finds wrong with a cache that preflight let through. */
function componentsProblems(spec: Spec, cache: NonNullable<Spec["cache"]>): readonly string[] {
  const place = { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"] };
  const keys = { logsKeyArn: "arn:logs", secretsKeyArn: "arn:secrets" };
  const recovery: CacheArgs["disasterRecovery"] =
    spec.disasterRecovery.topology === "data"
      ? { ...place, ...keys, region: spec.disasterRecoveryRegion ?? "", keyArn: "arn:data" }
      : undefined;
  return validateCache({
    ...cache,
    ...place,
    ...keys,
    replicationGroupId: `${spec.system}-${spec.environment}`,
    region: spec.region,
    dataKeyArn: "arn:data",
    allowedSecurityGroups: { app: "sg-1" },
    disasterRecovery: recovery,
  });
}

describe("preflight", () => {
  it("lets no cache through that the component would refuse", () => {
    let accepted = 0;
    fc.assert(
      fc.property(changed, (written) => {
        const parsed = parseSpec(written, today);
        if ("problems" in parsed || parsed.spec.cache === undefined) return;
        accepted += 1;
        assert.deepEqual(componentsProblems(parsed.spec, parsed.spec.cache), []);
      }),
      { numRuns: 500 },
    );
    assert.ok(accepted > 50, `only ${accepted} of the caches were sound`);
  });
});
