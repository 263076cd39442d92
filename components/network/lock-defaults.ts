import * as aws from "@pulumi/aws";
import type { Site } from "./site";

/**
 * Takes every rule and route from what AWS makes with a VPC, so that whatever is put there by
 * oversight reaches nothing.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2
 */
export function lockDefaults(
  { name, parent, region, vpcId, nameTag }: Site,
  vpc: aws.ec2.Vpc,
): void {
  const locked = `${name}-default`;
  const tags = nameTag(`${locked}-unused`);
  const options = { parent };
  new aws.ec2.DefaultSecurityGroup(
    locked,
    { region, vpcId, ingress: [], egress: [], tags },
    options,
  );
  new aws.ec2.DefaultNetworkAcl(
    locked,
    { region, defaultNetworkAclId: vpc.defaultNetworkAclId, ingress: [], egress: [], tags },
    // AWS moves a subnet here while it has no other list: that is no change to make.
    { ...options, ignoreChanges: ["subnetIds"] },
  );
  new aws.ec2.DefaultRouteTable(
    locked,
    { region, defaultRouteTableId: vpc.defaultRouteTableId, routes: [], tags },
    options,
  );
}
