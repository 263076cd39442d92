import type { TypePermissions } from "../type-permissions";

/** The cache. */
export const elasticache: TypePermissions = {
  "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup": {
    create: ["elasticache:CreateGlobalReplicationGroup"],
    read: ["elasticache:DescribeGlobalReplicationGroups", "elasticache:DescribeReplicationGroups"],
    update: [
      "elasticache:DecreaseNodeGroupsInGlobalReplicationGroup",
      "elasticache:IncreaseNodeGroupsInGlobalReplicationGroup",
      "elasticache:ModifyGlobalReplicationGroup",
    ],
    delete: [
      "elasticache:DeleteGlobalReplicationGroup",
      "elasticache:DisassociateGlobalReplicationGroup",
    ],
  },
  "aws:elasticache/parameterGroup:ParameterGroup": {
    create: [
      "elasticache:AddTagsToResource",
      "elasticache:CreateCacheParameterGroup",
      "elasticache:ModifyCacheParameterGroup",
    ],
    read: [
      "elasticache:DescribeCacheParameterGroups",
      "elasticache:DescribeCacheParameters",
      "elasticache:ListTagsForResource",
    ],
    update: [
      "elasticache:AddTagsToResource",
      "elasticache:ModifyCacheParameterGroup",
      "elasticache:RemoveTagsFromResource",
      "elasticache:ResetCacheParameterGroup",
    ],
    delete: ["elasticache:DeleteCacheParameterGroup"],
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    create: [
      "elasticache:AddTagsToResource",
      "elasticache:CreateReplicationGroup",
      "elasticache:ModifyReplicationGroup",
      "logs:CreateLogDelivery",
      "logs:PutResourcePolicy",
    ],
    read: [
      "elasticache:DescribeCacheClusters",
      "elasticache:DescribeReplicationGroups",
      "elasticache:ListTagsForResource",
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
    ],
    update: [
      "elasticache:AddTagsToResource",
      "elasticache:DecreaseReplicaCount",
      "elasticache:IncreaseReplicaCount",
      "elasticache:ModifyReplicationGroup",
      "elasticache:ModifyReplicationGroupShardConfiguration",
      "elasticache:RemoveTagsFromResource",
      "logs:CreateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:UpdateLogDelivery",
    ],
    delete: [
      "elasticache:CreateSnapshot",
      "elasticache:DeleteReplicationGroup",
      "elasticache:DisassociateGlobalReplicationGroup",
      "logs:DeleteLogDelivery",
    ],
    serviceLinkedRoles: ["elasticache.amazonaws.com"],
  },
  "aws:elasticache/subnetGroup:SubnetGroup": {
    create: ["elasticache:AddTagsToResource", "elasticache:CreateCacheSubnetGroup"],
    read: ["elasticache:DescribeCacheSubnetGroups", "elasticache:ListTagsForResource"],
    update: [
      "elasticache:AddTagsToResource",
      "elasticache:ModifyCacheSubnetGroup",
      "elasticache:RemoveTagsFromResource",
    ],
    delete: ["elasticache:DeleteCacheSubnetGroup"],
  },
  "aws:elasticache/user:User": {
    create: ["elasticache:AddTagsToResource", "elasticache:CreateUser"],
    read: ["elasticache:DescribeUsers", "elasticache:ListTagsForResource"],
    update: [
      "elasticache:AddTagsToResource",
      "elasticache:ModifyUser",
      "elasticache:RemoveTagsFromResource",
    ],
    delete: ["elasticache:DeleteUser"],
  },
  "aws:elasticache/userGroup:UserGroup": {
    create: ["elasticache:AddTagsToResource", "elasticache:CreateUserGroup"],
    read: ["elasticache:DescribeUserGroups", "elasticache:ListTagsForResource"],
    update: [
      "elasticache:AddTagsToResource",
      "elasticache:ModifyUserGroup",
      "elasticache:RemoveTagsFromResource",
    ],
    delete: ["elasticache:DeleteUserGroup"],
  },
};
