import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Site } from "./site";
import type { Subnet } from "./subnets";

/** How many NAT gateways there are: one for each zone, one in the first zone for all, or none. */
export type NatGateways = "none" | "single" | "perZone";

/** A NAT gateway that was made. */
export interface Nat {
  readonly zone: string;
  readonly id: pulumi.Output<string>;
  readonly publicIp: pulumi.Output<string>;
}

interface NatOptions {
  /** Whether Pulumi refuses to delete the addresses. */
  readonly protect: boolean;
  /** The gateway through which they reach the internet. */
  readonly internetGateway: pulumi.Resource;
}

/** Makes the NAT gateways, each with an address that is kept when the gateway is not. */
export function createNatGateways(
  site: Site,
  publicSubnets: readonly Subnet[],
  options: NatOptions,
  choice: NatGateways = "perZone",
): readonly Nat[] {
  const counts: Readonly<Record<NatGateways, number>> = {
    none: 0,
    single: 1,
    perZone: publicSubnets.length,
  };
  return publicSubnets.slice(0, counts[choice]).map((subnet) => createNat(site, subnet, options));
}

function createNat(site: Site, subnet: Subnet, { protect, internetGateway }: NatOptions): Nat {
  const name = `${site.name}-nat-${subnet.zone}`;
  const { region, parent, nameTag } = site;
  const tags = nameTag(name);
  const address = new aws.ec2.Eip(name, { region, domain: "vpc", tags }, { parent, protect });
  const gateway = new aws.ec2.NatGateway(
    name,
    { region, subnetId: subnet.id, allocationId: address.allocationId, tags },
    // The address serves one gateway at a time.
    { parent, dependsOn: internetGateway, deleteBeforeReplace: true },
  );
  return { zone: subnet.zone, id: gateway.id, publicIp: address.publicIp };
}
