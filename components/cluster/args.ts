import type * as pulumi from "@pulumi/pulumi";
import type { AccessEntryArgs } from "./access";
import type { AddonName } from "./addons";
import type { NodeGroupArgs } from "./node-group-args";

/** Who reaches the API server. The VPC always does. */
export interface EndpointAccessArgs {
  /**
   * IPv4 ranges that reach it from the internet.
   *
   * @default [] - none: from within the VPC alone
   */
  readonly publicAccessCidrs?: readonly string[] | undefined;
}

/** How a {@link Cluster} is built. Only plain values decide what is made; `Input`s are passed on. */
export interface ClusterArgs {
  /** Name in AWS, 1 to 100 letters, digits, hyphens and underscores, a letter or digit first. */
  readonly clusterName: string;
  /** Region of the cluster. */
  readonly region: string;
  /** Account of the cluster, 12 digits. */
  readonly accountId: string;
  /** Subnets of the nodes, their pods and the control plane's network interfaces, in two zones at least. */
  readonly privateSubnetIds: readonly pulumi.Input<string>[];
  /**
   * The only security group of the nodes and their pods. Data stores let it in. Nodes join if it lets them out to AWS
   * over HTTPS; the cluster adds what they need of each other and of the control plane.
   */
  readonly appSecurityGroupId: pulumi.Input<string>;
  /** What must be there before nodes are, and until they are gone: their subnets' ways out, and the rules of their group. */
  readonly ready: readonly pulumi.Resource[];
  /** KMS key of the Kubernetes secrets in etcd. */
  readonly secretsKeyArn: pulumi.Input<string>;
  /** KMS key of the control plane's logs. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** KMS key of the nodes' and the pods' volumes. */
  readonly dataKeyArn: pulumi.Input<string>;
  /** Kubernetes version, `1.36`. */
  readonly kubernetesVersion: string;
  /**
   * Who reaches the API server.
   *
   * @default {}
   */
  readonly endpointAccess?: EndpointAccessArgs | undefined;
  /**
   * Who may do what in the cluster, by a label. One of them must administer it: whoever makes the cluster has no
   * rights of its own, and what runs in it is made by the same program.
   */
  readonly accessEntries: Readonly<Record<string, AccessEntryArgs>>;
  /**
   * Role that Pulumi takes on to reach the API server.
   *
   * @default - the identity that runs Pulumi
   */
  readonly kubeconfigRoleArn?: pulumi.Input<string>;
  /** The nodes, by a label of their kind. */
  readonly nodeGroups: Readonly<Record<string, NodeGroupArgs>>;
  /** Version of each add-on, such as `v1.22.4-eksbuild.3`: one that EKS has for the Kubernetes version. */
  readonly addonVersions: Readonly<Record<AddonName, string>>;
  /**
   * Days that the control plane's logs are kept, as CloudWatch Logs allows.
   *
   * @default 90
   */
  readonly logRetentionDays?: number | undefined;
  /**
   * Tags of the instances, volumes and network interfaces, which no provider's default tags reach.
   *
   * @default {}
   */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /**
   * Whether AWS and Pulumi refuse to delete the cluster, and Pulumi leaves its logs standing.
   *
   * @default true
   */
  readonly deletionProtection?: boolean | undefined;
}
