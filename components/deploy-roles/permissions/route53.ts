import type { TypePermissions } from "../type-permissions";

/** Names, health checks and the logs of name queries. */
export const route53: TypePermissions = {
  "aws:route53/healthCheck:HealthCheck": {
    create: ["route53:ChangeTagsForResource", "route53:CreateHealthCheck"],
    read: ["route53:GetHealthCheck", "route53:ListTagsForResource"],
    update: ["route53:ChangeTagsForResource", "route53:UpdateHealthCheck"],
    delete: ["route53:DeleteHealthCheck"],
  },
  "aws:route53/record:Record": {
    create: ["route53:ChangeResourceRecordSets"],
    read: ["route53:GetChange", "route53:GetHostedZone", "route53:ListResourceRecordSets"],
    update: ["route53:ChangeResourceRecordSets"],
    delete: ["route53:ChangeResourceRecordSets"],
  },
  "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": {
    create: ["route53resolver:AssociateFirewallRuleGroup", "route53resolver:TagResource"],
    read: [
      "ec2:DescribeVpcs",
      "route53resolver:GetFirewallRuleGroupAssociation",
      "route53resolver:ListTagsForResource",
    ],
    update: [
      "route53resolver:TagResource",
      "route53resolver:UntagResource",
      "route53resolver:UpdateFirewallRuleGroupAssociation",
    ],
    delete: ["route53resolver:DisassociateFirewallRuleGroup"],
  },
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": {
    create: [
      "logs:CreateLogDelivery",
      "logs:PutResourcePolicy",
      "route53resolver:CreateResolverQueryLogConfig",
      "route53resolver:TagResource",
    ],
    read: [
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
      "route53resolver:GetResolverQueryLogConfig",
      "route53resolver:ListTagsForResource",
    ],
    update: ["route53resolver:TagResource", "route53resolver:UntagResource"],
    delete: ["logs:DeleteLogDelivery", "route53resolver:DeleteResolverQueryLogConfig"],
    serviceLinkedRoles: ["route53resolver.amazonaws.com"],
  },
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": {
    create: ["route53resolver:AssociateResolverQueryLogConfig"],
    read: ["ec2:DescribeVpcs", "route53resolver:GetResolverQueryLogConfigAssociation"],
    update: [],
    delete: ["route53resolver:DisassociateResolverQueryLogConfig"],
  },
};
