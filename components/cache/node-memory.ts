/** Bytes by size. */
type Sizes = Readonly<Record<string, number>>;

const general: Sizes = {
  large: 6_854_542_746,
  xlarge: 13_891_921_715,
  "2xlarge": 27_966_669_210,
  "4xlarge": 56_116_178_125,
  "8xlarge": 111_325_552_312,
  "12xlarge": 168_715_971_994,
  "16xlarge": 225_000_375_228,
  "24xlarge": 337_500_562_842,
};

const memoryOptimized: Sizes = {
  large: 14_037_181_030,
  xlarge: 28_261_849_702,
  "2xlarge": 56_711_183_565,
  "4xlarge": 113_609_865_216,
  "8xlarge": 225_000_375_228,
  "12xlarge": 341_206_346_547,
  "16xlarge": 450_000_750_456,
  "24xlarge": 682_485_973_811,
};

const networkOptimized: Sizes = {
  large: 3_317_862_236,
  xlarge: 6_854_542_746,
  "2xlarge": 13_891_921_715,
  "4xlarge": 27_966_669_210,
  "8xlarge": 56_116_178_125,
  "12xlarge": 84_357_985_997,
  "16xlarge": 113_609_865_216,
};

const burstable: Sizes = {
  micro: 536_870_912,
  small: 1_471_026_299,
  medium: 3_317_862_236,
};

/** The families whose memory AWS has published. */
const families: readonly { readonly family: RegExp; readonly sizes: Sizes }[] = [
  { family: /^m(5|6g|7g)$/, sizes: general },
  { family: /^r(5|6g|6gd|7g)$/, sizes: memoryOptimized },
  { family: /^c7gn$/, sizes: networkOptimized },
  { family: /^t(3|4g)$/, sizes: burstable },
];

/**
 * Memory of a node in bytes, `maxmemory` before `reserved-memory-percent` is taken from it; undefined for a type that
 * the tables do not cover.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html#ParameterGroups.Redis.NodeSpecific
 */
export function memoryBytesOf(nodeType: string): number | undefined {
  const [, name = "", size = ""] = nodeType.split(".");
  return families.find(({ family }) => family.test(name))?.sizes[size];
}

/** Node types with fewer connections than the others. */
const fewerConnections: Readonly<Record<string, number>> = {
  "cache.t2.micro": 20_000,
  "cache.t2.small": 20_000,
  "cache.t2.medium": 20_000,
  "cache.t3.micro": 20_000,
  "cache.t3.small": 46_000,
  "cache.t3.medium": 46_000,
  "cache.t4g.micro": 20_000,
};

/** Most connections that a node takes, `maxclients`, which cannot be changed. */
export function maximumConnectionsOf(nodeType: string): number {
  return fewerConnections[nodeType] ?? 65_000;
}
