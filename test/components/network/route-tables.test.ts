import assert from "node:assert/strict";
import type { Previewed } from "../../support/preview";
import { args, names, previewNetwork } from "./network-under-test";

const address = "aws:ec2/eip:Eip";
const association = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const internetGateway = "aws:ec2/internetGateway:InternetGateway";
const nat = "aws:ec2/natGateway:NatGateway";
const route = "aws:ec2/route:Route";
const subnet = "aws:ec2/subnet:Subnet";
const table = "aws:ec2/routeTable:RouteTable";

const zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

/** Where the routes of a table lead to, as `<destination> <type of the target> <name of the target>`. */
function routesOf({ all, one, resources }: Previewed, tableName: string): string[] {
  const { urn } = one(table, tableName);
  return all(route)
    .filter(({ propertyDependencies }) => propertyDependencies["routeTableId"]?.includes(urn))
    .map(({ inputs, propertyDependencies }) => {
      const { gatewayId = [], natGatewayId = [] } = propertyDependencies;
      const [target] = [...gatewayId, ...natGatewayId].map((targetUrn) =>
        resources.find((resource) => resource.urn === targetUrn),
      );
      return `${String(inputs["destinationCidrBlock"])} ${target?.type ?? ""} ${target?.name ?? ""}`;
    });
}

describe("the routes of a Network", () => {
  it("belong to a table for all public subnets, one for each private, one for the database tier", async () => {
    assert.deepEqual(names(await previewNetwork(args), table), [
      "network-database",
      "network-private-eu-west-1a",
      "network-private-eu-west-1b",
      "network-private-eu-west-1c",
      "network-public",
    ]);
  });

  it("are those of exactly one table for each subnet", async () => {
    const previewed = await previewNetwork(args);
    const { one } = previewed;
    const tables: Record<string, (zone: string) => string> = {
      public: () => "network-public",
      private: (zone) => `network-private-${zone}`,
      database: () => "network-database",
    };

    assert.equal(previewed.all(association).length, 9);
    for (const [tier, tableOf] of Object.entries(tables)) {
      for (const zone of zones) {
        const name = `network-${tier}-${zone}`;
        assert.deepEqual(one(association, name).propertyDependencies, {
          routeTableId: [one(table, tableOf(zone)).urn],
          subnetId: [one(subnet, name).urn],
        });
      }
    }
  });

  it("lead from the public subnets to the internet", async () => {
    assert.deepEqual(routesOf(await previewNetwork(args), "network-public"), [
      "0.0.0.0/0 aws:ec2/internetGateway:InternetGateway network",
    ]);
  });

  it("wait with the public subnets, and with what stands in them, for the way to the internet", async () => {
    const { one } = await previewNetwork(args);

    for (const zone of zones) {
      const gateway = one(internetGateway).urn;
      assert.ok(one(subnet, `network-public-${zone}`).options.dependsOn.includes(gateway));
      assert.ok(!one(subnet, `network-private-${zone}`).options.dependsOn.includes(gateway));
    }
  });

  it("lead from each private subnet to the NAT gateway of its zone", async () => {
    const previewed = await previewNetwork(args);

    for (const zone of zones) {
      assert.deepEqual(routesOf(previewed, `network-private-${zone}`), [
        `0.0.0.0/0 aws:ec2/natGateway:NatGateway network-nat-${zone}`,
      ]);
    }
  });

  it("lead from the database tier nowhere, with any choice of NAT gateways", async () => {
    for (const natGateways of ["none", "single", "perZone"] as const) {
      const previewed = await previewNetwork({ ...args, natGateways });

      assert.deepEqual(routesOf(previewed, "network-database"), [], natGateways);
    }
  });

  it("lead from every private subnet to a single NAT gateway where there is one", async () => {
    const previewed = await previewNetwork({ ...args, natGateways: "single" });

    assert.deepEqual(names(previewed, nat), ["network-nat-eu-west-1a"]);
    assert.deepEqual(names(previewed, address), ["network-nat-eu-west-1a"]);
    for (const zone of zones) {
      assert.deepEqual(routesOf(previewed, `network-private-${zone}`), [
        "0.0.0.0/0 aws:ec2/natGateway:NatGateway network-nat-eu-west-1a",
      ]);
    }
  });

  it("lead from the private subnets nowhere without NAT gateways", async () => {
    const previewed = await previewNetwork({ ...args, natGateways: "none" });

    assert.deepEqual(names(previewed, nat), []);
    assert.deepEqual(names(previewed, address), []);
    assert.deepEqual(names(previewed, route), ["network-public-default"]);
  });

  it("pass NAT gateways in the public subnet of their zone, with an address of their own", async () => {
    const { one } = await previewNetwork(args);

    for (const zone of zones) {
      const { propertyDependencies, options } = one(nat, `network-nat-${zone}`);
      assert.deepEqual(propertyDependencies, {
        allocationId: [one(address, `network-nat-${zone}`).urn],
        subnetId: [one(subnet, `network-public-${zone}`).urn],
      });
      assert.equal(one(address, `network-nat-${zone}`).inputs["domain"], "vpc");
      assert.ok(options.dependsOn.includes(one(internetGateway).urn));
      assert.equal(options.deleteBeforeReplace, true);
    }
  });
});
