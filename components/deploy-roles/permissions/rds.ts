import type { TypePermissions } from "../type-permissions";

/** The database. */
export const rds: TypePermissions = {
  "aws:rds/eventSubscription:EventSubscription": {
    create: ["rds:AddTagsToResource", "rds:CreateEventSubscription"],
    read: ["rds:DescribeEventSubscriptions", "rds:ListTagsForResource"],
    update: [
      "rds:AddSourceIdentifierToSubscription",
      "rds:AddTagsToResource",
      "rds:ModifyEventSubscription",
      "rds:RemoveSourceIdentifierFromSubscription",
      "rds:RemoveTagsFromResource",
    ],
    delete: ["rds:DeleteEventSubscription"],
  },
  "aws:rds/instance:Instance": {
    create: [
      "rds:AddTagsToResource",
      "rds:CreateDBInstance",
      "rds:CreateDBInstanceReadReplica",
      "rds:ModifyDBInstance",
      "rds:RebootDBInstance",
      "rds:RestoreDBInstanceFromDBSnapshot",
      "rds:RestoreDBInstanceToPointInTime",
      "secretsmanager:CreateSecret",
      "secretsmanager:TagResource",
    ],
    read: [
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
      "rds:DescribeBlueGreenDeployments",
      "rds:DescribeDBInstances",
      "rds:DescribeDBSnapshots",
      "rds:ListTagsForResource",
    ],
    update: [
      "rds:AddTagsToResource",
      "rds:CreateBlueGreenDeployment",
      "rds:DeleteBlueGreenDeployment",
      "rds:ModifyDBInstance",
      "rds:PromoteReadReplica",
      "rds:RebootDBInstance",
      "rds:RemoveTagsFromResource",
      "rds:SwitchoverBlueGreenDeployment",
      "secretsmanager:RotateSecret",
      "secretsmanager:UpdateSecret",
    ],
    delete: ["rds:CreateDBSnapshot", "rds:DeleteDBInstance", "rds:ModifyDBInstance"],
    passesRoleTo: ["monitoring.rds.amazonaws.com"],
    serviceLinkedRoles: ["rds.amazonaws.com"],
  },
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": {
    create: ["rds:StartDBInstanceAutomatedBackupsReplication"],
    read: ["rds:DescribeDBInstanceAutomatedBackups", "rds:DescribeDBInstances"],
    update: [],
    delete: [
      "rds:DeleteDBInstanceAutomatedBackup",
      "rds:StopDBInstanceAutomatedBackupsReplication",
    ],
  },
  "aws:rds/parameterGroup:ParameterGroup": {
    create: ["rds:AddTagsToResource", "rds:CreateDBParameterGroup", "rds:ModifyDBParameterGroup"],
    read: ["rds:DescribeDBParameterGroups", "rds:DescribeDBParameters", "rds:ListTagsForResource"],
    update: [
      "rds:AddTagsToResource",
      "rds:ModifyDBParameterGroup",
      "rds:RemoveTagsFromResource",
      "rds:ResetDBParameterGroup",
    ],
    delete: ["rds:DeleteDBParameterGroup"],
  },
  "aws:rds/proxy:Proxy": {
    create: ["rds:AddTagsToResource", "rds:CreateDBProxy"],
    read: ["rds:DescribeDBProxies", "rds:ListTagsForResource"],
    update: ["rds:AddTagsToResource", "rds:ModifyDBProxy", "rds:RemoveTagsFromResource"],
    delete: ["rds:DeleteDBProxy"],
    passesRoleTo: ["rds.amazonaws.com"],
  },
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": {
    create: ["rds:ModifyDBProxyTargetGroup"],
    read: ["rds:DescribeDBProxyTargetGroups"],
    update: ["rds:ModifyDBProxyTargetGroup"],
    delete: [],
  },
  "aws:rds/proxyTarget:ProxyTarget": {
    create: ["rds:RegisterDBProxyTargets"],
    read: ["rds:DescribeDBProxyTargets"],
    update: [],
    delete: ["rds:DeregisterDBProxyTargets"],
  },
  "aws:rds/subnetGroup:SubnetGroup": {
    create: ["rds:AddTagsToResource", "rds:CreateDBSubnetGroup"],
    read: ["rds:DescribeDBSubnetGroups", "rds:ListTagsForResource"],
    update: ["rds:AddTagsToResource", "rds:ModifyDBSubnetGroup", "rds:RemoveTagsFromResource"],
    delete: ["rds:DeleteDBSubnetGroup"],
  },
};
