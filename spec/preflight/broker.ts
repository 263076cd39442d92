import { closest } from "fastest-levenshtein";
import { or } from "../expectation";
import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { brokersOf, type Broker } from "./broker-size";
import { brokerTypes } from "./broker-types";
import { sectionRule } from "./rule";

/** MSK's quota of brokers in a cluster in KRaft mode. */
const mostBrokers = 60;

/** How many zones a cluster may have. */
const zoneCounts = [2, 3];
/** Regions where it has two. */
const twoZones: readonly string[] = ["us-west-1"];

/**
 * Versions in KRaft mode that MSK runs on Standard brokers, as of November 2026, with the last day of their
 * support where it is known. 4.2 runs on Express brokers only.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html
 */
const versions: Readonly<Record<string, { readonly supportedUntil?: string }>> = {
  "3.7.x.kraft": { supportedUntil: "2026-09-01" },
  "3.8.x.kraft": {},
  "3.9.x.kraft": {},
  "4.0.x.kraft": {},
  "4.1.x.kraft": {},
};

/**
 * Clusters that MSK makes.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/limits.html
 * @see https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html
 */
export const brokerRules = [
  sectionRule("broker", [], ({ kafkaVersion }, _, today) => supported(kafkaVersion, today)),
  sectionRule("broker", [], ({ instanceType }) => existing(instanceType)),
  sectionRule("broker", ["availabilityZones", "region"], (_, spec) => zones(spec)),
  sectionRule("broker", ["availabilityZones"], (broker, { availabilityZones }) =>
    few(broker, brokersOf(broker, availabilityZones)),
  ),
];

function supported(version: string, today: string): readonly Problem[] {
  const current = Object.keys(versions).filter((name) => isSupported(name, today));
  if (current.includes(version)) return [];
  const until = versions[version]?.supportedUntil;
  return [
    {
      path: "broker.kafkaVersion",
      value: version,
      rule:
        until === undefined
          ? "must be a version that MSK runs on Standard brokers"
          : `must be a version in support, which ended on ${until}`,
      fix: `choose ${or(current)}`,
    },
  ];
}

function isSupported(version: string, today: string): boolean {
  const until = versions[version]?.supportedUntil;
  return until === undefined || today <= until;
}

function existing(instanceType: string): readonly Problem[] {
  const types = Object.keys(brokerTypes);
  if (types.includes(instanceType)) return [];
  return [
    {
      path: "broker.instanceType",
      value: instanceType,
      rule: "must be a type that MSK has for Standard brokers in KRaft mode",
      fix: `write for example ${closest(instanceType, types)}`,
    },
  ];
}

function zones({ availabilityZones, region }: Pick<Spec, "availabilityZones" | "region">) {
  const counts = twoZones.includes(region) ? [2] : zoneCounts;
  if (counts.includes(Object.keys(availabilityZones).length)) return [];
  return [
    {
      path: "availabilityZones",
      value: availabilityZones,
      rule: `must be ${or(counts.map(String))} zones with a broker in ${region}`,
      fix: "change their number, or remove broker",
    },
  ];
}

function few({ brokersPerZone }: Broker, brokers: number): readonly Problem[] {
  if (brokers <= mostBrokers) return [];
  const perZone = Math.floor((mostBrokers * brokersPerZone) / brokers);
  return [
    {
      path: "broker.brokersPerZone",
      value: brokersPerZone,
      rule: `must make at most ${mostBrokers} brokers in all zones, not ${brokers}`,
      fix: `lower it to ${perZone} or less`,
    },
  ];
}
