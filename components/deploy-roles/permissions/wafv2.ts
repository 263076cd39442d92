import type { TypePermissions } from "../type-permissions";

/** Firewalls of web requests. */
export const wafv2: TypePermissions = {
  "aws:wafv2/webAcl:WebAcl": {
    create: ["wafv2:CreateWebACL", "wafv2:TagResource"],
    read: ["wafv2:GetWebACL", "wafv2:ListTagsForResource"],
    update: ["wafv2:TagResource", "wafv2:UntagResource", "wafv2:UpdateWebACL"],
    delete: ["wafv2:DeleteWebACL"],
  },
  "aws:wafv2/webAclAssociation:WebAclAssociation": {
    create: [
      "elasticloadbalancing:CreateWebACLAssociation",
      "elasticloadbalancing:SetWebAcl",
      "wafv2:AssociateWebACL",
    ],
    read: ["elasticloadbalancing:GetLoadBalancerWebACL", "wafv2:GetWebACLForResource"],
    update: [
      "elasticloadbalancing:CreateWebACLAssociation",
      "elasticloadbalancing:SetWebAcl",
      "wafv2:AssociateWebACL",
    ],
    delete: [
      "elasticloadbalancing:DeleteWebACLAssociation",
      "elasticloadbalancing:SetWebAcl",
      "wafv2:DisassociateWebACL",
    ],
  },
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": {
    create: ["logs:CreateLogDelivery", "logs:PutResourcePolicy", "wafv2:PutLoggingConfiguration"],
    read: [
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
      "wafv2:GetLoggingConfiguration",
    ],
    update: ["wafv2:PutLoggingConfiguration"],
    delete: ["logs:DeleteLogDelivery", "wafv2:DeleteLoggingConfiguration"],
    serviceLinkedRoles: ["wafv2.amazonaws.com"],
  },
  "aws:wafv2/webAclRule:WebAclRule": {
    create: ["wafv2:UpdateWebACL"],
    read: ["wafv2:GetWebACL"],
    update: ["wafv2:UpdateWebACL"],
    delete: ["wafv2:UpdateWebACL"],
  },
};
