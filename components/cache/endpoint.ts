import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Topology } from "./topology";

type Group = aws.elasticache.ReplicationGroup;

/** Host that clients connect to: the configuration endpoint, or the primary's without cluster mode. */
export function addressOf(
  group: Pick<Group, "configurationEndpointAddress" | "primaryEndpointAddress">,
  { clusterMode }: Pick<Topology, "clusterMode">,
): pulumi.Output<string> {
  return clusterMode === "enabled"
    ? group.configurationEndpointAddress
    : group.primaryEndpointAddress;
}

/** Host that reads from all replicas; undefined in cluster mode, whose clients know the replicas. */
export function readerAddressOf(
  group: Pick<Group, "readerEndpointAddress">,
  { clusterMode }: Pick<Topology, "clusterMode">,
): pulumi.Output<string> | undefined {
  return clusterMode === "enabled" ? undefined : group.readerEndpointAddress;
}

/** `host:port`. */
export function endpointOf(address: pulumi.Output<string>, port: number): pulumi.Output<string> {
  return pulumi.interpolate`${address}:${port}`;
}
