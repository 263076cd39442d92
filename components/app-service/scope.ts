import type { Scope as WorkloadScope } from "../workload/scope";
import type { Settings } from "./service-settings";

/** What the parts of one service share. */
export type Scope = WorkloadScope<Settings>;
