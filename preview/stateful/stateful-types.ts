/** A type whose resources hold what cannot be made again. */
export interface StatefulType {
  /** What goes with such a resource, as the end of "which loses ...". */
  readonly lost: string;
  /**
   * The properties that AWS's schema of the type calls create-only, each with the input it is in Pulumi;
   * undefined where Pulumi has none. Held against the schemas by `npm run test:services`.
   *
   * @default {}
   */
  readonly createOnly?: Readonly<Record<string, string | undefined>>;
  /**
   * Inputs whose change the provider answers with a new resource, where the schema does not say so: from the
   * provider's own schemas (`ForceNew`).
   *
   * @default []
   */
  readonly replacedByProvider?: readonly string[];
  /**
   * Whether such a resource is in no region of AWS.
   *
   * @default false
   */
  readonly global?: boolean;
}

const addresses = {
  Ipv4IpamPoolId: "ipv4IpamPoolId",
  Ipv4NetmaskLength: "ipv4NetmaskLength",
};
const generated = "the value in use, and whatever was encrypted or signed with it";

/** The types whose resources must never be replaced unnoticed. */
export const statefulTypes: Readonly<Record<string, StatefulType>> = {
  "aws:cloudfront/distribution:Distribution": {
    lost: "the domain name that records point to, and what is cached",
    replacedByProvider: ["staging"],
    global: true,
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    lost: "the logs",
    createOnly: { LogGroupName: "name" },
    replacedByProvider: ["logGroupClass", "namePrefix"],
  },
  "aws:ec2/eip:Eip": {
    lost: "the address that others know and let in",
    createOnly: {
      Address: "address",
      IpamPoolId: "ipamPoolId",
      NetworkBorderGroup: "networkBorderGroup",
      TransferAddress: undefined,
    },
    replacedByProvider: ["customerOwnedIpv4Pool", "domain", "publicIpv4Pool"],
  },
  "aws:ec2/subnet:Subnet": {
    lost: "everything that stands in it",
    createOnly: {
      ...addresses,
      AvailabilityZone: "availabilityZone",
      AvailabilityZoneId: "availabilityZoneId",
      CidrBlock: "cidrBlock",
      Ipv6IpamPoolId: "ipv6IpamPoolId",
      Ipv6Native: "ipv6Native",
      Ipv6NetmaskLength: "ipv6NetmaskLength",
      OutpostArn: "outpostArn",
      VpcId: "vpcId",
    },
  },
  "aws:ec2/vpc:Vpc": {
    lost: "everything that stands in it",
    createOnly: { ...addresses, CidrBlock: "cidrBlock", VpcEncryptionControl: undefined },
  },
  "aws:ecr/repository:Repository": {
    lost: "the images, of those that run as well",
    createOnly: {
      EncryptionConfiguration: "encryptionConfigurations",
      "EncryptionConfiguration.EncryptionType": "encryptionConfigurations",
      "EncryptionConfiguration.KmsKey": "encryptionConfigurations",
      RepositoryName: "name",
    },
  },
  "aws:eks/cluster:Cluster": {
    lost: "every object in it, and the address and certificate authority that its clients know",
    createOnly: {
      "AccessConfig.BootstrapClusterCreatorAdminPermissions":
        "accessConfig.bootstrapClusterCreatorAdminPermissions",
      BootstrapSelfManagedAddons: "bootstrapSelfManagedAddons",
      EncryptionConfig: "encryptionConfig",
      "KubernetesNetworkConfig.IpFamily": "kubernetesNetworkConfig.ipFamily",
      "KubernetesNetworkConfig.ServiceIpv4Cidr": "kubernetesNetworkConfig.serviceIpv4Cidr",
      Name: "name",
      OutpostConfig: "outpostConfig",
      RoleArn: "roleArn",
    },
    replacedByProvider: ["remoteNetworkConfig"],
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    lost: "what is cached, and the automatic snapshots of it",
    createOnly: {
      AtRestEncryptionEnabled: "atRestEncryptionEnabled",
      CacheSubnetGroupName: "subnetGroupName",
      DataTieringEnabled: "dataTieringEnabled",
      GlobalReplicationGroupId: "globalReplicationGroupId",
      KmsKeyId: "kmsKeyId",
      NetworkType: "networkType",
      Port: "port",
      PreferredCacheClusterAZs: "preferredCacheClusterAzs",
      ReplicationGroupId: "replicationGroupId",
      SnapshotArns: "snapshotArns",
      SnapshotName: "snapshotName",
    },
    replacedByProvider: ["nodeGroupConfigurations", "securityGroupNames"],
  },
  "aws:kms/key:Key": {
    lost: "the only way to read what it encrypted",
    replacedByProvider: [
      "customKeyStoreId",
      "customerMasterKeySpec",
      "keyUsage",
      "multiRegion",
      "xksKeyId",
    ],
  },
  "aws:kms/replicaKey:ReplicaKey": {
    lost: "the only way to read what it encrypted",
    createOnly: { PrimaryKeyArn: "primaryKeyArn" },
  },
  "aws:lb/loadBalancer:LoadBalancer": {
    lost: "the domain name that records point to, and every open connection",
    createOnly: { Name: "name", Scheme: "internal", Type: "loadBalancerType" },
    replacedByProvider: ["customerOwnedIpv4Pool", "namePrefix"],
  },
  "aws:msk/cluster:Cluster": {
    lost: "the messages, and how far each consumer has read them",
    createOnly: {
      "BrokerNodeGroupInfo.BrokerAZDistribution": "brokerNodeGroupInfo.azDistribution",
      "BrokerNodeGroupInfo.ClientSubnets": "brokerNodeGroupInfo.clientSubnets",
      "BrokerNodeGroupInfo.SecurityGroups": "brokerNodeGroupInfo.securityGroups",
      ClusterName: "clusterName",
      "EncryptionInfo.EncryptionAtRest": "encryptionInfo.encryptionAtRestKmsKeyArn",
      "EncryptionInfo.EncryptionInTransit.InCluster":
        "encryptionInfo.encryptionInTransit.inCluster",
    },
  },
  "aws:rds/instance:Instance": {
    lost: "the database",
    createOnly: {
      BackupTarget: "backupTarget",
      CharacterSetName: "characterSetName",
      CustomIAMInstanceProfile: "customIamInstanceProfile",
      DBClusterIdentifier: undefined,
      DBInstanceIdentifier: "identifier",
      DBName: "dbName",
      DBSubnetGroupName: "dbSubnetGroupName",
      DBSystemId: undefined,
      KmsKeyId: "kmsKeyId",
      MasterUsername: "username",
      NcharCharacterSetName: "ncharCharacterSetName",
      SourceRegion: undefined,
      StorageEncrypted: "storageEncrypted",
      Timezone: "timezone",
    },
    replacedByProvider: [
      "availabilityZone",
      "engine",
      "identifierPrefix",
      "restoreToPointInTime",
      "s3Import",
      "snapshotIdentifier",
    ],
  },
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": {
    lost: "the copies of the backups in the other region",
    replacedByProvider: ["kmsKeyId", "retentionPeriod", "sourceDbInstanceArn"],
  },
  "aws:route53/zone:Zone": {
    lost: "every name in it, and the name servers that the registrar was told",
    createOnly: { DelegationSetId: "delegationSetId", Name: "name" },
    global: true,
  },
  "aws:s3/bucket:Bucket": {
    lost: "the objects",
    createOnly: {
      BucketName: "bucket",
      BucketNamePrefix: "bucketPrefix",
      BucketNamespace: "bucketNamespace",
    },
    replacedByProvider: ["objectLockEnabled"],
  },
  "aws:secretsmanager/secret:Secret": {
    lost: "its values and the ARN that services know",
    createOnly: { Name: "name" },
    replacedByProvider: ["namePrefix"],
  },
  "kubernetes:core/v1:Namespace": {
    lost: "everything in it",
    replacedByProvider: ["metadata.name"],
  },
  "random:index/randomBytes:RandomBytes": {
    lost: generated,
    replacedByProvider: ["keepers", "length"],
  },
  "random:index/randomPassword:RandomPassword": {
    lost: generated,
    replacedByProvider: [
      ...["keepers", "length", "lower", "minLower", "minNumeric", "minSpecial", "minUpper"],
      ...["number", "numeric", "overrideSpecial", "special", "upper"],
    ],
  },
};

/** The inputs of a stateful type whose change makes a new resource. */
export function replacingInputs(type: string): readonly string[] {
  const { createOnly = {}, replacedByProvider = [], global = false } = statefulTypes[type] ?? {};
  const inputs = Object.values(createOnly).filter((input) => input !== undefined);
  const region = type.startsWith("aws:") && !global ? ["region"] : [];
  return [...new Set([...inputs, ...replacedByProvider, ...region])].sort();
}
