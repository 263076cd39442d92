/** What keeps the data in memory: Valkey, or Redis OSS up to 7.1. */
export type Engine = "redis" | "valkey";

/** An engine and its version. */
export interface EngineVersion {
  readonly engine: Engine;
  /** Major and minor, for example `7.1`. */
  readonly engineVersion: string;
}

/** Parameter group families that are not named for engine and major. */
const families: Readonly<Record<string, string>> = { "redis 6": "redis6.x" };

/** The parameter group family of a version. */
export function familyOf({ engine, engineVersion }: EngineVersion): string {
  const major = majorOf(engineVersion);
  return families[`${engine} ${major}`] ?? `${engine}${major}`;
}

/** Whether TLS is in one of two modes and can be switched on later; before, it is on or off for ever. */
export function hasTransitEncryptionMode({ engineVersion }: EngineVersion): boolean {
  return Number(majorOf(engineVersion)) >= 7;
}

/** Whether nodes of a type keep values that are seldom read on a disk: these do, and must be told so. */
export function tiersData(nodeType: string): boolean {
  return nodeType.startsWith("cache.r6gd.");
}

/** Whether the primary of a Global Datastore may have a type. */
export function joinsGlobalDatastore(nodeType: string): boolean {
  return globalNodeTypes.test(nodeType);
}

/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html */
const globalNodeTypes = /^cache\.(m5|m6g|m7g|m8g|r5|r6g|r6gd|r7g|r8g|c7gn|c8gn)\.\d*x?large$/;

function majorOf(engineVersion: string): string {
  return engineVersion.replace(/\..*$/, "");
}
