import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Site } from "./site";
import type { Subnet } from "./subnets";

const ssh = { ipProtocol: "tcp", fromPort: 22, toPort: 22 };

/**
 * Makes an EC2 Instance Connect endpoint: operators whom IAM allows it open a session to an
 * instance of the workloads from anywhere, without a public address, a bastion or a key that is
 * kept. The endpoint reaches port 22 of the workloads and nothing else.
 *
 * @param after - What must be there before it takes an address of its subnet.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/eice-security-groups.html
 */
export function createInstanceConnect(
  site: Site,
  subnets: readonly Subnet[],
  appSecurityGroupId: pulumi.Output<string>,
  after: readonly pulumi.Resource[],
): void {
  const { parent, region, nameTag } = site;
  const name = `${site.name}-instance-connect`;
  const securityGroupId = createSecurityGroup(site, name, appSecurityGroupId);
  // AWS allows one a VPC: from the first zone it reaches the workloads of all.
  for (const { id: subnetId } of subnets.slice(0, 1)) {
    new aws.ec2transitgateway.InstanceConnectEndpoint(
      name,
      {
        region,
        subnetId,
        securityGroupIds: [securityGroupId],
        // The rules name the endpoint's group, so it is the endpoint that instances must see.
        preserveClientIp: false,
        tags: nameTag(name),
      },
      { parent, deleteBeforeReplace: true, dependsOn: [...after] },
    );
  }
}

function createSecurityGroup(
  { parent, region, vpcId, nameTag }: Site,
  name: string,
  appSecurityGroupId: pulumi.Output<string>,
): pulumi.Output<string> {
  const { id: securityGroupId } = new aws.ec2.SecurityGroup(
    name,
    {
      region,
      vpcId,
      description: "EC2 Instance Connect endpoint of the VPC.",
      tags: nameTag(name),
    },
    { parent },
  );
  new aws.vpc.SecurityGroupEgressRule(
    name,
    {
      region,
      securityGroupId,
      description: "SSH to the workloads",
      ...ssh,
      referencedSecurityGroupId: appSecurityGroupId,
    },
    { parent },
  );
  new aws.vpc.SecurityGroupIngressRule(
    name,
    {
      region,
      securityGroupId: appSecurityGroupId,
      description: "SSH from the EC2 Instance Connect endpoint",
      ...ssh,
      referencedSecurityGroupId: securityGroupId,
    },
    { parent },
  );
  return securityGroupId;
}
