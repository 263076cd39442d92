import type { Mapping } from "../mapping";

const tagsAll = ["Tags", "tags"] as const;
const providerOnly = "says what the provider does, not what AWS is told";
const untagged = "the schema has no tags on a rule of a security group";
const template = "LaunchTemplateData";
const volume = `${template}.BlockDeviceMappings[].Ebs`;
const exists = "the schema makes one; this one came with the VPC";

/** The network: `aws.ec2.*`, `aws.vpc.*`. */
export const ec2: Readonly<Record<string, Mapping>> = {
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": {
    schema: "AWS::EC2::NetworkAcl",
    properties: { tagsAll },
    elsewhere: ["VpcId"],
    unmapped: {
      defaultNetworkAclId: exists,
      egress: "the schema has rules under AWS::EC2::NetworkAclEntry; here are none",
      ingress: "the schema has rules under AWS::EC2::NetworkAclEntry; here are none",
    },
  },
  "aws:ec2/defaultRouteTable:DefaultRouteTable": {
    schema: "AWS::EC2::RouteTable",
    properties: { tagsAll },
    elsewhere: ["VpcId"],
    unmapped: {
      defaultRouteTableId: exists,
      routes: "the schema has routes under AWS::EC2::Route; here are none",
    },
  },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    schema: "AWS::EC2::SecurityGroup",
    properties: {
      egress: "SecurityGroupEgress",
      ingress: "SecurityGroupIngress",
      tagsAll,
      vpcId: "VpcId",
    },
    elsewhere: ["GroupDescription"],
  },
  "aws:ec2/eip:Eip": {
    schema: "AWS::EC2::EIP",
    properties: { domain: "Domain", tagsAll },
  },
  "aws:ec2/flowLog:FlowLog": {
    schema: "AWS::EC2::FlowLog",
    properties: {
      iamRoleArn: "DeliverLogsPermissionArn",
      logDestination: "LogDestination",
      logDestinationType: "LogDestinationType",
      maxAggregationInterval: "MaxAggregationInterval",
      tagsAll,
      trafficType: "TrafficType",
      vpcId: "ResourceId",
    },
    constant: { ResourceType: "VPC" },
  },
  "aws:ec2/internetGateway:InternetGateway": {
    schema: "AWS::EC2::InternetGateway",
    properties: { tagsAll },
    also: [
      {
        schema: "AWS::EC2::VPCGatewayAttachment",
        properties: { vpcId: "VpcId" },
        elsewhere: ["InternetGatewayId"],
      },
    ],
  },
  "aws:ec2/launchTemplate:LaunchTemplate": {
    schema: "AWS::EC2::LaunchTemplate",
    properties: {
      "blockDeviceMappings[].deviceName": `${template}.BlockDeviceMappings[].DeviceName`,
      "blockDeviceMappings[].ebs.deleteOnTermination": `${volume}.DeleteOnTermination`,
      "blockDeviceMappings[].ebs.encrypted": `${volume}.Encrypted`,
      "blockDeviceMappings[].ebs.kmsKeyId": `${volume}.KmsKeyId`,
      "blockDeviceMappings[].ebs.volumeSize": `${volume}.VolumeSize`,
      "blockDeviceMappings[].ebs.volumeType": `${volume}.VolumeType`,
      description: "VersionDescription",
      "metadataOptions.httpEndpoint": `${template}.MetadataOptions.HttpEndpoint`,
      "metadataOptions.httpPutResponseHopLimit": `${template}.MetadataOptions.HttpPutResponseHopLimit`,
      "metadataOptions.httpTokens": `${template}.MetadataOptions.HttpTokens`,
      "monitoring.enabled": `${template}.Monitoring.Enabled`,
      namePrefix: "LaunchTemplateName",
      "tagSpecifications[].resourceType": `${template}.TagSpecifications[].ResourceType`,
      "tagSpecifications[].tags": [`${template}.TagSpecifications[].Tags`, "tags"],
      tagsAll: ["TagSpecifications[].Tags", "tags"],
      userData: `${template}.UserData`,
      vpcSecurityGroupIds: `${template}.SecurityGroupIds`,
    },
    constant: { TagSpecifications: [{ ResourceType: "launch-template" }] },
    unmapped: { updateDefaultVersion: providerOnly },
  },
  "aws:ec2/natGateway:NatGateway": {
    schema: "AWS::EC2::NatGateway",
    properties: { allocationId: "AllocationId", subnetId: "SubnetId", tagsAll },
  },
  "aws:ec2/networkAcl:NetworkAcl": {
    schema: "AWS::EC2::NetworkAcl",
    properties: { tagsAll, vpcId: "VpcId" },
  },
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": {
    schema: "AWS::EC2::SubnetNetworkAclAssociation",
    properties: { networkAclId: "NetworkAclId", subnetId: "SubnetId" },
  },
  "aws:ec2/networkAclRule:NetworkAclRule": {
    schema: "AWS::EC2::NetworkAclEntry",
    properties: {
      cidrBlock: "CidrBlock",
      egress: "Egress",
      fromPort: "PortRange.From",
      icmpCode: "Icmp.Code",
      icmpType: "Icmp.Type",
      networkAclId: "NetworkAclId",
      protocol: ["Protocol", "protocol"],
      ruleAction: "RuleAction",
      ruleNumber: "RuleNumber",
      toPort: "PortRange.To",
    },
  },
  "aws:ec2/route:Route": {
    schema: "AWS::EC2::Route",
    properties: {
      destinationCidrBlock: "DestinationCidrBlock",
      gatewayId: "GatewayId",
      natGatewayId: "NatGatewayId",
      routeTableId: "RouteTableId",
    },
  },
  "aws:ec2/routeTable:RouteTable": {
    schema: "AWS::EC2::RouteTable",
    properties: { tagsAll, vpcId: "VpcId" },
  },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    schema: "AWS::EC2::SubnetRouteTableAssociation",
    properties: { routeTableId: "RouteTableId", subnetId: "SubnetId" },
  },
  "aws:ec2/securityGroup:SecurityGroup": {
    schema: "AWS::EC2::SecurityGroup",
    properties: { description: "GroupDescription", name: "GroupName", tagsAll, vpcId: "VpcId" },
    unmapped: { revokeRulesOnDelete: providerOnly },
  },
  "aws:ec2/subnet:Subnet": {
    schema: "AWS::EC2::Subnet",
    properties: {
      assignIpv6AddressOnCreation: "AssignIpv6AddressOnCreation",
      availabilityZone: "AvailabilityZone",
      cidrBlock: "CidrBlock",
      mapPublicIpOnLaunch: "MapPublicIpOnLaunch",
      tagsAll,
      vpcId: "VpcId",
    },
  },
  "aws:ec2/vpc:Vpc": {
    schema: "AWS::EC2::VPC",
    properties: {
      cidrBlock: "CidrBlock",
      enableDnsHostnames: "EnableDnsHostnames",
      enableDnsSupport: "EnableDnsSupport",
      instanceTenancy: "InstanceTenancy",
      tagsAll,
    },
    unmapped: { enableNetworkAddressUsageMetrics: "the schema has no such property" },
  },
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    schema: "AWS::EC2::VPCEndpoint",
    properties: {
      privateDnsEnabled: "PrivateDnsEnabled",
      routeTableIds: "RouteTableIds",
      securityGroupIds: "SecurityGroupIds",
      serviceName: "ServiceName",
      subnetIds: "SubnetIds",
      tagsAll,
      vpcEndpointType: "VpcEndpointType",
      vpcId: "VpcId",
    },
  },
  "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint": {
    schema: "AWS::EC2::InstanceConnectEndpoint",
    properties: {
      preserveClientIp: "PreserveClientIp",
      securityGroupIds: "SecurityGroupIds",
      subnetId: "SubnetId",
      tagsAll,
    },
  },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
    schema: "AWS::EC2::SecurityGroupEgress",
    properties: {
      cidrIpv4: "CidrIp",
      description: "Description",
      fromPort: "FromPort",
      ipProtocol: "IpProtocol",
      prefixListId: "DestinationPrefixListId",
      referencedSecurityGroupId: "DestinationSecurityGroupId",
      securityGroupId: "GroupId",
      toPort: "ToPort",
    },
    unmapped: { tagsAll: untagged },
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
    schema: "AWS::EC2::SecurityGroupIngress",
    properties: {
      cidrIpv4: "CidrIp",
      description: "Description",
      fromPort: "FromPort",
      ipProtocol: "IpProtocol",
      referencedSecurityGroupId: "SourceSecurityGroupId",
      securityGroupId: "GroupId",
      toPort: "ToPort",
    },
    unmapped: { tagsAll: untagged },
  },
};
