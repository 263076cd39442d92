import { complete } from "../complete";
import { workloadDefaults } from "../workload/workload-settings";
import type { AppJobArgs } from "./args";

/** What holds where an argument is left out. Every value is the safe one. */
const defaults = {
  job: { ...workloadDefaults, retries: 2, deadlineSeconds: 900 },
  schedule: { timeZone: "Etc/UTC", suspended: false },
} as const;

/** The arguments of a job with nothing left out that has a default. */
export type Settings = ReturnType<typeof settingsOf>;

/** Completes the arguments of a job by their defaults. */
export function settingsOf(args: AppJobArgs) {
  const settings = complete(args, defaults.job);
  return {
    ...settings,
    schedule: settings.schedule && complete(settings.schedule, defaults.schedule),
  };
}
