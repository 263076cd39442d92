import type { Mapping } from "../mapping";

const tagsAll = ["Tags", "tags"] as const;
const providerOnly = "says what the provider does, not what AWS is told";

/** The type whose data have the node types of a region, and the engine versions. */
const ofRegion = { schema: "AWS::ElastiCache::CacheCluster", elsewhere: ["NumCacheNodes"] };

/** The cache: `aws.elasticache.*`. */
export const elasticache: Readonly<Record<string, Mapping>> = {
  "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup": {
    schema: "AWS::ElastiCache::GlobalReplicationGroup",
    properties: {
      automaticFailoverEnabled: "AutomaticFailoverEnabled",
      cacheNodeType: "CacheNodeType",
      engine: "Engine",
      engineVersion: "EngineVersion",
      globalReplicationGroupDescription: "GlobalReplicationGroupDescription",
      globalReplicationGroupIdSuffix: "GlobalReplicationGroupIdSuffix",
      numNodeGroups: "GlobalNodeGroupCount",
      primaryReplicationGroupId: "Members[].ReplicationGroupId",
    },
    also: [
      {
        ...ofRegion,
        properties: {
          cacheNodeType: "CacheNodeType",
          engine: "Engine",
          engineVersion: "EngineVersion",
        },
      },
    ],
  },
  "aws:elasticache/parameterGroup:ParameterGroup": {
    schema: "AWS::ElastiCache::ParameterGroup",
    properties: {
      description: "Description",
      family: "CacheParameterGroupFamily",
      parameters: ["Properties", "record"],
      tagsAll,
    },
    unmapped: { name: "the schema has it read-only: CloudFormation makes up the name" },
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    schema: "AWS::ElastiCache::ReplicationGroup",
    properties: {
      atRestEncryptionEnabled: "AtRestEncryptionEnabled",
      authTokenWo: "AuthToken",
      autoMinorVersionUpgrade: "AutoMinorVersionUpgrade",
      automaticFailoverEnabled: "AutomaticFailoverEnabled",
      description: "ReplicationGroupDescription",
      engine: "Engine",
      engineVersion: "EngineVersion",
      globalReplicationGroupId: "GlobalReplicationGroupId",
      kmsKeyId: "KmsKeyId",
      "logDeliveryConfigurations[].destination":
        "LogDeliveryConfigurations[].DestinationDetails.CloudWatchLogsDetails.LogGroup",
      "logDeliveryConfigurations[].destinationType": "LogDeliveryConfigurations[].DestinationType",
      "logDeliveryConfigurations[].logFormat": "LogDeliveryConfigurations[].LogFormat",
      "logDeliveryConfigurations[].logType": "LogDeliveryConfigurations[].LogType",
      maintenanceWindow: "PreferredMaintenanceWindow",
      multiAzEnabled: "MultiAZEnabled",
      nodeType: "CacheNodeType",
      numNodeGroups: "NumNodeGroups",
      parameterGroupName: "CacheParameterGroupName",
      port: "Port",
      replicasPerNodeGroup: "ReplicasPerNodeGroup",
      replicationGroupId: "ReplicationGroupId",
      securityGroupIds: "SecurityGroupIds",
      snapshotRetentionLimit: "SnapshotRetentionLimit",
      snapshotWindow: "SnapshotWindow",
      subnetGroupName: "CacheSubnetGroupName",
      tagsAll,
      transitEncryptionEnabled: "TransitEncryptionEnabled",
      transitEncryptionMode: "TransitEncryptionMode",
    },
    unmapped: {
      applyImmediately: "the schema has no such property: CloudFormation always does",
      authTokenUpdateStrategy: providerOnly,
      authTokenWoVersion: providerOnly,
      finalSnapshotIdentifier:
        "the schema has no final snapshot: a template asks for one by DeletionPolicy",
    },
    also: [
      {
        ...ofRegion,
        where: "nodeType",
        properties: {
          engine: "Engine",
          engineVersion: "EngineVersion",
          nodeType: "CacheNodeType",
        },
      },
    ],
  },
  "aws:elasticache/subnetGroup:SubnetGroup": {
    schema: "AWS::ElastiCache::SubnetGroup",
    properties: {
      description: "Description",
      name: "CacheSubnetGroupName",
      subnetIds: "SubnetIds",
      tagsAll,
    },
  },
};
