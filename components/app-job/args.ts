import type { WorkloadArgs } from "../workload/args";

/** When a job runs. */
export interface ScheduleArgs {
  /** Minute, hour, day of the month, month and day of the week: `0 2 * * 0`. */
  readonly cron: string;
  /**
   * IANA time zone in which they are meant.
   *
   * @default "Etc/UTC"
   */
  readonly timeZone?: string | undefined;
  /**
   * Whether it runs only when somebody starts it: `kubectl create job --from=cronjob/<name> <name>-1`.
   *
   * @default false
   */
  readonly suspended?: boolean | undefined;
}

/** How {@link AppJob} is built. Only plain values decide what is made; `Input`s are passed on. */
export interface AppJobArgs extends WorkloadArgs {
  /** Name of the job and all that belongs to it in Kubernetes, at most 52 characters: its pods' names have more. */
  readonly workloadName: string;
  /**
   * What the container runs.
   *
   * @default - what the image says
   */
  readonly command?: readonly string[] | undefined;
  /**
   * Arguments of what the container runs.
   *
   * @default - those that the image says
   */
  readonly arguments?: readonly string[] | undefined;
  /**
   * When it runs, each time once at most.
   *
   * @default - once for all, and anew when what it runs changes
   */
  readonly schedule?: ScheduleArgs | undefined;
  /**
   * Times that it is tried again when it fails, 0 to 20.
   *
   * @default 2
   */
  readonly retries?: number | undefined;
  /**
   * Seconds in which it must be done, all tries together, 1 to 86400.
   *
   * @default 900
   */
  readonly deadlineSeconds?: number | undefined;
}
