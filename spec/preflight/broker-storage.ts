import type { Problem } from "../problem";
import type { Broker } from "./broker-size";
import { brokerTypes } from "./broker-types";
import { sectionRule } from "./rule";

/** Regions where volumes cannot grow by themselves. */
const withoutGrowth: readonly string[] = ["af-south-1", "ap-northeast-3", "ap-southeast-5"];

/** GiB of a volume that can be given throughput. */
const leastGiBWithThroughput = 10;

/**
 * Volumes that MSK makes.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-provision-throughput.html
 */
export const brokerStorageRules = [
  sectionRule("broker", [], ({ storage }) => growth(storage)),
  sectionRule("broker", ["region"], ({ storage }, { region }) => growthInRegion(storage, region)),
  sectionRule("broker", [], (broker) => throughput(broker)),
];

function growth({ allocatedGiB, maximumGiB }: Broker["storage"]): readonly Problem[] {
  if (maximumGiB === undefined || maximumGiB > allocatedGiB) return [];
  return [
    {
      path: "broker.storage.maximumGiB",
      value: maximumGiB,
      rule: `must be above allocatedGiB ${allocatedGiB}`,
      fix: "raise it, or leave it out",
    },
  ];
}

function growthInRegion({ maximumGiB }: Broker["storage"], region: string): readonly Problem[] {
  if (maximumGiB === undefined || !withoutGrowth.includes(region)) return [];
  return [
    {
      path: "broker.storage.maximumGiB",
      value: maximumGiB,
      rule: `must be left out in ${region}, where MSK's volumes cannot grow by themselves`,
      fix: "remove it (null in overrides), and make allocatedGiB large enough",
    },
  ];
}

function throughput({ storage, instanceType }: Broker): readonly Problem[] {
  const { allocatedGiB, throughputMiBps } = storage;
  if (throughputMiBps === undefined) return [];
  const most = brokerTypes[instanceType]?.mostMiBps;
  return [
    ...(most !== undefined && throughputMiBps <= most
      ? []
      : [beyond(throughputMiBps, instanceType, most)]),
    ...(allocatedGiB >= leastGiBWithThroughput
      ? []
      : [
          {
            path: "broker.storage.allocatedGiB",
            value: allocatedGiB,
            rule: `must be at least ${leastGiBWithThroughput} GiB with throughputMiBps`,
            fix: `raise it to ${leastGiBWithThroughput} or more, or remove throughputMiBps`,
          },
        ]),
  ];
}

function beyond(value: number, instanceType: string, most: number | undefined): Problem {
  const path = "broker.storage.throughputMiBps";
  if (most !== undefined) {
    const rule = `must be at most ${most} MiB per second with ${instanceType}`;
    return { path, value, rule, fix: `lower it to ${most}, or choose a larger instanceType` };
  }
  return {
    path,
    value,
    rule: `must be left out with ${instanceType}, whose throughput is fixed`,
    fix: "remove it (null in overrides), or choose kafka.m5.4xlarge, kafka.m7g.2xlarge or a larger type",
  };
}
