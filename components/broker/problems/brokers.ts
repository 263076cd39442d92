import { outsideOf, unless } from "../../problems/phrases";
import { brokersOf } from "../brokers";
import type { Settings } from "../broker-settings";
import { instanceTypes } from "../instance-types";

/** MSK's quota of brokers in a cluster in KRaft mode. */
const mostBrokers = 60;

/** Regions where MSK takes subnets of two zones and no other number. */
const twoZones: ReadonlySet<string> = new Set(["us-west-1"]);

/**
 * What is wrong with the brokers themselves and where they stand.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/limits.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/metadata-management.html
 */
export function brokerProblems(settings: Settings): readonly string[] {
  const { kafkaVersion, instanceType, region, subnetIds, brokersPerZone } = settings;
  const zones = twoZones.has(region) ? [2] : [2, 3];
  return [
    ...unless(
      /^\d+\.\d+\.x\.kraft$/.test(kafkaVersion),
      `kafkaVersion must be a version in KRaft mode such as 3.9.x.kraft, got ${kafkaVersion}`,
    ),
    ...unless(
      Object.hasOwn(instanceTypes, instanceType),
      `instanceType must be one of ${Object.keys(instanceTypes).join(", ")}, got ${instanceType}`,
    ),
    ...unless(
      zones.includes(subnetIds.length),
      `subnetIds must be subnets of ${zones.join(" or ")} zones, got ${subnetIds.length}`,
    ),
    ...outsideOf("brokersPerZone", brokersPerZone, 1, mostBrokers),
    ...unless(
      brokersOf(settings) <= mostBrokers,
      `brokersPerZone must make at most ${mostBrokers} brokers, got ${brokersOf(settings)}`,
    ),
  ];
}
