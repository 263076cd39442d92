import assert from "node:assert/strict";
import { networkNatPerZone } from "../../../policies/rules/network-nat";
import { judge, resource, type Resource, root, unknown } from "../kit";
import { made } from "../made";

const subnet = (name: string, availabilityZone: unknown): Resource =>
  resource("aws:ec2/subnet:Subnet", { availabilityZone }, { name });
const front = subnet("public-a", "eu-west-1a");
const gateway = made("aws:ec2/natGateway:NatGateway", "nat", { subnetId: front });
const table = resource("aws:ec2/routeTable:RouteTable", {}, { name: "table" });
const route = made("aws:ec2/route:Route", "route", { routeTableId: table, natGatewayId: gateway });

/** The verdict on a subnet of the table. */
async function verdictOn(back: Resource, ...stack: readonly Resource[]): Promise<unknown> {
  const owner = stack.find(({ type }) => type === table.type) ?? table;
  const association = made("aws:ec2/routeTableAssociation:RouteTableAssociation", "association", {
    subnetId: back,
    routeTableId: owner,
  });
  const { verdicts } = await judge([networkNatPerZone], [root, back, association, ...stack]);
  const found = verdicts.find(({ urn }) => urn === back.urn);
  return [found?.verdict, found?.message];
}

describe("network-nat-per-zone", () => {
  const away = [
    "fail",
    'it must reach the internet through a NAT gateway in eu-west-1b, got aws:ec2/natGateway:NatGateway "nat" in eu-west-1a',
  ];
  const open = [
    "undecided",
    'not known until deployed: the availability zone of aws:ec2/natGateway:NatGateway "nat"',
  ];

  it("passes a subnet in the zone of its gateway", async () => {
    const back = subnet("private-a", "eu-west-1a");
    assert.deepEqual(await verdictOn(back, front, gateway, table, route), ["pass", undefined]);
  });

  it("fails when the gateway is in another zone", async () => {
    const back = subnet("private-b", "eu-west-1b");
    assert.deepEqual(await verdictOn(back, front, gateway, table, route), away);
  });

  it("fails when a route within the table leads there", async () => {
    const inline = {
      ...resource(table.type, { routes: [{ natGatewayId: unknown }] }, { name: "inline" }),
      dependencies: { routes: [gateway] },
    };
    const back = subnet("private-b", "eu-west-1b");
    assert.deepEqual(await verdictOn(back, front, gateway, inline), away);
  });

  it("passes a gateway that is in every zone", async () => {
    const regional = { ...gateway, inputs: { availabilityMode: "regional" }, dependencies: {} };
    const back = subnet("private-b", "eu-west-1b");
    assert.deepEqual(await verdictOn(back, regional, table, route), ["pass", undefined]);
  });

  it("is undecided while a zone is not known", async () => {
    const back = subnet("private-b", unknown);
    assert.deepEqual(await verdictOn(back, front, gateway, table, route), open);
  });

  it("is undecided when the gateway's subnet is made elsewhere", async () => {
    const elsewhere = { ...gateway, inputs: { subnetId: "subnet-0123" }, dependencies: {} };
    const back = subnet("private-b", "eu-west-1b");
    assert.deepEqual(await verdictOn(back, elsewhere, table, route), open);
  });

  it("is undecided while the gateway may be in every zone", async () => {
    const inputs = { ...gateway.inputs, availabilityMode: unknown };
    const back = subnet("private-b", "eu-west-1b");
    assert.deepEqual(await verdictOn(back, front, { ...gateway, inputs }, table, route), open);
  });

  it("does not apply to a subnet without a gateway", async () => {
    assert.deepEqual(await verdictOn(subnet("database-b", "eu-west-1b"), table), [
      "notApplicable",
      "it reaches the internet through no NAT gateway of the stack",
    ]);
  });
});
