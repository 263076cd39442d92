import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { NodeGroupSettings } from "./cluster-settings";
import type { ServiceRole } from "./control-plane-role";
import { createLaunchTemplate } from "./launch-template";
import { createNodeRole } from "./node-role";
import type { Scope } from "./scope";

/** The nodes of one group as AWS has them. */
export interface NodeGroup {
  /** Name of the resource. */
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly resource: aws.eks.NodeGroup;
}

/** Makes the nodes, after what they need to join. */
export function createNodeGroups(
  scope: Scope,
  cluster: aws.eks.Cluster,
  needed: readonly pulumi.Resource[],
): readonly NodeGroup[] {
  const role = createNodeRole(scope);
  return Object.entries(scope.settings.nodeGroups).flatMap(([label, group]) => {
    const template = createLaunchTemplate(scope, label, group);
    return placesOf(scope, label, group).map((place) =>
      createNodeGroup(scope, { ...place, group, template, role, cluster, needed }),
    );
  });
}

interface Place {
  readonly label: string;
  readonly subnetIds: readonly pulumi.Input<string>[];
}

interface Parts extends Place {
  readonly group: NodeGroupSettings;
  readonly template: aws.ec2.LaunchTemplate;
  readonly role: ServiceRole;
  readonly cluster: aws.eks.Cluster;
  readonly needed: readonly pulumi.Resource[];
}

function placesOf(
  { settings: { privateSubnetIds } }: Scope,
  label: string,
  { onePerSubnet }: NodeGroupSettings,
): readonly Place[] {
  if (!onePerSubnet) return [{ label, subnetIds: privateSubnetIds }];
  return privateSubnetIds.map((subnetId, index) => ({
    label: `${label}-${index + 1}`,
    subnetIds: [subnetId],
  }));
}

/** How many nodes there are is the autoscaler's to decide once they are there. */
function createNodeGroup(scope: Scope, parts: Parts): NodeGroup {
  const { label, subnetIds, group, template, role, cluster, needed } = parts;
  const { minimum, maximum, desired } = group;
  const { region, clusterName } = scope.settings;
  const name = `${scope.name}-${label}`;
  const resource = new aws.eks.NodeGroup(
    name,
    {
      region,
      clusterName: cluster.name,
      nodeGroupNamePrefix: `${label}-`,
      nodeRoleArn: role.arn,
      subnetIds: [...subnetIds],
      amiType: group.amiType,
      capacityType: group.capacityType,
      instanceTypes: [...group.instanceTypes],
      scalingConfig: { minSize: minimum, maxSize: maximum, desiredSize: desired },
      launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
      updateConfig: { maxUnavailable: 1 },
      nodeRepairConfig: { enabled: true },
      labels: group.labels,
      taints: group.taints.map(taint),
      tags: { Name: `${clusterName}-${label}` },
    },
    {
      ...scope.options,
      dependsOn: [...role.ready, ...needed],
      ignoreChanges: ["scalingConfig.desiredSize"],
      customTimeouts: { create: "1h", update: "2h", delete: "1h" },
    },
  );
  return { name, minimum, maximum, resource };
}

function taint({
  key,
  value,
  effect,
}: NodeGroupSettings["taints"][number]): aws.types.input.eks.NodeGroupTaint {
  return { key, effect, ...(value === undefined ? {} : { value }) };
}
