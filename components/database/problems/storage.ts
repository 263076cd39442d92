import { outsideOf, shown, unless } from "../../problems/phrases";
import type { Settings } from "../database-settings";

type Storage = Settings["storage"];

/** Volumes with I/O operations of their own: the least size, and the operations that a GiB may have. */
const provisioned = {
  io1: { leastGiB: 100, mostForEachGiB: 50 },
  io2: { leastGiB: 100, mostForEachGiB: 1000 },
} as const;
const leastForEachGiB = 0.5;
const provisionedIops = { least: 1000, most: 256_000 };

/** From this size on RDS stripes gp3 over four volumes, and only then takes figures for it. */
const stripedGiB = 400;
const stripedIops = { least: 12_000, most: 64_000 };
const stripedThroughput = { least: 500, most: 4000 };
const throughputForEachIops = 0.25;

const largestGiB = 65_536;

/**
 * What AWS refuses of a volume.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html
 */
export function storageProblems({ storage }: Settings): readonly string[] {
  const { type, allocatedGiB, maximumGiB } = storage;
  // Autoscaling grows a volume by a tenth at least.
  const leastMaximum = allocatedGiB + Math.ceil(allocatedGiB / 10);
  return [
    ...outsideOf("storage.allocatedGiB", allocatedGiB, 20, largestGiB),
    ...outsideOf("storage.maximumGiB", maximumGiB, leastMaximum, largestGiB),
    ...(type === "gp3" ? generalProblems(storage) : provisionedProblems(storage, type)),
  ];
}

function provisionedProblems(storage: Storage, type: "io1" | "io2"): readonly string[] {
  const { allocatedGiB, iops, throughputMiBps } = storage;
  const { leastGiB, mostForEachGiB } = provisioned[type];
  const least = Math.max(provisionedIops.least, Math.ceil(allocatedGiB * leastForEachGiB));
  const most = Math.min(provisionedIops.most, allocatedGiB * mostForEachGiB);
  return [
    ...unless(
      allocatedGiB >= leastGiB,
      `storage.allocatedGiB must be at least ${leastGiB} with ${type}, got ${allocatedGiB}`,
    ),
    ...unless(
      iops !== undefined && iops >= least && iops <= most,
      `storage.iops must be from ${least} to ${most} for ${allocatedGiB} GiB of ${type}, got ${shown(iops)}`,
    ),
    ...unless(
      throughputMiBps === undefined,
      `storage.throughputMiBps must be left out with ${type}, got ${shown(throughputMiBps)}`,
    ),
  ];
}

function generalProblems(storage: Storage): readonly string[] {
  const { allocatedGiB, dedicatedLogVolume } = storage;
  return [
    ...unless(
      !dedicatedLogVolume,
      "storage.dedicatedLogVolume must be false with gp3, got true: it needs io1 or io2",
    ),
    ...(allocatedGiB < stripedGiB ? smallProblems(storage) : stripedProblems(storage)),
  ];
}

function smallProblems({ iops, throughputMiBps }: Storage): readonly string[] {
  const why = `with gp3 below ${stripedGiB} GiB, where AWS fixes it`;
  return [
    ...unless(iops === undefined, `storage.iops must be left out ${why}, got ${shown(iops)}`),
    ...unless(
      throughputMiBps === undefined,
      `storage.throughputMiBps must be left out ${why}, got ${shown(throughputMiBps)}`,
    ),
  ];
}

function stripedProblems({ iops, throughputMiBps }: Storage): readonly string[] {
  const most = Math.floor((iops ?? stripedIops.least) * throughputForEachIops);
  return [
    ...outsideOf("storage.iops", iops, stripedIops.least, stripedIops.most),
    ...outsideOf(
      "storage.throughputMiBps",
      throughputMiBps,
      stripedThroughput.least,
      Math.min(stripedThroughput.most, most),
    ),
  ];
}
