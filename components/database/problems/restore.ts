import { shown, unless } from "../../problems/phrases";
import type { PointInTimeArgs } from "../restore";
import type { Settings } from "../database-settings";

/** What is wrong with the backup that a database is made from. */
export function restoreProblems({ restoreFrom }: Settings): readonly string[] {
  if (restoreFrom === undefined) return [];
  const { generation, snapshotIdentifier, pointInTime } = restoreFrom;
  return [
    ...unless(
      /^[a-z0-9]{1,5}$/.test(generation),
      `restoreFrom.generation must be one to five lower-case letters and digits, got ${generation}`,
    ),
    ...unless(
      (snapshotIdentifier === undefined) !== (pointInTime === undefined),
      `restoreFrom must name either snapshotIdentifier or pointInTime, got ${snapshotIdentifier === undefined ? "neither" : "both"}`,
    ),
    ...(pointInTime === undefined ? [] : momentProblems(pointInTime)),
  ];
}

function momentProblems(moment: PointInTimeArgs): readonly string[] {
  const { sourceIdentifier, automatedBackupsArn, time } = moment;
  const path = "restoreFrom.pointInTime";
  return [
    ...unless(
      (sourceIdentifier === undefined) !== (automatedBackupsArn === undefined),
      `${path} must name either sourceIdentifier or automatedBackupsArn, got ${sourceIdentifier === undefined ? "neither" : "both"}`,
    ),
    ...unless(
      time === undefined || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(time),
      `${path}.time must be a moment in UTC such as 2026-11-21T10:00:00Z, got ${shown(time)}`,
    ),
  ];
}
