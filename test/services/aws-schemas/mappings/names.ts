import type { Mapping } from "../mapping";

/** Certificates and names: `aws.acm.*`, `aws.route53.*` but for its resolver. */
export const names: Readonly<Record<string, Mapping>> = {
  "aws:acm/certificate:Certificate": {
    schema: "AWS::CertificateManager::Certificate",
    properties: {
      domainName: "DomainName",
      subjectAlternativeNames: "SubjectAlternativeNames",
      tagsAll: ["Tags", "tags"],
      validationMethod: "ValidationMethod",
    },
  },
  "aws:acm/certificateValidation:CertificateValidation": {
    schema: "AWS::CertificateManager::Certificate",
    partOf: "aws:acm/certificate:Certificate",
    properties: {},
    elsewhere: ["DomainName"],
    unmapped: {
      certificateArn: "says what the provider waits for, AWS is told nothing",
      validationRecordFqdns: "says what the provider waits for, AWS is told nothing",
    },
  },
  "aws:route53/healthCheck:HealthCheck": {
    schema: "AWS::Route53::HealthCheck",
    properties: {
      enableSni: "HealthCheckConfig.EnableSNI",
      failureThreshold: "HealthCheckConfig.FailureThreshold",
      fqdn: "HealthCheckConfig.FullyQualifiedDomainName",
      port: "HealthCheckConfig.Port",
      requestInterval: "HealthCheckConfig.RequestInterval",
      resourcePath: "HealthCheckConfig.ResourcePath",
      tagsAll: ["HealthCheckTags", "tags"],
      type: "HealthCheckConfig.Type",
    },
  },
  "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec": {
    schema: "AWS::Route53::DNSSEC",
    properties: { hostedZoneId: "HostedZoneId" },
    unmapped: { signingStatus: "the schema has zones that are signed, and no others" },
  },
  "aws:route53/keySigningKey:KeySigningKey": {
    schema: "AWS::Route53::KeySigningKey",
    properties: {
      hostedZoneId: "HostedZoneId",
      keyManagementServiceArn: "KeyManagementServiceArn",
      name: "Name",
    },
    constant: { Status: "ACTIVE" },
  },
  "aws:route53/queryLog:QueryLog": {
    schema: "AWS::Route53::HostedZone",
    partOf: "aws:route53/zone:Zone",
    properties: { cloudwatchLogGroupArn: "QueryLoggingConfig.CloudWatchLogsLogGroupArn" },
    unmapped: { zoneId: "the schema has the log in the zone itself" },
  },
  "aws:route53/record:Record": {
    schema: "AWS::Route53::RecordSet",
    properties: {
      "aliases[].evaluateTargetHealth": "AliasTarget.EvaluateTargetHealth",
      "aliases[].name": "AliasTarget.DNSName",
      "aliases[].zoneId": "AliasTarget.HostedZoneId",
      "failoverRoutingPolicies[].type": "Failover",
      healthCheckId: "HealthCheckId",
      name: "Name",
      records: "ResourceRecords",
      setIdentifier: "SetIdentifier",
      ttl: "TTL",
      type: "Type",
      zoneId: "HostedZoneId",
    },
  },
  "aws:route53/zone:Zone": {
    schema: "AWS::Route53::HostedZone",
    properties: {
      comment: "HostedZoneConfig.Comment",
      name: "Name",
      tagsAll: ["HostedZoneTags", "tags"],
    },
  },
};
