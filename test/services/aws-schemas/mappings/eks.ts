import type { Mapping } from "../mapping";

const tagsAll = ["Tags", "tags"] as const;
const inEntry = "the schema has policies in the entry itself";

/** The cluster, its nodes and who may use it: `aws.eks.*`. */
export const eks: Readonly<Record<string, Mapping>> = {
  "aws:eks/accessEntry:AccessEntry": {
    schema: "AWS::EKS::AccessEntry",
    properties: {
      clusterName: "ClusterName",
      principalArn: "PrincipalArn",
      tagsAll,
      type: "Type",
    },
  },
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": {
    schema: "AWS::EKS::AccessEntry",
    partOf: "aws:eks/accessEntry:AccessEntry",
    properties: {
      "accessScope.type": "AccessPolicies[].AccessScope.Type",
      policyArn: "AccessPolicies[].PolicyArn",
    },
    elsewhere: ["ClusterName", "PrincipalArn"],
    unmapped: { clusterName: inEntry, principalArn: inEntry },
  },
  "aws:eks/addon:Addon": {
    schema: "AWS::EKS::Addon",
    properties: {
      addonName: "AddonName",
      addonVersion: "AddonVersion",
      clusterName: "ClusterName",
      configurationValues: "ConfigurationValues",
      "podIdentityAssociations[].roleArn": "PodIdentityAssociations[].RoleArn",
      "podIdentityAssociations[].serviceAccount": "PodIdentityAssociations[].ServiceAccount",
      resolveConflictsOnCreate: "ResolveConflicts",
      tagsAll,
    },
    also: [
      {
        schema: "AWS::EKS::Addon",
        properties: { resolveConflictsOnUpdate: "ResolveConflicts" },
        elsewhere: ["AddonName", "ClusterName"],
      },
    ],
  },
  "aws:eks/cluster:Cluster": {
    schema: "AWS::EKS::Cluster",
    properties: {
      "accessConfig.authenticationMode": "AccessConfig.AuthenticationMode",
      "accessConfig.bootstrapClusterCreatorAdminPermissions":
        "AccessConfig.BootstrapClusterCreatorAdminPermissions",
      bootstrapSelfManagedAddons: "BootstrapSelfManagedAddons",
      deletionProtection: "DeletionProtection",
      "enabledClusterLogTypes[]": "Logging.ClusterLogging.EnabledTypes[].Type",
      "encryptionConfig.provider.keyArn": "EncryptionConfig[].Provider.KeyArn",
      "encryptionConfig.resources": "EncryptionConfig[].Resources",
      name: "Name",
      roleArn: "RoleArn",
      tagsAll,
      "upgradePolicy.supportType": "UpgradePolicy.SupportType",
      version: "Version",
      "vpcConfig.endpointPrivateAccess": "ResourcesVpcConfig.EndpointPrivateAccess",
      "vpcConfig.endpointPublicAccess": "ResourcesVpcConfig.EndpointPublicAccess",
      "vpcConfig.subnetIds": "ResourcesVpcConfig.SubnetIds",
      "zonalShiftConfig.enabled": "ZonalShiftConfig.Enabled",
    },
  },
  "aws:eks/nodeGroup:NodeGroup": {
    schema: "AWS::EKS::Nodegroup",
    properties: {
      amiType: "AmiType",
      capacityType: "CapacityType",
      clusterName: "ClusterName",
      instanceTypes: "InstanceTypes",
      labels: "Labels",
      "launchTemplate.id": "LaunchTemplate.Id",
      "launchTemplate.version": "LaunchTemplate.Version",
      nodeGroupNamePrefix: "NodegroupName",
      "nodeRepairConfig.enabled": "NodeRepairConfig.Enabled",
      nodeRoleArn: "NodeRole",
      "scalingConfig.desiredSize": "ScalingConfig.DesiredSize",
      "scalingConfig.maxSize": "ScalingConfig.MaxSize",
      "scalingConfig.minSize": "ScalingConfig.MinSize",
      subnetIds: "Subnets",
      tagsAll: "Tags",
      taints: "Taints",
      "updateConfig.maxUnavailable": "UpdateConfig.MaxUnavailable",
    },
  },
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": {
    schema: "AWS::EKS::PodIdentityAssociation",
    properties: {
      clusterName: "ClusterName",
      namespace: "Namespace",
      roleArn: "RoleArn",
      serviceAccount: "ServiceAccount",
      tagsAll,
    },
  },
};
