import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import ipaddr from "ipaddr.js";
import type { GatewayEndpoint } from "./endpoints";
import type { Site } from "./site";

/** Where workloads may go beside the data stores, which add what they need themselves. */
export interface AppEgress {
  /** Whether there is a way to the internet. */
  readonly internet: boolean;
  readonly gateways: readonly GatewayEndpoint[];
  /** Security group of the interface endpoints; left out without them. */
  readonly endpointsSecurityGroupId?: pulumi.Output<string> | undefined;
}

/** One rule: what it is for, as part of its name and as text, and the peer and port it opens. */
interface Rule {
  readonly what: string;
  readonly description: string;
  readonly protocol: "tcp" | "udp";
  readonly port: number;
  readonly peer: Pick<
    aws.vpc.SecurityGroupEgressRuleArgs,
    "cidrIpv4" | "prefixListId" | "referencedSecurityGroupId"
  >;
}

/** Makes the security group of the workloads. It lets nothing in, and out only what is listed. */
export function createAppSecurityGroup(site: Site, egress: AppEgress): pulumi.Output<string> {
  const { name, parent, region, vpcId, cidrBlock, nameTag } = site;
  const groupName = `${name}-app`;
  const { id: securityGroupId } = new aws.ec2.SecurityGroup(
    groupName,
    { region, vpcId, description: "Workloads of the VPC.", tags: nameTag(groupName) },
    { parent },
  );
  for (const { what, description, protocol, port, peer } of rulesOf(egress, cidrBlock)) {
    new aws.vpc.SecurityGroupEgressRule(
      `${groupName}-${what}`,
      {
        region,
        securityGroupId,
        description,
        ipProtocol: protocol,
        fromPort: port,
        toPort: port,
        ...peer,
      },
      { parent },
    );
  }
  return securityGroupId;
}

function rulesOf(
  { internet, gateways, endpointsSecurityGroupId }: AppEgress,
  vpcCidrBlock: string,
): Rule[] {
  const resolver = { cidrIpv4: `${resolverOf(vpcCidrBlock)}/32` };
  const toResolver = { description: "DNS to the resolver of the VPC", port: 53, peer: resolver };
  const https = (what: string, to: string, peer: Rule["peer"]): Rule => {
    return { what, description: `HTTPS to ${to}`, protocol: "tcp", port: 443, peer };
  };
  return [
    { what: "dns-udp", protocol: "udp", ...toResolver },
    { what: "dns-tcp", protocol: "tcp", ...toResolver },
    ...(internet ? [https("internet", "the internet", { cidrIpv4: "0.0.0.0/0" })] : []),
    ...gateways.map(({ service, prefixListId }) =>
      https(service, `the gateway endpoint of ${service}`, { prefixListId }),
    ),
    ...(endpointsSecurityGroupId === undefined
      ? []
      : [
          https("endpoints", "the interface endpoints", {
            referencedSecurityGroupId: endpointsSecurityGroupId,
          }),
        ]),
  ];
}

/**
 * The resolver of a VPC has the third address of its range. AWS always lets its queries through;
 * the rules say so.
 */
function resolverOf(vpcCidrBlock: string): string {
  const octets = ipaddr.IPv4.networkAddressFromCIDR(vpcCidrBlock).toByteArray();
  return octets.map((octet, place) => (place === 3 ? octet + 2 : octet)).join(".");
}
