import { merge } from "../../../spec/merge";

/** A cache with nothing wrong, as it is written. */
const soundCache = {
  engine: "redis",
  engineVersion: "7.1",
  nodeType: "cache.r7g.large",
  topology: { clusterMode: "enabled", numNodeGroups: 3 },
};

/** The sound spec's change that gives it a cache, with changes of that; `null` takes a value out. */
export function withCache(change: object): object {
  return { cache: merge(soundCache, change) };
}
