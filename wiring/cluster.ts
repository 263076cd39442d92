import type { ProviderResource } from "@pulumi/pulumi";
import type { Cluster } from "../components/cluster";
import type { ClusterArgs } from "../components/cluster/args";
import type { ClusterServicesArgs } from "../components/cluster-services/args";
import { mapRecord } from "../components/map-record";
import { partitionOf } from "../spec/partition";
import type { Spec } from "../spec/spec";
import type { Destinations } from "./connections";
import { secretsIn } from "./delivered-secrets";
import type { Neighbours } from "./neighbours";
import { placeOf, prefixOf, storesOf, tags } from "./place";
import { whereSet } from "./where-set";

/** The cluster of the workloads, in the private tier; undefined for a system without. */
export function clusterArgs(spec: Spec, { keys, network }: Neighbours): ClusterArgs | undefined {
  if (spec.cluster === undefined) return undefined;
  const { accessEntries, kubeconfigRole, ...cluster } = spec.cluster;
  return {
    ...cluster,
    ...placeOf(spec),
    ...whereSet("kubeconfigRoleArn", kubeconfigRole && arnOf(spec, kubeconfigRole)),
    clusterName: prefixOf(spec),
    privateSubnetIds: network.privateSubnetIds,
    appSecurityGroupId: network.appSecurityGroupId,
    ready: [network],
    secretsKeyArn: keys.arns.secrets,
    logsKeyArn: keys.arns.logs,
    dataKeyArn: keys.arns.data,
    accessEntries: mapRecord(accessEntries, ({ principal, ...entry }) => ({
      ...entry,
      principalArn: arnOf(spec, principal),
    })),
    tags: tags(spec),
  };
}

/**
 * What runs in the cluster for all workloads, and brings those of each namespace the secrets that they declare; undefined
 * for a system without.
 */
export function clusterServicesArgs(
  spec: Spec,
  made: Destinations,
  cluster: Cluster | undefined,
): ClusterServicesArgs | undefined {
  if (spec.cluster === undefined || cluster === undefined) return undefined;
  const { keys, network } = made;
  const { kubernetesVersion, namespaces, chartVersions, deletionProtection } = spec.cluster;
  return {
    ...placeOf(spec),
    ...{ kubernetesVersion, chartVersions, deletionProtection },
    namespaces: mapRecord(namespaces, (namespace, name) => ({
      ...namespace,
      secretArns: secretsIn(spec, name, made),
    })),
    clusterName: prefixOf(spec),
    vpcId: network.vpcId,
    dataKeyArn: keys.arns.data,
    secretsKeyArn: keys.arns.secrets,
    storeCidrBlocks: storesOf(spec),
    ready: cluster.ready,
  };
}

/** What makes things in the cluster besides AWS; nothing without a cluster. */
export function providersOf(cluster: Cluster | undefined): readonly ProviderResource[] {
  return cluster === undefined ? [] : [cluster.provider];
}

/** The ARN of an identity of the stack's account that is named as `role/<name>`. */
function arnOf({ account, region }: Spec, principal: string): string {
  if (principal.startsWith("arn:")) return principal;
  return `arn:${partitionOf(region)}:iam::${account}:${principal}`;
}
