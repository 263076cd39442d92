import type { Complete } from "../complete";
import type { WorkloadArgs } from "./args";

/** What holds for every workload where an argument is left out. Every value is the safe one. */
export const workloadDefaults = {
  environment: {},
  secrets: {},
  files: {},
  secretsRefreshMinutes: 60,
  connectsTo: [],
  userId: 10_001,
} as const;

/** The arguments of a workload with nothing left out that has a default. */
export type WorkloadSettings = Complete<WorkloadArgs, keyof typeof workloadDefaults>;
