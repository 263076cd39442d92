import { outsideOf, shown, unless } from "../../problems/phrases";
import type { Settings } from "../broker-settings";
import { instanceTypes } from "../instance-types";

const mostGiB = 16_384;
const leastThroughput = { mebibytes: 250, gib: 10 };

/** Regions where volumes cannot grow by themselves. */
const withoutGrowth: ReadonlySet<string> = new Set([
  "af-south-1",
  "ap-northeast-3",
  "ap-southeast-5",
]);

/**
 * What is wrong with the volumes of the brokers.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-provision-throughput.html
 */
export function storageProblems(settings: Settings): readonly string[] {
  const { storage, region } = settings;
  const { allocatedGiB, maximumGiB, targetUtilizationPercent } = storage;
  return [
    ...outsideOf("storage.allocatedGiB", allocatedGiB, 1, mostGiB),
    ...outsideOf("storage.maximumGiB", maximumGiB, allocatedGiB + 1, mostGiB),
    ...unless(
      maximumGiB === undefined || !withoutGrowth.has(region),
      `storage.maximumGiB must be left out in ${region}, where volumes cannot grow, got ${shown(maximumGiB)}`,
    ),
    ...outsideOf("storage.targetUtilizationPercent", targetUtilizationPercent, 10, 80),
    ...throughputProblems(settings),
  ];
}

function throughputProblems({ storage, instanceType }: Settings): readonly string[] {
  const { allocatedGiB, throughputMiBps } = storage;
  if (throughputMiBps === undefined) return [];
  const most = instanceTypes[instanceType]?.maximumMiBps;
  return [
    ...unless(
      allocatedGiB >= leastThroughput.gib,
      `storage.allocatedGiB must be at least ${leastThroughput.gib} with throughputMiBps, got ${allocatedGiB}`,
    ),
    ...(most === undefined
      ? [
          `storage.throughputMiBps must be left out with ${instanceType}: it needs kafka.m5.4xlarge or kafka.m7g.2xlarge at least, got ${throughputMiBps}`,
        ]
      : outsideOf("storage.throughputMiBps", throughputMiBps, leastThroughput.mebibytes, most)),
  ];
}
