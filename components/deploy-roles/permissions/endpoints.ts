import type { TypePermissions } from "../type-permissions";

/** Ways between a network and AWS, or its operators, that lead past the internet. */
export const endpoints: TypePermissions = {
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    create: ["ec2:CreateTags", "ec2:CreateVpcEndpoint", "route53:AssociateVPCWithHostedZone"],
    read: ["ec2:DescribePrefixLists", "ec2:DescribeVpcEndpoints"],
    update: [
      "ec2:CreateTags",
      "ec2:DeleteTags",
      "ec2:ModifyVpcEndpoint",
      "route53:AssociateVPCWithHostedZone",
    ],
    delete: ["ec2:DeleteVpcEndpoints"],
  },
  "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint": {
    create: ["ec2:CreateInstanceConnectEndpoint", "ec2:CreateNetworkInterface", "ec2:CreateTags"],
    read: ["ec2:DescribeInstanceConnectEndpoints"],
    update: ["ec2:CreateTags", "ec2:DeleteTags"],
    delete: ["ec2:DeleteInstanceConnectEndpoint"],
    serviceLinkedRoles: ["ec2-instance-connect.amazonaws.com"],
  },
};
