import type { Mapping } from "../mapping";

const webAcl = "AWS::WAFv2::WebACL";
const managed = "ManagedRuleGroupStatement";

/** The firewalls: `aws.wafv2.*`. */
export const wafv2: Readonly<Record<string, Mapping>> = {
  "aws:wafv2/webAcl:WebAcl": {
    schema: webAcl,
    properties: {
      "defaultAction.allow": "DefaultAction.Allow",
      description: "Description",
      name: "Name",
      scope: "Scope",
      tagsAll: ["Tags", "tags"],
      "visibilityConfig.cloudwatchMetricsEnabled": "VisibilityConfig.CloudWatchMetricsEnabled",
      "visibilityConfig.metricName": "VisibilityConfig.MetricName",
      "visibilityConfig.sampledRequestsEnabled": "VisibilityConfig.SampledRequestsEnabled",
    },
  },
  "aws:wafv2/webAclAssociation:WebAclAssociation": {
    schema: "AWS::WAFv2::WebACLAssociation",
    properties: { resourceArn: "ResourceArn", webAclArn: "WebACLArn" },
  },
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": {
    schema: "AWS::WAFv2::LoggingConfiguration",
    properties: {
      logDestinationConfigs: "LogDestinationConfigs",
      "redactedFields[].singleHeader.name": "RedactedFields[].SingleHeader.Name",
      resourceArn: "ResourceArn",
    },
  },
  "aws:wafv2/webAclRule:WebAclRule": {
    schema: webAcl,
    partOf: "aws:wafv2/webAcl:WebAcl",
    properties: {
      "action.block.customResponse.responseCode":
        "Rules[].Action.Block.CustomResponse.ResponseCode",
      "action.count": "Rules[].Action.Count",
      name: "Rules[].Name",
      "overrideAction.count": "Rules[].OverrideAction.Count",
      "overrideAction.none": "Rules[].OverrideAction.None",
      priority: "Rules[].Priority",
      "statement.managedRuleGroupStatement.name": `Rules[].Statement.${managed}.Name`,
      "statement.managedRuleGroupStatement.vendorName": `Rules[].Statement.${managed}.VendorName`,
      "statement.rateBasedStatement.aggregateKeyType":
        "Rules[].Statement.RateBasedStatement.AggregateKeyType",
      "statement.rateBasedStatement.evaluationWindowSec":
        "Rules[].Statement.RateBasedStatement.EvaluationWindowSec",
      "statement.rateBasedStatement.limit": "Rules[].Statement.RateBasedStatement.Limit",
      "visibilityConfig.cloudwatchMetricsEnabled":
        "Rules[].VisibilityConfig.CloudWatchMetricsEnabled",
      "visibilityConfig.metricName": "Rules[].VisibilityConfig.MetricName",
      "visibilityConfig.sampledRequestsEnabled": "Rules[].VisibilityConfig.SampledRequestsEnabled",
    },
    elsewhere: ["DefaultAction", "Scope", "VisibilityConfig"],
    unmapped: { webAclArn: "the schema has rules in the web ACL itself" },
  },
};
