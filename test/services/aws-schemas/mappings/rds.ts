import type { Mapping } from "../mapping";

const tagsAll = ["Tags", "tags"] as const;
const finalSnapshot = "the schema has no final snapshot: a template asks for one by DeletionPolicy";

/** The database: `aws.rds.*`. */
export const rds: Readonly<Record<string, Mapping>> = {
  "aws:rds/eventSubscription:EventSubscription": {
    schema: "AWS::RDS::EventSubscription",
    properties: {
      eventCategories: "EventCategories",
      name: "SubscriptionName",
      snsTopic: "SnsTopicArn",
      sourceIds: "SourceIds",
      sourceType: "SourceType",
      tagsAll,
    },
  },
  "aws:rds/instance:Instance": {
    schema: "AWS::RDS::DBInstance",
    properties: {
      allocatedStorage: "AllocatedStorage",
      allowMajorVersionUpgrade: "AllowMajorVersionUpgrade",
      applyImmediately: "ApplyImmediately",
      autoMinorVersionUpgrade: "AutoMinorVersionUpgrade",
      backupRetentionPeriod: "BackupRetentionPeriod",
      backupWindow: "PreferredBackupWindow",
      caCertIdentifier: "CACertificateIdentifier",
      copyTagsToSnapshot: "CopyTagsToSnapshot",
      databaseInsightsMode: "DatabaseInsightsMode",
      dbName: "DBName",
      dbSubnetGroupName: "DBSubnetGroupName",
      dedicatedLogVolume: "DedicatedLogVolume",
      deleteAutomatedBackups: "DeleteAutomatedBackups",
      deletionProtection: "DeletionProtection",
      enabledCloudwatchLogsExports: "EnableCloudwatchLogsExports",
      engine: "Engine",
      engineLifecycleSupport: "EngineLifecycleSupport",
      engineVersion: "EngineVersion",
      iamDatabaseAuthenticationEnabled: "EnableIAMDatabaseAuthentication",
      identifier: "DBInstanceIdentifier",
      instanceClass: "DBInstanceClass",
      iops: "Iops",
      kmsKeyId: "KmsKeyId",
      maintenanceWindow: "PreferredMaintenanceWindow",
      manageMasterUserPassword: "ManageMasterUserPassword",
      masterUserSecretKmsKeyId: "MasterUserSecret.KmsKeyId",
      maxAllocatedStorage: "MaxAllocatedStorage",
      monitoringInterval: "MonitoringInterval",
      monitoringRoleArn: "MonitoringRoleArn",
      multiAz: "MultiAZ",
      parameterGroupName: "DBParameterGroupName",
      passwordWo: "MasterUserPassword",
      performanceInsightsEnabled: "EnablePerformanceInsights",
      performanceInsightsKmsKeyId: "PerformanceInsightsKMSKeyId",
      performanceInsightsRetentionPeriod: "PerformanceInsightsRetentionPeriod",
      port: "Port",
      publiclyAccessible: "PubliclyAccessible",
      replicateSourceDb: "SourceDBInstanceIdentifier",
      storageEncrypted: "StorageEncrypted",
      storageType: "StorageType",
      tagsAll,
      username: "MasterUsername",
      vpcSecurityGroupIds: "VPCSecurityGroups",
    },
    unmapped: {
      finalSnapshotIdentifier: finalSnapshot,
      passwordWoVersion: "says what the provider does, not what AWS is told",
      skipFinalSnapshot: finalSnapshot,
    },
    // A replica does not say its engine, by which cfn-lint knows the classes.
    also: [
      {
        schema: "AWS::RDS::DBInstance",
        where: "replicateSourceDb",
        properties: { instanceClass: "DBInstanceClass" },
        constant: { Engine: "postgres" },
      },
    ],
  },
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": {
    schema: "AWS::RDS::DBInstance",
    partOf: "aws:rds/instance:Instance",
    properties: {
      kmsKeyId: "AutomaticBackupReplicationKmsKeyId",
      region: "AutomaticBackupReplicationRegion",
      retentionPeriod: "AutomaticBackupReplicationRetentionPeriod",
    },
    unmapped: { sourceDbInstanceArn: "the schema has the replication in the instance itself" },
  },
  "aws:rds/parameterGroup:ParameterGroup": {
    schema: "AWS::RDS::DBParameterGroup",
    properties: {
      description: "Description",
      family: "Family",
      name: "DBParameterGroupName",
      parameters: ["Parameters", "record"],
      tagsAll,
    },
    unmapped: {
      "parameters[].applyMethod": "the schema has no method: CloudFormation finds it by itself",
    },
  },
  "aws:rds/subnetGroup:SubnetGroup": {
    schema: "AWS::RDS::DBSubnetGroup",
    properties: {
      description: "DBSubnetGroupDescription",
      name: "DBSubnetGroupName",
      subnetIds: "SubnetIds",
      tagsAll,
    },
  },
};
