import type * as pulumi from "@pulumi/pulumi";
import type { SecretStoreReference } from "../cluster-services";
import type { Edge, SecretReference } from "./edge";

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

/** What every workload is told, whether it serves or ends. */
export interface WorkloadArgs {
  /** Name of the workload and all that belongs to it in Kubernetes: a DNS label that begins with a letter. */
  readonly workloadName: string;
  readonly namespace: string;
  /** System that it is a part of, as the label `app.kubernetes.io/part-of` says it. */
  readonly partOf: string;
  /** Name of the cluster in AWS. */
  readonly clusterName: string;
  /** Region of the cluster. */
  readonly region: string;
  /** Account of the cluster, 12 digits. */
  readonly accountId: string;
  /** Where the secrets come from, in the namespace of the workload. */
  readonly secretStore: SecretStoreReference;
  /** What must be there before workloads are, and until they are gone. */
  readonly ready: readonly pulumi.Resource[];
  /** Container image with a tag that is not `latest`, or a digest. */
  readonly image: string;
  readonly resources: ResourcesArgs;
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
   * Files of the container by name, which it finds in {@link filesPath} and cannot change: no secrets, and together less
   * than a mebibyte.
   *
   * @default {}
   */
  readonly files?: Readonly<Record<string, pulumi.Input<string>>> | undefined;
  /**
   * Minutes until a change of a secret's value reaches the cluster, fewer than any rotated value stays good.
   *
   * @default 60
   */
  readonly secretsRefreshMinutes?: number | undefined;
  /**
   * What the workload connects to. It reaches nothing else.
   *
   * @default []
   */
  readonly connectsTo?: readonly Edge[] | undefined;
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
