import type { Graph } from "./graph";
import type { Host, Site } from "./host";
import { isWithin } from "./ipv4";
import { textAt, textsAt } from "./read";

/** Whether packets find their way from one site to another, and their replies back. */
export function isRouted(
  graph: Graph,
  [from, source]: readonly [Host, Site],
  [to, target]: readonly [Host, Site],
): boolean {
  if (source.subnetId === undefined) return isPublic(graph, to, target);
  if (target.subnetId !== undefined || isInVpc(graph, target)) return true;
  const table = tableOf(graph, source.subnetId);
  return leadsToGateway(graph, table, to) || leadsOut(graph, table, [from, target.address]);
}

function isInVpc(graph: Graph, { address }: Site): boolean {
  return graph
    .ofType("aws:ec2/vpc:Vpc")
    .some(({ inputs }) => isWithin(address, textAt(inputs, "cidrBlock")));
}

/** From outside a host is found by a public address, where its subnet leads to the internet. */
function isPublic(graph: Graph, host: Host, { subnetId }: Site): boolean {
  if (host.isPublic !== true || subnetId === undefined) return false;
  return defaultRoutes(graph, tableOf(graph, subnetId)).some(({ gatewayId }) => gatewayId);
}

function leadsToGateway(graph: Graph, table: unknown, { prefixListId }: Host): boolean {
  if (prefixListId === undefined) return false;
  return graph
    .ofType("aws:ec2/vpcEndpoint:VpcEndpoint")
    .filter(({ outputs }) => outputs["prefixListId"] === prefixListId)
    .some(({ inputs }) => textsAt(inputs, "routeTableIds").includes(String(table)));
}

/** An internet gateway takes only what has a public address; a NAT gateway has one for all. */
function leadsOut(graph: Graph, table: unknown, [from, to]: readonly [Host, string]): boolean {
  return defaultRoutes(graph, table).some(
    ({ destinationCidrBlock, natGatewayId, gatewayId }) =>
      isWithin(to, String(destinationCidrBlock)) &&
      (natGatewayId !== undefined || (gatewayId !== undefined && from.isPublic === true)),
  );
}

function defaultRoutes(graph: Graph, table: unknown) {
  return graph.referring("aws:ec2/route:Route", "routeTableId", table).map(({ inputs }) => inputs);
}

function tableOf(graph: Graph, subnetId: string): unknown {
  const [association] = graph.referring(
    "aws:ec2/routeTableAssociation:RouteTableAssociation",
    "subnetId",
    subnetId,
  );
  return association?.inputs["routeTableId"];
}
