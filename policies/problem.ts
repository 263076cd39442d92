/** One thing that is wrong with what the user wrote. */
export interface Problem {
  /** Where it was written: `database-backups-kept.minimumDays`. */
  readonly path: string;
  /** The offending value; left out where the problem is that there is none. */
  readonly value?: unknown;
  /** What the value must satisfy, as a phrase that follows the path: `must be from 1 to 35`. */
  readonly rule: string;
  /** What to change, as an instruction: `set it to 30`. */
  readonly fix: string;
}
