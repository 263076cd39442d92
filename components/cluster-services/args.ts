import type * as pulumi from "@pulumi/pulumi";
import type { ChartName } from "./charts";
import type { NamespaceArgs } from "./namespaces";

/** How {@link ClusterServices} are built. Only plain values decide what is made; `Input`s are passed on. */
export interface ClusterServicesArgs {
  /** Name of the cluster in AWS. */
  readonly clusterName: string;
  /** Region of the cluster. */
  readonly region: string;
  /** Account of the cluster, 12 digits. */
  readonly accountId: string;
  /** Kubernetes version, `1.36`: the autoscaler's version follows it. */
  readonly kubernetesVersion: string;
  /** VPC of the cluster. */
  readonly vpcId: pulumi.Input<string>;
  /** KMS key of the pods' volumes. */
  readonly dataKeyArn: pulumi.Input<string>;
  /** KMS key of the secrets. */
  readonly secretsKeyArn: pulumi.Input<string>;
  /**
   * IPv4 ranges in which data stores stand, so that what serves the cluster does not reach them.
   *
   * @default []
   */
  readonly storeCidrBlocks?: readonly string[] | undefined;
  /** What must be there before pods run: nodes and add-ons. */
  readonly ready: readonly pulumi.Resource[];
  /** Namespaces for workloads, by name. */
  readonly namespaces: Readonly<Record<string, NamespaceArgs>>;
  /**
   * Version of each Helm chart where it is to be another one.
   *
   * @default - the versions that this component was written for
   */
  readonly chartVersions?: Readonly<Partial<Record<ChartName, string | undefined>>> | undefined;
  /**
   * Whether a volume outlives the claim that it was made for.
   *
   * @default true
   */
  readonly deletionProtection?: boolean | undefined;
}
