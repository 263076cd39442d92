/** The images that nodes start from: Amazon Linux 2023 or Bottlerocket, by the architecture of their processors. */
export type AmiType =
  | "AL2023_ARM_64_STANDARD"
  | "AL2023_x86_64_STANDARD"
  | "BOTTLEROCKET_ARM_64"
  | "BOTTLEROCKET_x86_64";

/** What keeps pods off a node that do not tolerate it. */
export interface TaintArgs {
  readonly key: string;
  readonly value?: string | undefined;
  readonly effect: "NO_EXECUTE" | "NO_SCHEDULE" | "PREFER_NO_SCHEDULE";
}

/** Nodes of one kind. */
export interface NodeGroupArgs {
  /** Instance types, all of the image's architecture; the first is preferred. */
  readonly instanceTypes: readonly string[];
  /** Fewest nodes. */
  readonly minimum: number;
  /** Most nodes. */
  readonly maximum: number;
  /**
   * Nodes at first; afterwards the autoscaler decides.
   *
   * @default - `minimum`
   */
  readonly desired?: number | undefined;
  /**
   * Image of the nodes.
   *
   * @default "AL2023_ARM_64_STANDARD"
   */
  readonly amiType?: AmiType | undefined;
  /**
   * Size of the volume for images and logs in GiB, 20 to 16384.
   *
   * @default 50
   */
  readonly volumeGiB?: number | undefined;
  /**
   * How instances are paid for. Spot instances can be taken back at two minutes' notice.
   *
   * @default "ON_DEMAND"
   */
  readonly capacityType?: "ON_DEMAND" | "SPOT" | undefined;
  /**
   * Most pods of a node, 1 to 250. AWS advises 110 for fewer than 30 vCPUs.
   *
   * @default 110
   */
  readonly maxPods?: number | undefined;
  /**
   * Whether there is a group in each subnet, with `minimum` and `maximum` each, so that the autoscaler can choose the
   * zone: for pods with volumes, which stay in theirs.
   *
   * @default false
   */
  readonly onePerSubnet?: boolean | undefined;
  /**
   * Labels of the nodes in Kubernetes.
   *
   * @default {}
   */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /**
   * Taints of the nodes in Kubernetes.
   *
   * @default []
   */
  readonly taints?: readonly TaintArgs[] | undefined;
}
