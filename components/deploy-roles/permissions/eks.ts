import type { TypePermissions } from "../type-permissions";

/** The Kubernetes cluster. */
export const eks: TypePermissions = {
  "aws:eks/accessEntry:AccessEntry": {
    create: ["eks:CreateAccessEntry", "eks:TagResource"],
    read: ["eks:DescribeAccessEntry", "eks:ListTagsForResource"],
    update: ["eks:TagResource", "eks:UntagResource", "eks:UpdateAccessEntry"],
    delete: ["eks:DeleteAccessEntry"],
  },
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": {
    create: ["eks:AssociateAccessPolicy"],
    read: ["eks:ListAssociatedAccessPolicies"],
    update: [],
    delete: ["eks:DisassociateAccessPolicy"],
  },
  "aws:eks/addon:Addon": {
    create: ["eks:CreateAddon", "eks:CreatePodIdentityAssociation", "eks:TagResource"],
    read: [
      "eks:DescribeAddon",
      "eks:DescribePodIdentityAssociation",
      "eks:DescribeUpdate",
      "eks:ListTagsForResource",
    ],
    update: [
      "eks:CreatePodIdentityAssociation",
      "eks:DeletePodIdentityAssociation",
      "eks:TagResource",
      "eks:UntagResource",
      "eks:UpdateAddon",
      "eks:UpdatePodIdentityAssociation",
    ],
    delete: ["eks:DeleteAddon", "eks:DeletePodIdentityAssociation"],
    passesRoleTo: ["pods.eks.amazonaws.com"],
  },
  "aws:eks/cluster:Cluster": {
    create: ["eks:CreateCluster", "eks:TagResource"],
    read: [
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
      "eks:DescribeCluster",
      "eks:DescribeUpdate",
      "eks:ListTagsForResource",
    ],
    update: [
      "eks:AssociateEncryptionConfig",
      "eks:TagResource",
      "eks:UntagResource",
      "eks:UpdateClusterConfig",
      "eks:UpdateClusterVersion",
    ],
    delete: ["eks:DeleteCluster"],
    passesRoleTo: ["eks.amazonaws.com"],
    serviceLinkedRoles: ["eks.amazonaws.com"],
  },
  "aws:eks/nodeGroup:NodeGroup": {
    create: ["ec2:CreateTags", "ec2:RunInstances", "eks:CreateNodegroup", "eks:TagResource"],
    read: [
      "ec2:DescribeLaunchTemplateVersions",
      "ec2:DescribeLaunchTemplates",
      "ec2:DescribeSubnets",
      "eks:DescribeNodegroup",
      "eks:DescribeUpdate",
      "eks:ListTagsForResource",
      "iam:GetRole",
      "iam:ListAttachedRolePolicies",
    ],
    update: [
      "ec2:RunInstances",
      "eks:TagResource",
      "eks:UntagResource",
      "eks:UpdateNodegroupConfig",
      "eks:UpdateNodegroupVersion",
    ],
    delete: ["eks:DeleteNodegroup"],
    passesRoleTo: ["ec2.amazonaws.com", "eks.amazonaws.com"],
    serviceLinkedRoles: ["eks-nodegroup.amazonaws.com", "autoscaling.amazonaws.com"],
  },
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": {
    create: ["eks:CreatePodIdentityAssociation", "eks:TagResource"],
    read: ["eks:DescribePodIdentityAssociation", "eks:ListTagsForResource", "iam:GetRole"],
    update: ["eks:TagResource", "eks:UntagResource", "eks:UpdatePodIdentityAssociation"],
    delete: ["eks:DeletePodIdentityAssociation"],
    passesRoleTo: ["pods.eks.amazonaws.com"],
  },
};
