import type { TypePermissions } from "../type-permissions";

/** Load balancers. */
export const lb: TypePermissions = {
  "aws:lb/listener:Listener": {
    create: [
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:CreateListener",
      "elasticloadbalancing:ModifyListenerAttributes",
    ],
    read: [
      "elasticloadbalancing:DescribeListenerAttributes",
      "elasticloadbalancing:DescribeListeners",
      "elasticloadbalancing:DescribeTags",
    ],
    update: [
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:ModifyListener",
      "elasticloadbalancing:ModifyListenerAttributes",
      "elasticloadbalancing:RemoveTags",
    ],
    delete: ["elasticloadbalancing:DeleteListener"],
  },
  "aws:lb/listenerRule:ListenerRule": {
    create: ["elasticloadbalancing:AddTags", "elasticloadbalancing:CreateRule"],
    read: ["elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeTags"],
    update: [
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:ModifyRule",
      "elasticloadbalancing:RemoveTags",
      "elasticloadbalancing:SetRulePriorities",
    ],
    delete: ["elasticloadbalancing:DeleteRule"],
  },
  "aws:lb/loadBalancer:LoadBalancer": {
    create: [
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:CreateLoadBalancer",
      "elasticloadbalancing:ModifyLoadBalancerAttributes",
    ],
    read: [
      "ec2:DescribeAccountAttributes",
      "ec2:DescribeAddresses",
      "ec2:DescribeInternetGateways",
      "ec2:DescribeNetworkInterfaces",
      "elasticloadbalancing:DescribeCapacityReservation",
      "elasticloadbalancing:DescribeLoadBalancerAttributes",
      "elasticloadbalancing:DescribeLoadBalancers",
      "elasticloadbalancing:DescribeTags",
    ],
    update: [
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:ModifyLoadBalancerAttributes",
      "elasticloadbalancing:RemoveTags",
      "elasticloadbalancing:SetIpAddressType",
      "elasticloadbalancing:SetSecurityGroups",
      "elasticloadbalancing:SetSubnets",
    ],
    delete: ["elasticloadbalancing:DeleteLoadBalancer"],
    serviceLinkedRoles: ["elasticloadbalancing.amazonaws.com"],
  },
  "aws:lb/targetGroup:TargetGroup": {
    create: [
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:CreateTargetGroup",
      "elasticloadbalancing:ModifyTargetGroupAttributes",
    ],
    read: [
      "elasticloadbalancing:DescribeTags",
      "elasticloadbalancing:DescribeTargetGroupAttributes",
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth",
    ],
    update: [
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:ModifyTargetGroup",
      "elasticloadbalancing:ModifyTargetGroupAttributes",
      "elasticloadbalancing:RemoveTags",
    ],
    delete: ["elasticloadbalancing:DeleteTargetGroup"],
  },
};
