import { partitionOf } from "../partition";
import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { overlap } from "./cidr";
import { rule } from "./rule";

type Recovery = Spec["disasterRecovery"];
type Topology = Recovery["topology"];

/**
 * What each topology can promise when the region is lost, in minutes: the worst of what AWS says of it, to be
 * replaced by what restores of the system's own data take. Undefined where it promises nothing.
 *
 * @see https://docs.aws.amazon.com/prescriptive-guidance/latest/strategy-database-disaster-recovery/defining.html
 * @see https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html
 *   for pilot light (`data`) and warm standby
 */
const promises: Readonly<Record<Topology, { time: number; point: number } | undefined>> = {
  none: undefined,
  backups: { time: 180, point: 30 },
  data: { time: 60, point: 5 },
  warm: { time: 15, point: 5 },
};

const objectives = {
  timeMinutes: { promise: "time", what: "until it runs again" },
  pointMinutes: { promise: "point", what: "of lost data" },
} as const;

/** A disaster-recovery region and targets that the topology can meet. */
export const recoveryRules = [
  rule(["disasterRecovery", "disasterRecoveryRegion"], (spec) => named(spec)),
  rule(["disasterRecoveryRegion", "region"], (spec) => elsewhere(spec)),
  rule(["disasterRecovery", "disasterRecoveryAvailabilityZones"], (spec) => standing(spec)),
  rule(["disasterRecovery", "network"], (spec) => apart(spec)),
  rule(["disasterRecovery", "database"], ({ disasterRecovery, database }) => [
    ...backedUp(disasterRecovery, database),
    ...replicable(disasterRecovery, database),
  ]),
  rule(["disasterRecovery"], ({ disasterRecovery }) => [
    ...reachable("timeMinutes", disasterRecovery),
    ...reachable("pointMinutes", disasterRecovery),
  ]),
];

function named(
  spec: Pick<Spec, "disasterRecovery" | "disasterRecoveryRegion">,
): readonly Problem[] {
  const { topology } = spec.disasterRecovery;
  if (topology === "none" || spec.disasterRecoveryRegion !== undefined) return [];
  return [
    {
      path: "disasterRecoveryRegion",
      rule: `must be given with disasterRecovery.topology ${topology}`,
      fix: "add it, or write none as topology",
    },
  ];
}

function elsewhere(spec: Pick<Spec, "disasterRecoveryRegion" | "region">): readonly Problem[] {
  const { region, disasterRecoveryRegion: other } = spec;
  if (other === undefined) return [];
  const problem = { path: "disasterRecoveryRegion", value: other };
  if (other === region) {
    return [{ ...problem, rule: "must be another region than region", fix: "choose another" }];
  }
  if (partitionOf(other) === partitionOf(region)) return [];
  return [
    {
      ...problem,
      rule: `must be in the same part of AWS as ${region}: ${partitionOf(region)}, not ${partitionOf(other)}`,
      fix: "choose a region that keys and backups can be copied to",
    },
  ];
}

/** Whether a topology has a network in the other region. */
function stands({ topology }: Recovery): boolean {
  return topology === "data" || topology === "warm";
}

function standing(
  spec: Pick<Spec, "disasterRecovery" | "disasterRecoveryAvailabilityZones">,
): readonly Problem[] {
  const { disasterRecovery: recovery, disasterRecoveryAvailabilityZones: zones } = spec;
  const given = `with disasterRecovery.topology ${recovery.topology}`;
  if (stands(recovery)) {
    const problem = { rule: `must be given ${given}`, fix: "add it, or write backups as topology" };
    return [
      ...(recovery.network === undefined ? [{ path: "disasterRecovery.network", ...problem }] : []),
      ...(zones === undefined ? [{ path: "disasterRecoveryAvailabilityZones", ...problem }] : []),
    ];
  }
  if (recovery.network === undefined) return [];
  return [
    {
      path: "disasterRecovery.network",
      rule: `must be left out ${given}, which builds no network there`,
      fix: "remove it, or write data or warm as topology",
    },
  ];
}

/** Two networks that a later connection can join. */
function apart({ disasterRecovery, network }: Pick<Spec, "disasterRecovery" | "network">) {
  const other = disasterRecovery.network;
  if (other === undefined || !overlap(other.cidrBlock, network.cidrBlock)) return [];
  return [
    {
      path: "disasterRecovery.network.cidrBlock",
      value: other.cidrBlock,
      rule: `must not overlap network.cidrBlock ${network.cidrBlock}: the two could never be connected`,
      fix: "choose another range",
    },
  ];
}

function backedUp(recovery: Recovery, { backup }: Spec["database"]): readonly Problem[] {
  if (recovery.topology === "none" || backup.retentionDays > 0) return [];
  const what = recovery.topology === "backups" ? "which copies them" : "whose replica needs them";
  return [
    {
      path: "database.backup.retentionDays",
      value: 0,
      rule: `must be at least 1 with disasterRecovery.topology ${recovery.topology}, ${what}`,
      fix: "raise it to 1 or more",
    },
  ];
}

/** RDS makes no replica of an instance whose password it manages, nor of one that is replaced by blue/green. */
function replicable(recovery: Recovery, database: Spec["database"]): readonly Problem[] {
  if (!stands(recovery)) return [];
  const given = `with disasterRecovery.topology ${recovery.topology}, which replicates the database`;
  return [
    ...(database.credentials.mode === "managed"
      ? [
          {
            path: "database.credentials.mode",
            value: "managed",
            rule: `must be rotated ${given}`,
            fix: "write rotated",
          },
        ]
      : []),
    ...(database.blueGreenUpdates
      ? [
          {
            path: "database.blueGreenUpdates",
            value: true,
            rule: `must be false ${given}`,
            fix: "write false",
          },
        ]
      : []),
  ];
}

function reachable(field: keyof typeof objectives, recovery: Recovery): readonly Problem[] {
  const wanted = recovery[field];
  if (wanted === undefined) return [];
  const { promise, what } = objectives[field];
  const least = promises[recovery.topology]?.[promise];
  if (least !== undefined && wanted >= least) return [];
  const able = Object.entries(promises).filter(([, each]) => each && each[promise] <= wanted);
  const names = able.map(([name]) => name).join(" or ");
  return [
    {
      path: `disasterRecovery.${field}`,
      value: wanted,
      rule:
        least === undefined
          ? `must be left out with topology ${recovery.topology}, which leaves nothing elsewhere`
          : `must be at least ${least} minutes ${what} with topology ${recovery.topology}`,
      fix: names === "" ? unreachable(least) : `write ${names} as topology`,
    },
  ];
}

function unreachable(least: number | undefined): string {
  const best = least === undefined ? "remove it" : `raise it to ${least} or more`;
  return `${best}: no topology that can be built here meets it`;
}
