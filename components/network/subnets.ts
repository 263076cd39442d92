import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Site } from "./site";
import type { PlannedSubnet, SubnetPlan, Tier } from "./subnet-plan";

/** One subnet that was made. */
export interface Subnet extends PlannedSubnet {
  /** Name of the resource, which is also that of what is made once for each subnet. */
  readonly name: string;
  readonly id: pulumi.Output<string>;
}

/** The subnets of each tier, in the order of the zones. */
export type Subnets = Readonly<Record<Tier, readonly Subnet[]>>;

/**
 * What the AWS load balancer controller looks for. The database tier never takes a load balancer.
 */
const roleTags: Readonly<Record<Tier, Readonly<Record<string, string>>>> = {
  public: { "kubernetes.io/role/elb": "1" },
  private: { "kubernetes.io/role/internal-elb": "1" },
  database: {},
};

interface SubnetOptions {
  /** Whether Pulumi refuses to delete the subnets. */
  readonly protect: boolean;
  /** The gateway through which the public subnets reach the internet. */
  readonly internetGateway: pulumi.Resource;
}

/**
 * Makes the subnets. None gives an instance a public address. Their ranges and zones are fixed at
 * creation, so that a change of one would replace it under whatever stands in it: Pulumi refuses to
 * where they are protected.
 */
export function createSubnets(
  site: Site,
  plan: SubnetPlan,
  { protect, internetGateway }: SubnetOptions,
): Subnets {
  const options = { parent: site.parent, protect };
  const create = (tier: Tier, own: pulumi.CustomResourceOptions) =>
    plan[tier].map((planned) => createSubnet(site, tier, planned, own));
  return {
    // AWS takes a load balancer into a public subnet only beside the gateway, and the gateway away only after it.
    public: create("public", { ...options, dependsOn: internetGateway }),
    private: create("private", options),
    database: create("database", options),
  };
}

function createSubnet(
  site: Site,
  tier: Tier,
  { zone, cidrBlock }: PlannedSubnet,
  options: pulumi.CustomResourceOptions,
): Subnet {
  const name = `${site.name}-${tier}-${zone}`;
  const { id } = new aws.ec2.Subnet(
    name,
    {
      region: site.region,
      vpcId: site.vpcId,
      availabilityZone: zone,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      tags: { ...site.nameTag(name), ...roleTags[tier] },
    },
    options,
  );
  return { name, zone, cidrBlock, id };
}
