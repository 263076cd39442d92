import { or } from "../expectation";
import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { sectionRule } from "./rule";

type Cache = NonNullable<Spec["cache"]>;
type Engine = Cache["engine"];

/** A version of an engine; undefined until AWS says when its standard support ends. */
interface Version {
  /** Last day of standard support; after it ElastiCache charges for support. */
  readonly supportedUntil?: string;
}

/**
 * Versions that ElastiCache creates, as of November 2026. Redis OSS 6.0 and before are left out: they log less than
 * a cache is told to.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/extended-support.html for the end of support
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Log_Delivery.html for what needs 6.2
 * and the list of versions by engine in the PyPI package cfn-lint 1.58.
 */
const versions: Readonly<Record<Engine, Readonly<Record<string, Version>>>> = {
  redis: { "6.2": { supportedUntil: "2027-01-31" }, "7.0": {}, "7.1": {} },
  valkey: { "7.2": {}, "8.0": {}, "8.1": {}, "8.2": {}, "9.0": {}, "9.1": {} },
};

/** Versions, and what goes with them. */
export const cacheEngineRules = [
  sectionRule("cache", [], (cache, _, today) => supported(cache, today)),
  sectionRule("cache", [], (cache) => sameFamily(cache)),
  sectionRule("cache", [], (cache) => preferable(cache)),
];

function supported({ engine, engineVersion }: Cache, today: string): readonly Problem[] {
  const known = versions[engine];
  const current = Object.keys(known).filter((name) => isSupported(known[name], today));
  if (current.includes(engineVersion)) return [];
  const until = known[engineVersion]?.supportedUntil;
  return [
    {
      path: "cache.engineVersion",
      value: engineVersion,
      rule:
        until === undefined
          ? `must be a version of ${engine} that ElastiCache has with all that a cache is given`
          : `must be a version in standard support, which ended on ${until}`,
      fix: `choose ${or(current)}`,
    },
  ];
}

function isSupported(version: Version | undefined, today: string): boolean {
  const until = version?.supportedUntil;
  return version !== undefined && (until === undefined || today <= until);
}

function sameFamily(cache: Cache): readonly Problem[] {
  const { engine, engineVersion, parameterGroupFamily: family } = cache;
  const wanted = familyOf(cache);
  if (family === undefined || family === wanted) return [];
  return [
    {
      path: "cache.parameterGroupFamily",
      value: family,
      rule: `must be ${wanted}, the family of ${engine} ${engineVersion}`,
      fix: `write ${wanted}, or leave it out`,
    },
  ];
}

function familyOf({ engine, engineVersion }: Cache): string {
  const family = `${engine}${majorOf(engineVersion)}`;
  return family === "redis6" ? "redis6.x" : family;
}

/** Who may do without TLS for a while: nobody who sends a password, and no engine that knows but one mode. */
function preferable(cache: Cache): readonly Problem[] {
  const { transitEncryptionMode, auth, engine, engineVersion } = cache;
  if (transitEncryptionMode === "required") return [];
  const problem = { path: "cache.transitEncryptionMode", value: "preferred" };
  return [
    ...(auth.mode === "none"
      ? []
      : [
          {
            ...problem,
            rule: `must be required with auth.mode ${auth.mode}: AWS takes no password without TLS`,
            fix: "write required, or none as cache.auth.mode until all clients use TLS",
          },
        ]),
    ...(Number(majorOf(engineVersion)) >= 7
      ? []
      : [
          {
            ...problem,
            rule: `must be required with ${engine} ${engineVersion}, which knows no other mode`,
            fix: "write required",
          },
        ]),
  ];
}

function majorOf(engineVersion: string): string {
  return engineVersion.split(".")[0] ?? "";
}
