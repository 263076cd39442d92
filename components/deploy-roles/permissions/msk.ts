import type { TypePermissions } from "../type-permissions";

/** The brokers. */
export const msk: TypePermissions = {
  "aws:msk/cluster:Cluster": {
    create: [
      "ec2:CreateTags",
      "kafka:CreateCluster",
      "kafka:TagResource",
      "logs:CreateLogDelivery",
      "logs:PutResourcePolicy",
    ],
    read: [
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
      "kafka:DescribeCluster",
      "kafka:DescribeClusterOperation",
      "kafka:DescribeClusterV2",
      "kafka:GetBootstrapBrokers",
      "kafka:ListTagsForResource",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
    ],
    update: [
      "kafka:TagResource",
      "kafka:UntagResource",
      "kafka:UpdateBrokerCount",
      "kafka:UpdateBrokerStorage",
      "kafka:UpdateBrokerType",
      "kafka:UpdateClusterConfiguration",
      "kafka:UpdateClusterKafkaVersion",
      "kafka:UpdateConnectivity",
      "kafka:UpdateMonitoring",
      "kafka:UpdateRebalancing",
      "kafka:UpdateSecurity",
      "kafka:UpdateStorage",
      "logs:CreateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:UpdateLogDelivery",
    ],
    delete: ["kafka:DeleteCluster", "logs:DeleteLogDelivery"],
    serviceLinkedRoles: ["kafka.amazonaws.com"],
  },
  "aws:msk/configuration:Configuration": {
    create: ["kafka:CreateConfiguration"],
    read: ["kafka:DescribeConfiguration", "kafka:DescribeConfigurationRevision"],
    update: ["kafka:UpdateConfiguration"],
    delete: ["kafka:DeleteConfiguration"],
  },
  "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation": {
    create: ["kafka:BatchAssociateScramSecret", "kms:RetireGrant"],
    read: ["kafka:ListScramSecrets"],
    update: [],
    delete: ["kafka:BatchDisassociateScramSecret", "kms:RetireGrant"],
  },
  "aws:msk/topic:Topic": {
    create: ["kafka-cluster:Connect", "kafka-cluster:CreateTopic", "kafka:CreateTopic"],
    read: [
      "kafka-cluster:DescribeTopic",
      "kafka-cluster:DescribeTopicDynamicConfiguration",
      "kafka:DescribeTopic",
    ],
    update: [
      "kafka-cluster:AlterTopic",
      "kafka-cluster:AlterTopicDynamicConfiguration",
      "kafka-cluster:Connect",
      "kafka:UpdateTopic",
    ],
    delete: ["kafka-cluster:Connect", "kafka-cluster:DeleteTopic", "kafka:DeleteTopic"],
  },
};
