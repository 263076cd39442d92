import { partitionOf } from "../partition";
import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { rule } from "./rule";

type Storage = Spec["database"]["storage"];

/**
 * Limits of volumes with provisioned IOPS for PostgreSQL on instances of the Nitro system, which all classes
 * of a supported generation are.
 */
const provisioned = {
  io1: { leastGiB: 100, leastRatio: 0.5, mostRatio: 50 },
  io2: { leastGiB: 100, leastRatio: 0.5, mostRatio: 1000 },
} as const;

/** From this size on, RDS stripes a gp3 volume of PostgreSQL over four, and its figures can be chosen. */
const striped = { leastGiB: 400, leastIops: 12_000, mostIops: 64_000, throughputByIops: 0.25 };

/** By how much a volume that grows must be able to grow. */
const leastGrowth = 1.1;

/**
 * Volumes that RDS accepts.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
 */
export const storageRules = [
  rule(["database"], ({ database: { storage } }) => growth(storage)),
  rule(["database"], ({ database: { storage } }) =>
    storage.type === "gp3" ? generalPurpose(storage) : provisionedIops(storage, storage.type),
  ),
  rule(["database", "region"], ({ database: { storage }, region }) => inRegion(storage, region)),
];

function inRegion({ type }: Storage, region: string): readonly Problem[] {
  if (type !== "io2" || partitionOf(region) !== "aws-cn") return [];
  return [
    {
      path: "database.storage.type",
      value: type,
      rule: `must be gp3 or io1 in ${region}: the regions in China have no io2`,
      fix: "write gp3 or io1",
    },
  ];
}

function growth({ allocatedGiB, maximumGiB }: Storage): readonly Problem[] {
  const least = Math.ceil(Math.round(allocatedGiB * leastGrowth * 10) / 10);
  if (maximumGiB === undefined || maximumGiB >= least) return [];
  return [
    {
      path: "database.storage.maximumGiB",
      value: maximumGiB,
      rule: `must be at least ${least} GiB, 10 percent more than allocatedGiB ${allocatedGiB}`,
      fix: `raise it to ${least} or more, or leave it out`,
    },
  ];
}

function provisionedIops(storage: Storage, type: keyof typeof provisioned): readonly Problem[] {
  const { allocatedGiB, iops, throughputMiBps } = storage;
  const { leastGiB } = provisioned[type];
  return [
    ...(allocatedGiB >= leastGiB
      ? []
      : [
          {
            path: "database.storage.allocatedGiB",
            value: allocatedGiB,
            rule: `must be at least ${leastGiB} GiB with ${type}`,
            fix: `raise it to ${leastGiB} or more, or write gp3 as type`,
          },
        ]),
    ...(throughputMiBps === undefined ? [] : [noThroughput(type, throughputMiBps)]),
    ...(iops === undefined ? [noIops(type)] : ratios(storage, iops, type)),
  ];
}

function noThroughput(type: string, value: number): Problem {
  return {
    path: "database.storage.throughputMiBps",
    value,
    rule: `must be left out with ${type}, whose throughput follows from its IOPS`,
    fix: "remove it (null in overrides)",
  };
}

function noIops(type: string): Problem {
  return {
    path: "database.storage.iops",
    rule: `must be given with ${type}`,
    fix: "add it: provisioned I/O operations per second",
  };
}

function ratios(
  { allocatedGiB, maximumGiB = allocatedGiB }: Storage,
  iops: number,
  type: keyof typeof provisioned,
): readonly Problem[] {
  const { leastRatio, mostRatio } = provisioned[type];
  const least = Math.ceil(maximumGiB * leastRatio);
  const most = allocatedGiB * mostRatio;
  if (iops >= least && iops <= most) return [];
  const grown = maximumGiB === allocatedGiB ? "" : `, also at maximumGiB ${maximumGiB}`;
  return [
    {
      path: "database.storage.iops",
      value: iops,
      rule: `must be ${leastRatio} to ${mostRatio} for each GiB of ${type}${grown}`,
      fix: iops < least ? `raise it to ${least} or more` : `lower it to ${most} or less`,
    },
  ];
}

function generalPurpose(storage: Storage): readonly Problem[] {
  const { allocatedGiB, dedicatedLogVolume } = storage;
  return [
    ...(dedicatedLogVolume ? [noLogVolume()] : []),
    ...(allocatedGiB < striped.leastGiB ? untunable(storage) : tuned(storage)),
  ];
}

function noLogVolume(): Problem {
  return {
    path: "database.storage.dedicatedLogVolume",
    value: true,
    rule: "must be false with gp3: only provisioned IOPS have one",
    fix: "write false, or io1 or io2 as type",
  };
}

/** Figures of a gp3 volume that is too small to have any. */
function untunable({ iops, throughputMiBps }: Storage): readonly Problem[] {
  const given = Object.entries({ iops, throughputMiBps });
  return given
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({
      path: `database.storage.${name}`,
      value,
      rule: `must be left out with gp3 below ${striped.leastGiB} GiB`,
      fix: `remove it (null in overrides), or raise allocatedGiB to ${striped.leastGiB}`,
    }));
}

function tuned({ iops, throughputMiBps }: Storage): readonly Problem[] {
  const { leastIops, mostIops, throughputByIops } = striped;
  const most = (iops ?? leastIops) * throughputByIops;
  return [
    ...(iops === undefined || (iops >= leastIops && iops <= mostIops)
      ? []
      : [
          {
            path: "database.storage.iops",
            value: iops,
            rule: `must be from ${leastIops} to ${mostIops} with gp3 of ${striped.leastGiB} GiB or more, which has ${leastIops} without being told`,
            fix: iops < leastIops ? "remove it (null in overrides)" : `lower it to ${mostIops}`,
          },
        ]),
    ...(throughputMiBps === undefined || throughputMiBps <= most
      ? []
      : [
          {
            path: "database.storage.throughputMiBps",
            value: throughputMiBps,
            rule: `must be at most a quarter of the IOPS with gp3: ${most} MiB per second`,
            fix: `lower it to ${most}, or raise iops to ${throughputMiBps / throughputByIops}`,
          },
        ]),
  ];
}
