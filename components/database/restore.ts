import type { Scope } from "./scope";

/** A moment that automated backups reach. */
export interface PointInTimeArgs {
  /**
   * Identifier of the instance whose backups they are, in the same region.
   *
   * @default - `automatedBackupsArn` says whose
   */
  readonly sourceIdentifier?: string | undefined;
  /**
   * ARN of automated backups, of an instance that is gone or copied from another region.
   *
   * @default - `sourceIdentifier` says whose
   */
  readonly automatedBackupsArn?: string | undefined;
  /**
   * The moment in UTC, for example `2026-11-21T10:00:00Z`.
   *
   * @default - the latest that can be restored
   */
  readonly time?: string | undefined;
}

/**
 * The backup that the instance is made from. It belongs to the instance and stays for as long as that:
 * to leave it out again asks for the instance before. The backup must be encrypted with `dataKeyArn`.
 */
export interface RestoreArgs {
  /**
   * Tells the restored instance from the one before, whose name and identifier it cannot have: one to
   * five letters and digits, which are added to both.
   */
  readonly generation: string;
  /**
   * Snapshot to restore, by identifier or ARN.
   *
   * @default - `pointInTime` says what
   */
  readonly snapshotIdentifier?: string | undefined;
  /**
   * Moment to restore.
   *
   * @default - `snapshotIdentifier` says what
   */
  readonly pointInTime?: PointInTimeArgs | undefined;
}

/** The inputs of an instance that say what it is restored from. */
export function restoreInputs({ settings }: Scope) {
  const { snapshotIdentifier, pointInTime } = settings.restoreFrom ?? {};
  if (pointInTime === undefined) return { snapshotIdentifier };

  const { sourceIdentifier, automatedBackupsArn, time } = pointInTime;
  return {
    restoreToPointInTime: {
      sourceDbInstanceIdentifier: sourceIdentifier,
      sourceDbInstanceAutomatedBackupsArn: automatedBackupsArn,
      ...(time === undefined ? { useLatestRestorableTime: true } : { restoreTime: time }),
    },
  };
}

/**
 * What Pulumi must not compare: where an instance came from is over with its creation, and AWS does not
 * remember it, but a difference would replace the instance.
 */
export function restoreIgnores({ settings }: Scope): string[] {
  return settings.restoreFrom === undefined ? [] : ["snapshotIdentifier", "restoreToPointInTime"];
}
