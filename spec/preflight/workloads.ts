import { pathOf } from "../path";
import type { Spec } from "../spec";

/** What a service and a job have in common. */
export type Workload = Spec["services"][string] | Spec["jobs"][string];

/** A service or a job, and the path it was written at. */
export interface PlacedWorkload {
  readonly section: "services" | "jobs";
  readonly name: string;
  readonly path: string;
  readonly workload: Workload;
  readonly pods: Pods;
}

/** How many pods a workload has. */
export interface Pods {
  /** Fewest that are always there: none of a job. */
  readonly fewest: number;
  /** Most, without the one that an update starts before it ends another. */
  readonly most: number;
  /** Those that an update starts beside them. */
  readonly surge: number;
}

/** Every service and every job. */
export function workloadsOf(spec: Pick<Spec, "services" | "jobs">): readonly PlacedWorkload[] {
  const services = Object.entries(spec.services).map(([name, workload]) =>
    placed("services", name, workload, podsOf(workload)),
  );
  const jobs = Object.entries(spec.jobs).map(([name, workload]) =>
    placed("jobs", name, workload, { fewest: 0, most: 1, surge: 0 }),
  );
  return [...services, ...jobs];
}

/** Most pods of a workload at a time, with those of an update. */
export function podsAtMost({ pods: { most, surge } }: PlacedWorkload): number {
  return most + surge;
}

function placed(
  section: PlacedWorkload["section"],
  name: string,
  workload: Workload,
  pods: Pods,
): PlacedWorkload {
  return { section, name, path: pathOf([section, name]), workload, pods };
}

function podsOf({ replicas: { minimum, maximum } }: Spec["services"][string]): Pods {
  return { fewest: minimum, most: maximum ?? minimum, surge: 1 };
}
