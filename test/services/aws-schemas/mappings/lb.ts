import type { Mapping } from "../mapping";

const tagsAll = ["Tags", "tags"] as const;
const attribute = "the schema takes attributes of any name and value";

/** The load balancer and what it passes on: `aws.lb.*`. */
export const lb: Readonly<Record<string, Mapping>> = {
  "aws:lb/listener:Listener": {
    schema: "AWS::ElasticLoadBalancingV2::Listener",
    properties: {
      certificateArn: "Certificates[].CertificateArn",
      "defaultActions[].fixedResponse.contentType":
        "DefaultActions[].FixedResponseConfig.ContentType",
      "defaultActions[].fixedResponse.messageBody":
        "DefaultActions[].FixedResponseConfig.MessageBody",
      "defaultActions[].fixedResponse.statusCode":
        "DefaultActions[].FixedResponseConfig.StatusCode",
      "defaultActions[].redirect.port": "DefaultActions[].RedirectConfig.Port",
      "defaultActions[].redirect.protocol": "DefaultActions[].RedirectConfig.Protocol",
      "defaultActions[].redirect.statusCode": "DefaultActions[].RedirectConfig.StatusCode",
      "defaultActions[].type": "DefaultActions[].Type",
      loadBalancerArn: "LoadBalancerArn",
      port: "Port",
      protocol: "Protocol",
      sslPolicy: "SslPolicy",
      tagsAll,
    },
    unmapped: {
      routingHttpResponseServerEnabled: attribute,
      routingHttpResponseStrictTransportSecurityHeaderValue: attribute,
      routingHttpResponseXContentTypeOptionsHeaderValue: attribute,
      routingHttpResponseXFrameOptionsHeaderValue: attribute,
    },
  },
  "aws:lb/listenerRule:ListenerRule": {
    schema: "AWS::ElasticLoadBalancingV2::ListenerRule",
    properties: {
      "actions[].targetGroupArn": "Actions[].TargetGroupArn",
      "actions[].type": "Actions[].Type",
      "conditions[].hostHeader.values": "Conditions[].HostHeaderConfig.Values",
      listenerArn: "ListenerArn",
      priority: "Priority",
      tagsAll,
    },
    constant: { Conditions: [{ Field: "host-header" }] },
  },
  "aws:lb/loadBalancer:LoadBalancer": {
    schema: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    properties: {
      internal: ["Scheme", "scheme"],
      ipAddressType: "IpAddressType",
      loadBalancerType: "Type",
      name: "Name",
      securityGroups: "SecurityGroups",
      subnets: "Subnets",
      tagsAll,
    },
    unmapped: {
      accessLogs: attribute,
      connectionLogs: attribute,
      desyncMitigationMode: attribute,
      dropInvalidHeaderFields: attribute,
      enableDeletionProtection: attribute,
      enableHttp2: attribute,
      enableWafFailOpen: attribute,
      enableZonalShift: attribute,
      idleTimeout: attribute,
      xffHeaderProcessingMode: attribute,
    },
  },
  "aws:lb/targetGroup:TargetGroup": {
    schema: "AWS::ElasticLoadBalancingV2::TargetGroup",
    properties: {
      "healthCheck.enabled": "HealthCheckEnabled",
      "healthCheck.healthyThreshold": "HealthyThresholdCount",
      "healthCheck.interval": "HealthCheckIntervalSeconds",
      "healthCheck.matcher": "Matcher.HttpCode",
      "healthCheck.path": "HealthCheckPath",
      "healthCheck.port": "HealthCheckPort",
      "healthCheck.protocol": "HealthCheckProtocol",
      "healthCheck.timeout": "HealthCheckTimeoutSeconds",
      "healthCheck.unhealthyThreshold": "UnhealthyThresholdCount",
      ipAddressType: "IpAddressType",
      name: "Name",
      port: "Port",
      protocol: "Protocol",
      protocolVersion: "ProtocolVersion",
      tagsAll,
      targetType: "TargetType",
      vpcId: "VpcId",
    },
    unmapped: { deregistrationDelay: attribute, stickiness: attribute },
  },
};
