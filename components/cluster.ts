import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { createAccess } from "./cluster/access";
import { createEarlyAddons, createLateAddons } from "./cluster/addons";
import { alarmInputsOf, type AlarmInputs } from "./cluster/alarm-inputs";
import type { ClusterArgs } from "./cluster/args";
import { settingsOf } from "./cluster/cluster-settings";
import { createControlPlane } from "./cluster/control-plane";
import { createNodeGroups } from "./cluster/node-groups";
import { createProvider } from "./cluster/provider";
import { scopeOf } from "./cluster/scope";
import { createTraffic } from "./cluster/traffic";
import { validateCluster } from "./cluster/validate-cluster";

/**
 * A Kubernetes cluster on EKS: its secrets and volumes under keys of the account, its API server reached from within
 * the VPC, by IAM identities that are told of, unless its arguments say otherwise.
 */
export class Cluster extends pulumi.ComponentResource {
  readonly clusterName: pulumi.Output<string>;
  readonly clusterArn: pulumi.Output<string>;
  /** Address of the API server. */
  readonly endpoint: pulumi.Output<string>;
  /** Security group that EKS makes for the control plane. */
  readonly clusterSecurityGroupId: pulumi.Output<string>;
  /** Provider of what runs in the cluster. */
  readonly provider: k8s.Provider;
  /** What must be there before pods run. */
  readonly ready: readonly pulumi.Resource[];
  /** What alarms on the cluster need to know. */
  readonly alarmInputs: AlarmInputs;

  /** @throws {pulumi.ResourceError} When AWS would refuse the arguments, or nobody could work with the cluster: every problem is listed. */
  constructor(name: string, args: ClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    const { clusterName, region, kubernetesVersion } = args;
    super("groundwork:platform:Cluster", name, { clusterName, region, kubernetesVersion }, opts);

    const problems = validateCluster(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const scope = scopeOf(this, name, settingsOf(args));
    const cluster = createControlPlane(scope);
    const access = createAccess(scope, cluster);
    const early = createEarlyAddons(scope, cluster);
    const traffic = createTraffic(scope, cluster);
    const nodeGroups = createNodeGroups(scope, cluster, [...args.ready, ...early, ...traffic]);
    const nodes = nodeGroups.map(({ resource }) => resource);
    const late = createLateAddons(scope, cluster, nodes);

    this.clusterName = cluster.name;
    this.clusterArn = cluster.arn;
    this.endpoint = cluster.endpoint;
    this.clusterSecurityGroupId = cluster.vpcConfig.clusterSecurityGroupId;
    this.provider = createProvider(scope, cluster, access);
    this.ready = [...nodes, ...late];
    this.alarmInputs = alarmInputsOf(scope, nodeGroups);
    this.registerOutputs({
      clusterName: this.clusterName,
      clusterArn: this.clusterArn,
      endpoint: this.endpoint,
    });
  }
}
