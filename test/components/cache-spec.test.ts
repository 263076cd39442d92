import assert from "node:assert/strict";
import type { CacheArgs } from "../../components/cache/args";
import { settingsOf } from "../../components/cache/cache-settings";
import { cacheSchema } from "../../spec/cache";
import { args } from "./cache-args";

const required = { engine: "redis", engineVersion: "7.1", nodeType: "cache.r7g.large" } as const;

describe("Cache by the spec", () => {
  for (const topology of [
    { clusterMode: "disabled" },
    { clusterMode: "enabled", numNodeGroups: 3 },
  ] as const) {
    for (const mode of ["token", "rbac", "none"] as const) {
      it(`has the spec's defaults with cluster mode ${topology.clusterMode} and auth ${mode}`, () => {
        const stated = { ...required, topology, auth: { mode } };
        const spec = cacheSchema.parse(stated);
        const settings: Readonly<Record<string, unknown>> = settingsOf({ ...args, ...stated });

        const sameKeys = Object.keys(spec).map((key) => [key, settings[key]]);
        assert.deepEqual(Object.fromEntries(sameKeys), spec);
      });
    }
  }

  it("logs in by a token where neither says how", () => {
    const spec = cacheSchema.parse({ ...required, topology: { clusterMode: "disabled" } });

    assert.deepEqual(spec.auth, settingsOf(args).auth);
  });

  it("takes what the spec gives", () => {
    const spec: Partial<CacheArgs> = cacheSchema.parse({
      ...required,
      topology: { clusterMode: "disabled" },
    });

    assert.equal(spec.nodeType, "cache.r7g.large");
  });
});
