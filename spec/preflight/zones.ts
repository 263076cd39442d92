import type { Problem } from "../problem";
import { zoneLetters } from "./regions";
import { rule } from "./rule";

/** RDS wants a subnet group of two zones at least, EKS a cluster of two. */
const leastZones = 2;

const recoveryZones = "disasterRecoveryAvailabilityZones";

/**
 * Zones that the stack can stand in.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
export const zoneRules = [
  rule(["availabilityZones"], ({ availabilityZones: zones }) => enough("availabilityZones", zones)),
  rule(["availabilityZones"], ({ availabilityZones: zones }) =>
    distinct("availabilityZones", zones),
  ),
  rule(["availabilityZones", "region"], ({ availabilityZones: zones, region }) =>
    existing("availabilityZones", zones, region),
  ),
  rule([recoveryZones], ({ [recoveryZones]: zones }) =>
    zones === undefined ? [] : [...enough(recoveryZones, zones), ...distinct(recoveryZones, zones)],
  ),
  rule([recoveryZones, "disasterRecoveryRegion"], (spec) => {
    const { [recoveryZones]: zones, disasterRecoveryRegion: region } = spec;
    return zones === undefined || region === undefined
      ? []
      : existing(recoveryZones, zones, region);
  }),
];

type Zones = Readonly<Record<string, string>>;

function enough(path: string, zones: Zones): readonly Problem[] {
  const count = Object.keys(zones).length;
  if (count >= leastZones) return [];
  return [
    {
      path,
      value: zones,
      rule: `must be at least ${leastZones} zones: a database cannot stand in fewer`,
      fix: "add zones of the region, each with a label of its own",
    },
  ];
}

function distinct(path: string, zones: Zones): readonly Problem[] {
  const labels = Object.keys(zones);
  return Object.entries(zones).flatMap(([label, zone], index) => {
    const earlier = labels.slice(0, index).find((other) => zones[other] === zone);
    if (earlier === undefined) return [];
    return [
      {
        path: `${path}.${label}`,
        value: zone,
        rule: `must be another zone than ${path}.${earlier}`,
        fix: "give each label a zone of its own",
      },
    ];
  });
}

function existing(path: string, zones: Zones, region: string): readonly Problem[] {
  return Object.entries(zones).flatMap(([label, zone]) =>
    ofRegion(`${path}.${label}`, zone, region),
  );
}

function ofRegion(path: string, zone: string, region: string): readonly Problem[] {
  const letter = zone.slice(-1);
  const letters = zoneLetters[region] ?? letter;
  const names = letters.split("").map((each) => `${region}${each}`);
  if (zone === `${region}${letter}` && letters.includes(letter)) return [];
  return [
    {
      path,
      value: zone,
      rule: `must be a zone of the region ${region}`,
      fix:
        zoneLetters[region] === undefined
          ? `write ${region}a or another of its zones`
          : `choose one of ${names.join(", ")}`,
    },
  ];
}
