import type * as pulumi from "@pulumi/pulumi";
import type { SecretStoreReference } from "../cluster-services";
import type { AutoscalingArgs } from "./autoscaler";
import type { Edge, SecretReference } from "./edge";
import type { CallersArgs } from "./network-policy";
import type { ProbesArgs } from "./probes";

/** Processor and memory, in Kubernetes' quantities: `500m`, `2`, `4Gi`. */
export interface ResourceAmounts {
  readonly cpu: string;
  readonly memory: string;
}

/** What a container asks for, and what it gets at most. */
export interface ResourcesArgs {
  readonly requests: ResourceAmounts;
  readonly limits: ResourceAmounts;
}

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
export interface AppServiceArgs {
  /** Name of the service and all that belongs to it in Kubernetes: a DNS label that begins with a letter. */
  readonly serviceName: string;
  readonly namespace: string;
  /** System that it is a part of, as the label `app.kubernetes.io/part-of` says it. */
  readonly partOf: string;
  /** Name of the cluster in AWS. */
  readonly clusterName: string;
  /** Region of the cluster. */
  readonly region: string;
  /** Account of the cluster, 12 digits. */
  readonly accountId: string;
  /** Where the secrets come from. */
  readonly secretStore: SecretStoreReference;
  /** What must be there before workloads are, and until they are gone. */
  readonly ready: readonly pulumi.Resource[];
  /** Container image with a tag that is not `latest`, or a digest. */
  readonly image: string;
  /** Port at which the container listens, 1 to 65535. */
  readonly port: number;
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
  readonly resources: ResourcesArgs;
  readonly probes: ProbesArgs;
  /**
   * Variables of the container, beside those of the edges.
   *
   * @default {}
   */
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>> | undefined;
  /**
   * Variables of the container whose values are secret, beside those of the edges.
   *
   * @default {}
   */
  readonly secrets?: Readonly<Record<string, SecretReference>> | undefined;
  /**
   * Minutes until a change of a secret's value reaches the cluster, fewer than any rotated value stays good.
   *
   * @default 60
   */
  readonly secretsRefreshMinutes?: number | undefined;
  /**
   * What the service connects to. It reaches nothing else.
   *
   * @default []
   */
  readonly connectsTo?: readonly Edge[] | undefined;
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
  /**
   * Name of the pods' priority class.
   *
   * @default - the cluster's default
   */
  readonly priorityClass?: string | undefined;
  /**
   * User and group that the container runs as, 10000 to 65535: one that the nodes do not have.
   *
   * @default 10001
   */
  readonly userId?: number | undefined;
}
