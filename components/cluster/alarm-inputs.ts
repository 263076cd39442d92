import type * as pulumi from "@pulumi/pulumi";
import { logGroupNameOf } from "./control-plane";
import type { NodeGroup } from "./node-groups";
import type { Scope } from "./scope";

/** What alarms on one node group need to know. */
export interface NodeGroupAlarmInputs {
  /** Value of the dimension `AutoScalingGroupName`. */
  readonly autoScalingGroupName: pulumi.Output<string>;
  /** Fewest nodes. */
  readonly minimum: number;
  /** Most nodes. */
  readonly maximum: number;
}

/** What alarms on a cluster need to know. */
export interface AlarmInputs {
  /** Value of the dimension `ClusterName`. */
  readonly clusterName: string;
  /** Log group of the control plane. */
  readonly logGroupName: string;
  /** The node groups, by the name of their resource. */
  readonly nodeGroups: Readonly<Record<string, NodeGroupAlarmInputs>>;
}

/** What alarms on a cluster need to know, from its settings and nodes. */
export function alarmInputsOf(scope: Scope, nodeGroups: readonly NodeGroup[]): AlarmInputs {
  return {
    clusterName: scope.settings.clusterName,
    logGroupName: logGroupNameOf(scope),
    nodeGroups: Object.fromEntries(
      nodeGroups.map(({ name, minimum, maximum, resource }) => [
        name,
        { autoScalingGroupName: groupNameOf(resource.resources), minimum, maximum },
      ]),
    ),
  };
}

type Made = NodeGroup["resource"]["resources"];

function groupNameOf(resources: Made): pulumi.Output<string> {
  return resources.apply(([made]) => made?.autoscalingGroups[0]?.name ?? "");
}
