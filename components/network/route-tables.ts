import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Nat } from "./nat-gateways";
import type { Site } from "./site";
import type { Subnet, Subnets } from "./subnets";

/** The ids of the route tables. */
export interface RouteTableIds {
  readonly public: pulumi.Output<string>;
  /** One for each zone, in the order of the zones. */
  readonly private: readonly pulumi.Output<string>[];
  readonly database: pulumi.Output<string>;
}

type Target = Pick<aws.ec2.RouteArgs, "gatewayId" | "natGatewayId">;

const everywhere = "0.0.0.0/0";

/**
 * Makes the route tables: the public subnets reach the internet, the private ones of each zone the
 * NAT gateway of their zone, or the only one. The database tier has no default route.
 */
export function createRouteTables(
  site: Site,
  subnets: Subnets,
  internetGateway: aws.ec2.InternetGateway,
  nats: readonly Nat[],
): RouteTableIds {
  return {
    public: createTable(site, "public", subnets.public, { gatewayId: internetGateway.id }),
    private: subnets.private.map((subnet) => {
      const nat = nats.find(({ zone }) => zone === subnet.zone) ?? nats[0];
      const route = nat === undefined ? undefined : { natGatewayId: nat.id };
      return createTable(site, `private-${subnet.zone}`, [subnet], route);
    }),
    database: createTable(site, "database", subnets.database),
  };
}

function createTable(
  { name, parent, region, vpcId, nameTag }: Site,
  what: string,
  subnets: readonly Subnet[],
  defaultRoute?: Target,
): pulumi.Output<string> {
  const tableName = `${name}-${what}`;
  const table = new aws.ec2.RouteTable(
    tableName,
    { region, vpcId, tags: nameTag(tableName) },
    { parent },
  );
  if (defaultRoute !== undefined) {
    new aws.ec2.Route(
      `${tableName}-default`,
      { region, routeTableId: table.id, destinationCidrBlock: everywhere, ...defaultRoute },
      { parent },
    );
  }
  for (const subnet of subnets) {
    new aws.ec2.RouteTableAssociation(
      subnet.name,
      { region, routeTableId: table.id, subnetId: subnet.id },
      { parent },
    );
  }
  return table.id;
}
