import type { Mapping } from "../mapping";

const node = "BrokerNodeGroupInfo";

/** The brokers and the growth of their volumes: `aws.msk.*`, `aws.appautoscaling.*`. */
export const msk: Readonly<Record<string, Mapping>> = {
  "aws:appautoscaling/policy:Policy": {
    schema: "AWS::ApplicationAutoScaling::ScalingPolicy",
    properties: {
      name: "PolicyName",
      policyType: "PolicyType",
      resourceId: "ResourceId",
      scalableDimension: "ScalableDimension",
      serviceNamespace: "ServiceNamespace",
      "targetTrackingScalingPolicyConfiguration.disableScaleIn":
        "TargetTrackingScalingPolicyConfiguration.DisableScaleIn",
      "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType":
        "TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType",
      "targetTrackingScalingPolicyConfiguration.targetValue":
        "TargetTrackingScalingPolicyConfiguration.TargetValue",
    },
  },
  "aws:appautoscaling/target:Target": {
    schema: "AWS::ApplicationAutoScaling::ScalableTarget",
    properties: {
      maxCapacity: "MaxCapacity",
      minCapacity: "MinCapacity",
      resourceId: "ResourceId",
      scalableDimension: "ScalableDimension",
      serviceNamespace: "ServiceNamespace",
      tagsAll: ["Tags", "tags"],
    },
  },
  "aws:msk/cluster:Cluster": {
    schema: "AWS::MSK::Cluster",
    properties: {
      "brokerNodeGroupInfo.clientSubnets": `${node}.ClientSubnets`,
      "brokerNodeGroupInfo.connectivityInfo.publicAccess.type": `${node}.ConnectivityInfo.PublicAccess.Type`,
      "brokerNodeGroupInfo.instanceType": `${node}.InstanceType`,
      "brokerNodeGroupInfo.securityGroups": `${node}.SecurityGroups`,
      "brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize": `${node}.StorageInfo.EBSStorageInfo.VolumeSize`,
      "clientAuthentication.sasl.iam": "ClientAuthentication.Sasl.Iam.Enabled",
      "clientAuthentication.sasl.scram": "ClientAuthentication.Sasl.Scram.Enabled",
      "clientAuthentication.unauthenticated": "ClientAuthentication.Unauthenticated.Enabled",
      clusterName: "ClusterName",
      "configurationInfo.arn": "ConfigurationInfo.Arn",
      "configurationInfo.revision": "ConfigurationInfo.Revision",
      "encryptionInfo.encryptionAtRestKmsKeyArn":
        "EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId",
      "encryptionInfo.encryptionInTransit.clientBroker":
        "EncryptionInfo.EncryptionInTransit.ClientBroker",
      "encryptionInfo.encryptionInTransit.inCluster":
        "EncryptionInfo.EncryptionInTransit.InCluster",
      enhancedMonitoring: "EnhancedMonitoring",
      kafkaVersion: "KafkaVersion",
      "loggingInfo.brokerLogs.cloudwatchLogs.enabled":
        "LoggingInfo.BrokerLogs.CloudWatchLogs.Enabled",
      "loggingInfo.brokerLogs.cloudwatchLogs.logGroup":
        "LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup",
      numberOfBrokerNodes: "NumberOfBrokerNodes",
      "openMonitoring.prometheus.jmxExporter.enabledInBroker":
        "OpenMonitoring.Prometheus.JmxExporter.EnabledInBroker",
      "openMonitoring.prometheus.nodeExporter.enabledInBroker":
        "OpenMonitoring.Prometheus.NodeExporter.EnabledInBroker",
      tagsAll: "Tags",
    },
    // No data says which Kafka versions and broker sizes there are; a broker at least runs on a machine of the region.
    also: [
      {
        schema: "AWS::EC2::Instance",
        properties: { "brokerNodeGroupInfo.instanceType": ["InstanceType", "machine"] },
        elsewhere: ["ImageId"],
      },
    ],
  },
  "aws:msk/configuration:Configuration": {
    schema: "AWS::MSK::Configuration",
    properties: {
      description: "Description",
      name: "Name",
      serverProperties: "ServerProperties",
    },
  },
};
