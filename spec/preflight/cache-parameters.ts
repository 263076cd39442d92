import { nearest } from "../nearest";
import { pathOf } from "../path";
import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { sectionRule } from "./rule";

type Cache = NonNullable<Spec["cache"]>;

/** Parameters that ElastiCache sets by itself, and what to do instead. */
const fixed: Readonly<Record<string, string>> = {
  appendfsync: "remove it: ElastiCache keeps snapshots, and no append-only file",
  appendonly: "remove it: ElastiCache keeps snapshots, and no append-only file",
  bind: "remove it: security groups say who may connect",
  "client-output-buffer-limit-replica-hard-limit": "remove it: it follows the node type",
  "client-output-buffer-limit-replica-soft-limit": "remove it: it follows the node type",
  "client-output-buffer-limit-replica-soft-seconds": "remove it: ElastiCache fixes it at 60",
  "cluster-enabled": "write cache.topology.clusterMode instead",
  "io-threads": "remove it: ElastiCache spreads the work over the processors by itself",
  "lua-time-limit": "remove it: ElastiCache fixes it at 5000",
  maxclients: "remove it: it follows the node type",
  maxmemory: "choose a node type by its memory; reserved-memory-percent keeps some of it free",
  masterauth: "write cache.auth instead",
  port: "write cache.port instead",
  "repl-timeout": "remove it: ElastiCache fixes it at 60",
  requirepass: "write cache.auth instead",
  save: "write cache.snapshot instead",
  "tls-port": "remove it: TLS is on the one port",
  unixsocket: "remove it: there is no way to the node but the network",
};

/** Parameters that an engine no longer has, from which major on, and what to do instead. */
const gone: readonly {
  readonly name: RegExp;
  readonly engine: RegExp;
  readonly major: number;
  readonly fix: string;
}[] = [
  {
    name: /^activerehashing$/,
    engine: /./,
    major: 7,
    fix: "remove it: it is always on",
  },
  {
    name: /^(hash|zset)-max-ziplist-(entries|value)$/,
    engine: /./,
    major: 7,
    fix: "write listpack instead of ziplist",
  },
  {
    name: /^list-max-ziplist-size$/,
    engine: /./,
    major: 7,
    fix: "remove it",
  },
  {
    name: /^lazyfree-lazy-(eviction|expire|server-del|user-del)$/,
    engine: /^valkey$/,
    major: 8,
    fix: "remove it: Valkey always frees memory in the background",
  },
];

const policies = [
  "volatile-lru",
  "allkeys-lru",
  "volatile-lfu",
  "allkeys-lfu",
  "volatile-random",
  "allkeys-random",
  "volatile-ttl",
  "noeviction",
];

/** Parameters with values that ElastiCache checks. */
const values: Readonly<Record<string, { form: RegExp; rule: string; fix: string }>> = {
  "notify-keyspace-events": {
    form: /^[KEg$lshzxeAtdmn]*$/,
    rule: "must be letters for kinds of events, of K E g $ l s h z x e A t d m n",
    fix: "write for example Ex, for keys that expire",
  },
  "reserved-memory-percent": {
    form: /^\d{1,2}$/,
    rule: "must be a whole number of percent below 100",
    fix: 'write for example "25"',
  },
  timeout: {
    form: /^(0|[2-9]\d|[1-9]\d{2,})$/,
    rule: "must be 0 or at least 20 seconds",
    fix: 'raise it to "20" or more, or write "0"',
  },
};

/**
 * Parameters that ElastiCache accepts, in its units.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html
 */
export const cacheParameterRules = [
  sectionRule("cache", [], (cache) => each(cache, settable)),
  sectionRule("cache", [], (cache) => each(cache, current)),
  sectionRule("cache", [], (cache) => each(cache, plainNumber)),
  sectionRule("cache", [], (cache) => each(cache, wellFormed)),
];

type Found = Pick<Problem, "rule" | "fix"> | undefined;
type Check = (name: string, value: string, cache: Cache) => Found;

function each(cache: Cache, check: Check): readonly Problem[] {
  return Object.entries(cache.parameters).flatMap(([name, value]) => {
    const found = check(name, value, cache);
    return found === undefined
      ? []
      : [{ path: pathOf(["cache", "parameters", name]), value, ...found }];
  });
}

function settable(name: string): Found {
  const fix = Object.hasOwn(fixed, name) ? fixed[name] : undefined;
  return fix === undefined
    ? undefined
    : { rule: "must be left out: ElastiCache sets it by itself", fix };
}

function current(name: string, _: string, { engine, engineVersion }: Cache): Found {
  const major = Number(engineVersion.split(".")[0]);
  const found = gone.find(
    (each) => each.name.test(name) && each.engine.test(engine) && major >= each.major,
  );
  if (found === undefined) return undefined;
  return {
    rule: `must be left out: ${engine} ${engineVersion} has no such parameter`,
    fix: found.fix,
  };
}

function plainNumber(_: string, value: string): Found {
  return /^\d+\s*(B|[kKmMgG][bB]?|us|ms|s|min|h)$/.test(value)
    ? {
        rule: "must be a number without a unit: ElastiCache takes the parameter's own unit",
        fix: "convert it to bytes, or the unit that ElastiCache's table of parameters names",
      }
    : undefined;
}

function wellFormed(name: string, value: string): Found {
  if (name === "maxmemory-policy") return knownPolicy(value);
  const known = Object.hasOwn(values, name) ? values[name] : undefined;
  return known === undefined || known.form.test(value)
    ? undefined
    : { rule: known.rule, fix: known.fix };
}

function knownPolicy(value: string): Found {
  if (policies.includes(value)) return undefined;
  const meant = nearest(value, policies);
  return {
    rule: `must be one of ${policies.join(", ")}`,
    fix: meant === undefined ? "choose one of these" : `write ${meant}`,
  };
}
