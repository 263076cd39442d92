import type { Problem } from "../problem";
import { zoneLetters } from "./regions";
import { rule } from "./rule";

/** RDS wants a subnet group of two zones at least, EKS a cluster of two. */
const leastZones = 2;

/**
 * Zones that the stack can stand in.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
export const zoneRules = [
  rule(["availabilityZones"], ({ availabilityZones }) => enough(availabilityZones)),
  rule(["availabilityZones"], ({ availabilityZones }) => distinct(availabilityZones)),
  rule(["availabilityZones", "region"], ({ availabilityZones, region }) =>
    Object.entries(availabilityZones).flatMap(([label, zone]) => existing(label, zone, region)),
  ),
];

type Zones = Readonly<Record<string, string>>;

function enough(zones: Zones): readonly Problem[] {
  const count = Object.keys(zones).length;
  if (count >= leastZones) return [];
  return [
    {
      path: "availabilityZones",
      value: zones,
      rule: `must be at least ${leastZones} zones: a database cannot stand in fewer`,
      fix: "add zones of the region, each with a label of its own",
    },
  ];
}

function distinct(zones: Zones): readonly Problem[] {
  const labels = Object.keys(zones);
  return Object.entries(zones).flatMap(([label, zone], index) => {
    const earlier = labels.slice(0, index).find((other) => zones[other] === zone);
    if (earlier === undefined) return [];
    return [
      {
        path: `availabilityZones.${label}`,
        value: zone,
        rule: `must be another zone than availabilityZones.${earlier}`,
        fix: "give each label a zone of its own",
      },
    ];
  });
}

function existing(label: string, zone: string, region: string): readonly Problem[] {
  const path = `availabilityZones.${label}`;
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
