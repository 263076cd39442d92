import * as aws from "@pulumi/aws";
import type { NodeGroupSettings } from "./cluster-settings";
import type { Scope } from "./scope";
import { userDataOf } from "./user-data";

/** What a launch template tags: no provider's default tags reach what it starts. */
const tagged = ["instance", "volume", "network-interface"];

/**
 * Makes the launch template of a node group. Only the node itself reaches its metadata, and with it the node's role:
 * one hop is one too few for a pod with an address of its own. Pods get their roles from the Pod Identity agent. EKS
 * adds its own security group, which lets everything out, only to nodes whose template names none.
 *
 * @see https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
export function createLaunchTemplate(
  scope: Scope,
  label: string,
  group: NodeGroupSettings,
): aws.ec2.LaunchTemplate {
  const { clusterName, region, appSecurityGroupId, tags } = scope.settings;
  const nodeName = `${clusterName}-${label}`;
  return new aws.ec2.LaunchTemplate(
    `${scope.name}-${label}`,
    {
      region,
      namePrefix: `${nodeName}-`,
      description: `Nodes of the group ${label} of ${clusterName}`,
      updateDefaultVersion: true,
      blockDeviceMappings: volumesOf(scope, group),
      metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: "required",
        httpPutResponseHopLimit: 1,
      },
      monitoring: { enabled: true },
      vpcSecurityGroupIds: [appSecurityGroupId],
      userData: userDataOf(group.amiType, group.maxPods),
      tagSpecifications: tagged.map((resourceType) => ({
        resourceType,
        tags: { ...tags, Name: nodeName },
      })),
      tags: { Name: nodeName },
    },
    scope.options,
  );
}

/** Amazon Linux has one volume; Bottlerocket keeps itself on a first one and all else on a second. */
function volumesOf(
  { settings: { dataKeyArn } }: Scope,
  { amiType, volumeGiB }: NodeGroupSettings,
): aws.types.input.ec2.LaunchTemplateBlockDeviceMapping[] {
  const volume = {
    volumeType: "gp3",
    encrypted: "true",
    kmsKeyId: dataKeyArn,
    deleteOnTermination: "true",
  };
  const sized = { ...volume, volumeSize: volumeGiB };
  return amiType.startsWith("BOTTLEROCKET_")
    ? [
        { deviceName: "/dev/xvda", ebs: volume },
        { deviceName: "/dev/xvdb", ebs: sized },
      ]
    : [{ deviceName: "/dev/xvda", ebs: sized }];
}
