import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { lockDefaults } from "./lock-defaults";
import type { Site } from "./site";

/** What a VPC is made from. */
export interface VpcArgs {
  readonly accountId: string;
  readonly region: string;
  readonly cidrBlock: string;
  /** First part of the `Name` tags of whatever stands in it. */
  readonly namePrefix?: string;
  /** Whether Pulumi refuses to delete it. */
  readonly protect: boolean;
}

/** Makes the VPC, with nothing allowed in what AWS makes along with it. */
export function createVpc(name: string, parent: pulumi.Resource, args: VpcArgs): Site {
  const { accountId, region, cidrBlock, namePrefix, protect } = args;
  const nameTag = (resource: string) => ({
    Name: namePrefix === undefined ? resource : `${namePrefix}-${resource}`,
  });
  const vpc = new aws.ec2.Vpc(
    name,
    {
      region,
      cidrBlock,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      enableNetworkAddressUsageMetrics: true,
      tags: nameTag(name),
    },
    { parent, protect },
  );
  const site = { name, parent, accountId, region, vpcId: vpc.id, cidrBlock, nameTag };
  lockDefaults(site, vpc);
  return site;
}
