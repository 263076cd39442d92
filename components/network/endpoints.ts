import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { RouteTableIds } from "./route-tables";
import type { Site } from "./site";
import type { Subnet } from "./subnets";

/** Which AWS services are reached without the internet. */
export interface EndpointsArgs {
  /**
   * Services reached through a gateway endpoint, free of charge.
   *
   * @default ["s3"]
   */
  readonly gateway?: readonly ("s3" | "dynamodb")[];
  /**
   * Services reached through an interface endpoint in every zone, by the last part of their names,
   * such as `ecr.api`. Charged by the hour and zone.
   *
   * @default []
   */
  readonly interface?: readonly string[];
  /**
   * Whether the database tier reaches the gateway endpoints too, as imports from and exports to S3
   * need.
   *
   * @default false
   */
  readonly databaseTier?: boolean;
}

/** The choice of endpoints with what is left out filled in. */
export function chosenEndpoints(args: EndpointsArgs = {}): Required<EndpointsArgs> {
  const { gateway = ["s3"], interface: interfaces = [], databaseTier = false } = args;
  return { gateway, interface: interfaces, databaseTier: databaseTier && gateway.length > 0 };
}

/** A gateway endpoint that was made. */
export interface GatewayEndpoint {
  readonly service: string;
  /** The addresses of the service. */
  readonly prefixListId: pulumi.Output<string>;
}

/** Makes the gateway endpoints, with routes to them in the tables. */
export function createGatewayEndpoints(
  { name, parent, region, vpcId, nameTag }: Site,
  { gateway, databaseTier }: Required<EndpointsArgs>,
  routeTables: RouteTableIds,
): readonly GatewayEndpoint[] {
  const routeTableIds = [...routeTables.private, ...(databaseTier ? [routeTables.database] : [])];
  return gateway.map((service) => {
    const endpointName = `${name}-${service}`;
    const { prefixListId } = new aws.ec2.VpcEndpoint(
      endpointName,
      {
        region,
        vpcId,
        vpcEndpointType: "Gateway",
        serviceName: serviceName(region, service),
        routeTableIds,
        tags: nameTag(endpointName),
      },
      { parent },
    );
    return { service, prefixListId };
  });
}

/**
 * Makes the interface endpoints in every subnet, under the names that the services have in public,
 * behind one security group that the VPC reaches over HTTPS. Returns the group, or nothing without
 * endpoints.
 *
 * @param after - What must be there before they take addresses of the subnets.
 */
export function createInterfaceEndpoints(
  site: Site,
  { interface: services }: Required<EndpointsArgs>,
  subnets: readonly Subnet[],
  after: readonly pulumi.Resource[],
): pulumi.Output<string> | undefined {
  if (services.length === 0) return undefined;

  const { name, parent, region, vpcId, nameTag } = site;
  const securityGroupId = createSecurityGroup(site);
  for (const service of services) {
    const endpointName = `${name}-${service.replaceAll(".", "-")}`;
    new aws.ec2.VpcEndpoint(
      endpointName,
      {
        region,
        vpcId,
        vpcEndpointType: "Interface",
        serviceName: serviceName(region, service),
        subnetIds: subnets.map(({ id }) => id),
        securityGroupIds: [securityGroupId],
        privateDnsEnabled: true,
        tags: nameTag(endpointName),
      },
      { parent, dependsOn: [...after] },
    );
  }
  return securityGroupId;
}

function createSecurityGroup({
  name,
  parent,
  region,
  vpcId,
  cidrBlock,
  nameTag,
}: Site): pulumi.Output<string> {
  const groupName = `${name}-endpoints`;
  const group = new aws.ec2.SecurityGroup(
    groupName,
    { region, vpcId, description: "Interface endpoints of the VPC.", tags: nameTag(groupName) },
    { parent },
  );
  new aws.vpc.SecurityGroupIngressRule(
    groupName,
    {
      region,
      securityGroupId: group.id,
      description: "HTTPS from the VPC",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: cidrBlock,
    },
    { parent },
  );
  return group.id;
}

/** The regions of China name some of their services otherwise. */
function serviceName(region: string, service: string): string {
  return `com.amazonaws.${region}.${service}`;
}
