import type { Stack, StackResource } from "../stack";

/** The route tables that a subnet is associated with. */
export function tablesOf(subnet: StackResource, stack: Stack): readonly StackResource[] {
  return stack
    .referring(subnet, "subnetId", "aws:ec2/routeTableAssociation:RouteTableAssociation")
    .found.flatMap((association) =>
      stack.referredBy(association, "routeTableId", "aws:ec2/routeTable:RouteTable"),
    );
}

/** The routes of a route table that are resources of their own. */
export function routesOf(table: StackResource, stack: Stack): readonly StackResource[] {
  return stack.referring(table, "routeTableId", "aws:ec2/route:Route").found;
}
