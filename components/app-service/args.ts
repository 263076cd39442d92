import type * as pulumi from "@pulumi/pulumi";
import type { WorkloadArgs } from "../workload/args";
import type { AutoscalingArgs } from "./autoscaler";
import type { CallersArgs } from "./callers";
import type { ProbesArgs } from "./probes";

/** How many pods there are. */
export interface ReplicasArgs {
  /** Fewest pods, 1 or more. */
  readonly minimum: number;
  /**
   * Most pods. Where it is more than `minimum`, `autoscaling` says when there are how many.
   *
   * @default - `minimum`
   */
  readonly maximum?: number | undefined;
}

/** How many pods may be taken away at once when nodes are drained. At most one of both is set. */
export interface PodDisruptionArgs {
  /**
   * Pods that may be away, 1 or more.
   *
   * @default 1
   */
  readonly maxUnavailable?: number | undefined;
  /**
   * Pods that must stay, fewer than there are.
   *
   * @default - `maxUnavailable` says it
   */
  readonly minAvailable?: number | undefined;
}

/** How {@link AppService} is built. Only plain values decide what is made; `Input`s are passed on. */
export interface AppServiceArgs extends WorkloadArgs {
  /** Port at which the container listens, 1 to 65535. */
  readonly port: number;
  /**
   * Port at which others in the cluster reach it, 1 to 65535.
   *
   * @default - `port`
   */
  readonly servicePort?: number | undefined;
  /**
   * Port at which the container shows its metrics.
   *
   * @default - it shows none
   */
  readonly metricsPort?: number | undefined;
  readonly replicas: ReplicasArgs;
  /**
   * When there are how many pods.
   *
   * @default - always as many, which needs `replicas.maximum` not to be more than the minimum
   */
  readonly autoscaling?: AutoscalingArgs | undefined;
  /**
   * Whether the cluster's vertical autoscaler says what its pods should ask for, and changes nothing. The cluster must
   * have one.
   *
   * @default false
   */
  readonly recommendations?: boolean | undefined;
  readonly probes: ProbesArgs;
  /**
   * Who connects to `port`. Nobody else may.
   *
   * @default {}
   */
  readonly callers?: CallersArgs | undefined;
  /**
   * Who connects to `metricsPort`. Nobody else may.
   *
   * @default {}
   */
  readonly metricsCallers?: CallersArgs | undefined;
  /**
   * Target group of a load balancer that the pods are registered at, of target type `ip` and with the tags that the
   * cluster's controller asks for.
   *
   * @default - none
   */
  readonly targetGroupArn?: pulumi.Input<string> | undefined;
  /**
   * Seconds for which the load balancer sends requests to a pod that is going, 0 to 3600.
   *
   * @default 30
   */
  readonly deregistrationSeconds?: number | undefined;
  /**
   * Seconds for which a pod that is going still serves before it is told to stop, more than `deregistrationSeconds`.
   *
   * @default - 5 more than `deregistrationSeconds`
   */
  readonly preStopSeconds?: number | undefined;
  /**
   * Seconds for which a pod may finish what it began once it is told to stop.
   *
   * @default 30
   */
  readonly shutdownSeconds?: number | undefined;
  /**
   * How many pods may be taken away at once.
   *
   * @default - 1
   */
  readonly podDisruption?: PodDisruptionArgs | undefined;
}
