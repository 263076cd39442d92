import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import {
  clusterNodesSpread,
  nodeGroupPrivate,
  nodeGroupSshLimited,
} from "../../../policies/rules/cluster-nodes";
import { resource, type Resource, unknown } from "../kit";
import { made, verdictOn, waiting } from "../made";
import { suite } from "../suite";

const groupType = "aws:eks/nodeGroup:NodeGroup";
const subnetType = "aws:ec2/subnet:Subnet";

describe("node-group-ssh-limited", () => {
  const remoteAccess = { ec2SshKey: "operators", sourceSecurityGroupIds: ["sg-1"] };
  const rule = suite(nodeGroupSshLimited, groupType, { remoteAccess });
  rule.passes("passes a named security group", {});
  rule.passes("passes groups that are not known yet", {
    remoteAccess: { ...remoteAccess, sourceSecurityGroupIds: unknown },
  });
  rule.fails(
    "fails when none is named",
    { remoteAccess: { ec2SshKey: "operators" } },
    "remoteAccess.sourceSecurityGroupIds must be set",
  );
  rule.fails(
    "fails when the list is empty",
    { remoteAccess: { ec2SshKey: "operators", sourceSecurityGroupIds: [] } },
    "remoteAccess.sourceSecurityGroupIds must not be empty",
  );
  rule.doesNotApply(
    "does not apply without a key",
    { remoteAccess: undefined },
    "its nodes take no SSH",
  );
});

const subnet = (name: string, inputs: Data = {}): Resource =>
  resource(subnetType, inputs, { name });
const inSubnets = (name: string, subnets: readonly Resource[], inputs: Data = {}): Resource =>
  resource(
    groupType,
    { subnetIds: subnets.map(() => unknown), ...inputs },
    { name, dependencies: { subnetIds: subnets } },
  );

describe("node-group-private", () => {
  const rule = nodeGroupPrivate;
  const zone = subnet("a", { mapPublicIpOnLaunch: false });
  const about = inSubnets("general", [zone]);
  const table = resource("aws:ec2/routeTable:RouteTable", {}, { name: "table" });
  const association = made("aws:ec2/routeTableAssociation:RouteTableAssociation", "a", {
    subnetId: zone,
    routeTableId: table,
  });
  const gateway = resource("aws:ec2/internetGateway:InternetGateway", {}, { name: "internet" });
  const open = [
    "fail",
    'aws:ec2/subnet:Subnet "a": it must not lead to the internet where nodes stand, got aws:ec2/internetGateway:InternetGateway "internet"',
  ];

  it("passes a subnet that leads nowhere", async () => {
    assert.deepEqual(await verdictOn({ rule, about, among: [zone, table, association] }), ["pass"]);
  });

  it("passes a subnet that leads to a NAT gateway", async () => {
    const nat = resource("aws:ec2/natGateway:NatGateway", {}, { name: "nat" });
    const route = made("aws:ec2/route:Route", "out", { routeTableId: table, natGatewayId: nat });
    const among = [zone, table, association, nat, route];
    assert.deepEqual(await verdictOn({ rule, about, among }), ["pass"]);
  });

  it("fails when a route leads to the internet", async () => {
    const sources = { routeTableId: table, gatewayId: gateway };
    const route = made("aws:ec2/route:Route", "out", sources);
    const among = [zone, table, association, gateway, route];
    assert.deepEqual(await verdictOn({ rule, about, among }), open);
  });

  it("fails when a route within the table does", async () => {
    const inline = resource(
      table.type,
      { routes: [{ gatewayId: unknown }] },
      { name: "table", dependencies: { routes: [gateway] } },
    );
    assert.deepEqual(
      await verdictOn({ rule, about, among: [zone, inline, association, gateway] }),
      open,
    );
  });

  it("fails when nodes get public addresses", async () => {
    const mapped = subnet("a", { mapPublicIpOnLaunch: true });
    assert.deepEqual(await verdictOn({ rule, about, among: [mapped] }), [
      "fail",
      'aws:ec2/subnet:Subnet "a": mapPublicIpOnLaunch must not be true where nodes stand',
    ]);
  });

  it("is undecided while it is not known whether they do", async () => {
    const mapped = subnet("a", { mapPublicIpOnLaunch: unknown });
    assert.deepEqual(
      await verdictOn({ rule, about, among: [mapped] }),
      waiting('aws:ec2/subnet:Subnet "a": mapPublicIpOnLaunch'),
    );
  });

  it("is undecided while the subnets are not known", async () => {
    for (const subnetIds of [unknown, [unknown]]) {
      const away = resource(groupType, { subnetIds });
      assert.deepEqual(await verdictOn({ rule, about: away }), waiting("subnetIds"));
    }
  });

  it("does not apply where the subnets are made elsewhere", async () => {
    const away = resource(groupType, { subnetIds: ["subnet-1"] });
    assert.deepEqual(await verdictOn({ rule, about: away }), [
      "notApplicable",
      "its subnets are none of the stack's",
    ]);
  });
});

describe("cluster-nodes-spread", () => {
  const rule = clusterNodesSpread;
  const about = resource("aws:eks/cluster:Cluster", {}, { name: "cluster" });
  const zones = ["eu-west-1a", "eu-west-1b"].map((zone) =>
    subnet(zone, { availabilityZone: zone }),
  );
  const [a, b] = zones as [Resource, Resource];
  const group = (
    name: string,
    subnets: readonly Resource[],
    minSize: unknown,
    inputs: Data = {},
  ): Resource =>
    resource(
      groupType,
      {
        clusterName: unknown,
        subnetIds: subnets.map(() => unknown),
        scalingConfig: { minSize },
        ...inputs,
      },
      { name, dependencies: { clusterName: [about], subnetIds: subnets } },
    );
  const verdict = (groups: readonly Resource[], settings: Data = {}): Promise<readonly unknown[]> =>
    verdictOn({ rule, about, among: [...zones, ...groups], settings });

  const inOne = ["fail", "its nodes must stand in at least 2 zones, but stand in 1"];

  it("passes a group over two zones", async () => {
    assert.deepEqual(await verdict([group("general", zones, 2)]), ["pass"]);
  });

  it("passes a group for each zone", async () => {
    assert.deepEqual(await verdict([group("one", [a], 1), group("two", [b], 1)]), ["pass"]);
  });

  it("passes subnets that are made elsewhere", async () => {
    const elsewhere = group("general", [], 2, { subnetIds: ["subnet-1", "subnet-2"] });
    assert.deepEqual(await verdict([elsewhere]), ["pass"]);
  });

  it("fails when the nodes stand in one zone, whatever the number of groups", async () => {
    assert.deepEqual(await verdict([group("one", [a], 2), group("two", [a], 2)]), inOne);
  });

  it("fails when two subnets are of one zone", async () => {
    const other = subnet("other", { availabilityZone: "eu-west-1a" });
    const among = [a, other, group("general", [a, other], 2)];
    assert.deepEqual(await verdictOn({ rule, about, among }), inOne);
  });

  it("fails when two groups stand in one subnet that is made elsewhere", async () => {
    const groups = ["one", "two"].map((name) => group(name, [], 2, { subnetIds: ["subnet-1"] }));
    assert.deepEqual(await verdict(groups), inOne);
  });

  it("passes two subnets that are not known yet", async () => {
    const elsewhere = group("general", [], 2, { subnetIds: [unknown, unknown] });
    assert.deepEqual(await verdict([elsewhere]), ["pass"]);
  });

  it("fails when there is one node", async () => {
    assert.deepEqual(await verdict([group("general", zones, 1), group("gpu", zones, 0)]), [
      "fail",
      "its node groups must keep at least 2 nodes, but keep 1",
    ]);
  });

  it("asks for as much as it is configured to", async () => {
    const settings = { minimumZones: 3, minimumNodes: 4 };
    assert.deepEqual(await verdict([group("general", zones, 3)], settings), [
      "fail",
      "its node groups must keep at least 4 nodes, but keep 3\nits nodes must stand in at least 3 zones, but stand in 2",
    ]);
  });

  it("is undecided while the subnets are not known", async () => {
    assert.deepEqual(
      await verdict([group("general", [], 2, { subnetIds: unknown })]),
      waiting(`subnetIds of ${groupType} "general"`),
    );
  });

  it("is undecided while the number of nodes is not known", async () => {
    assert.deepEqual(
      await verdict([group("general", zones, unknown)]),
      waiting(`scalingConfig.minSize of ${groupType} "general"`),
    );
  });

  it("is undecided while a group may be its own", async () => {
    const open = resource(groupType, { clusterName: unknown }, { name: "open" });
    const waits = waiting(`clusterName of ${groupType} "open"`);
    assert.deepEqual(await verdict([open]), waits);
    assert.deepEqual(await verdict([open, group("general", [a], 2)]), waits);
  });

  it("does not apply to a cluster without groups", async () => {
    assert.deepEqual(await verdict([]), [
      "notApplicable",
      "no node group of the stack is one of its own",
    ]);
  });
});
