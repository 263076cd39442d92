import type { Mapping } from "../mapping";

const tagsAll = ["Tags", "tags"] as const;

/** Logs and notifications: `aws.cloudwatch.*`, `aws.route53.Resolver*`, `aws.sns.*`. */
export const observability: Readonly<Record<string, Mapping>> = {
  "aws:cloudwatch/logDelivery:LogDelivery": {
    schema: "AWS::Logs::Delivery",
    properties: {
      deliveryDestinationArn: "DeliveryDestinationArn",
      deliverySourceName: "DeliverySourceName",
      tagsAll,
    },
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    schema: "AWS::Logs::DeliveryDestination",
    properties: {
      "deliveryDestinationConfiguration.destinationResourceArn": "DestinationResourceArn",
      name: "Name",
      outputFormat: "OutputFormat",
      tagsAll,
    },
  },
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
    schema: "AWS::Logs::DeliverySource",
    properties: { logType: "LogType", name: "Name", resourceArn: "ResourceArn", tagsAll },
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    schema: "AWS::Logs::LogGroup",
    properties: {
      deletionProtectionEnabled: "DeletionProtectionEnabled",
      kmsKeyId: "KmsKeyId",
      name: "LogGroupName",
      retentionInDays: "RetentionInDays",
      tagsAll,
    },
    unmapped: { skipDestroy: "says what the provider does, not what AWS is told" },
  },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": {
    schema: "AWS::Logs::ResourcePolicy",
    properties: { policyDocument: "PolicyDocument", policyName: "PolicyName" },
  },
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": {
    schema: "AWS::Route53Resolver::ResolverQueryLoggingConfig",
    properties: { destinationArn: "DestinationArn", name: "Name", tagsAll },
  },
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": {
    schema: "AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation",
    properties: {
      resolverQueryLogConfigId: "ResolverQueryLogConfigId",
      resourceId: "ResourceId",
    },
  },
  "aws:sns/topic:Topic": {
    schema: "AWS::SNS::Topic",
    properties: {
      kmsMasterKeyId: "KmsMasterKeyId",
      name: "TopicName",
      signatureVersion: "SignatureVersion",
      tagsAll,
    },
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    schema: "AWS::SNS::TopicPolicy",
    properties: { arn: ["Topics", "list"], policy: ["PolicyDocument", "json"] },
  },
  "aws:sns/topicSubscription:TopicSubscription": {
    schema: "AWS::SNS::Subscription",
    properties: { endpoint: "Endpoint", protocol: "Protocol", topic: "TopicArn" },
  },
};
