import type { Problem } from "../../../spec/problem";
import { withCache } from "./sound-cache";
import { accepts, refuses, type Case } from "./table";

const valkey = { engine: "valkey", engineVersion: "8.2" };

function found(name: string, value: string, said: Pick<Problem, "rule" | "fix">): Problem {
  return { path: `cache.parameters.${name}`, value, ...said };
}

function parameter(name: string, value: string): object {
  return withCache({ parameters: { [name]: value } });
}

/** A parameter that ElastiCache sets by itself, and what to do instead. */
function fixed(name: string, value: string, fix: string): Case {
  const said = { rule: "must be left out: ElastiCache sets it by itself", fix };
  return [`${name} is set`, parameter(name, value), found(name, value, said)];
}

/** A parameter that the engine no longer has. */
function gone(name: string, value: string, fix: string): Case {
  const said = { rule: "must be left out: redis 7.1 has no such parameter", fix };
  return [`${name} is set for Redis 7`, parameter(name, value), found(name, value, said)];
}

const policies =
  "must be one of volatile-lru, allkeys-lru, volatile-lfu, allkeys-lfu, volatile-random, allkeys-random, volatile-ttl, noeviction";

describe("preflight of the cache's parameters", () => {
  refuses([
    fixed("appendonly", "yes", "remove it: ElastiCache keeps snapshots, and no append-only file"),
    fixed("cluster-enabled", "yes", "write cache.topology.clusterMode instead"),
    fixed("maxclients", "1000", "remove it: it follows the node type"),
    fixed(
      "maxmemory",
      "1000000",
      "choose a node type by its memory; reserved-memory-percent keeps some of it free",
    ),
    fixed("requirepass", "yes", "write cache.auth instead"),
    fixed("save", "900 1", "write cache.snapshot instead"),
    fixed(
      "io-threads",
      "4",
      "remove it: ElastiCache spreads the work over the processors by itself",
    ),
    gone("activerehashing", "yes", "remove it: it is always on"),
    gone("hash-max-ziplist-entries", "512", "write listpack instead of ziplist"),
    gone("zset-max-ziplist-value", "64", "write listpack instead of ziplist"),
    gone("list-max-ziplist-size", "-2", "remove it"),
    [
      "memory is freed in the background of Valkey 8, which does nothing else",
      withCache({ ...valkey, parameters: { "lazyfree-lazy-eviction": "yes" } }),
      found("lazyfree-lazy-eviction", "yes", {
        rule: "must be left out: valkey 8.2 has no such parameter",
        fix: "remove it: Valkey always frees memory in the background",
      }),
    ],
    [
      "a figure has a unit",
      parameter("repl-backlog-size", "10mb"),
      found("repl-backlog-size", "10mb", {
        rule: "must be a number without a unit: ElastiCache takes the parameter's own unit",
        fix: "convert it to bytes, or the unit that ElastiCache's table of parameters names",
      }),
    ],
    [
      "a way to make room is misspelt",
      parameter("maxmemory-policy", "allkeys_lru"),
      found("maxmemory-policy", "allkeys_lru", { rule: policies, fix: "write allkeys-lru" }),
    ],
    [
      "a way to make room is none",
      parameter("maxmemory-policy", "forget"),
      found("maxmemory-policy", "forget", { rule: policies, fix: "choose one of these" }),
    ],
    [
      "clients are cut off too soon",
      parameter("timeout", "19"),
      found("timeout", "19", {
        rule: "must be 0 or at least 20 seconds",
        fix: 'raise it to "20" or more, or write "0"',
      }),
    ],
    [
      "all memory is kept free",
      parameter("reserved-memory-percent", "100"),
      found("reserved-memory-percent", "100", {
        rule: "must be a whole number of percent below 100",
        fix: 'write for example "25"',
      }),
    ],
    [
      "a kind of event is none",
      parameter("notify-keyspace-events", "Exy"),
      found("notify-keyspace-events", "Exy", {
        rule: "must be letters for kinds of events, of K E g $ l s h z x e A t d m n",
        fix: "write for example Ex, for keys that expire",
      }),
    ],
  ]);
  accepts([
    ["events of keys that expire", parameter("notify-keyspace-events", "Ex")],
    ["no events", parameter("notify-keyspace-events", "")],
    ["clients that are never cut off", parameter("timeout", "0")],
    ["clients that are cut off after 20 seconds", parameter("timeout", "20")],
    ["clients that are cut off after 300 seconds", parameter("timeout", "300")],
    ["a quarter of the memory kept free", parameter("reserved-memory-percent", "25")],
    ["a way to make room", parameter("maxmemory-policy", "allkeys-lru")],
    ["a parameter that is not known", parameter("slowlog-max-len", "256")],
    [
      "what Redis 6 still has",
      withCache({ engineVersion: "6.2", parameters: { activerehashing: "yes" } }),
    ],
    [
      "what Valkey 7 still has",
      withCache({
        engine: "valkey",
        engineVersion: "7.2",
        parameters: { "lazyfree-lazy-eviction": "yes" },
      }),
    ],
    ["what Redis 7 has and Valkey 8 has not", parameter("lazyfree-lazy-expire", "yes")],
  ]);
});
