import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Network } from "../../../components/network";
import { preview, type PreviewedResource } from "../../support/preview";
import { args, names, previewNetwork } from "./network-under-test";

const vpc = "aws:ec2/vpc:Vpc";
const subnet = "aws:ec2/subnet:Subnet";
const address = "aws:ec2/eip:Eip";
const topic = "aws:sns/topic:Topic";
const reservation = "aws:ec2/subnetCidrReservation:SubnetCidrReservation";
const endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
const instanceConnect = "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint";

/** What a change of a resource would show in. */
function described({ inputs, propertyDependencies }: PreviewedResource): string {
  return JSON.stringify({ inputs, propertyDependencies });
}

describe("Network", () => {
  it("has this many resources of each type, by default", async () => {
    const counts: Record<string, number> = {};
    for (const { type } of (await previewNetwork(args)).resources) {
      counts[type] = (counts[type] ?? 0) + 1;
    }

    assert.deepEqual(counts, {
      "aws:cloudwatch/logGroup:LogGroup": 2,
      "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": 1,
      "aws:ec2/defaultRouteTable:DefaultRouteTable": 1,
      "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": 1,
      "aws:ec2/eip:Eip": 3,
      "aws:ec2/flowLog:FlowLog": 1,
      "aws:ec2/internetGateway:InternetGateway": 1,
      "aws:ec2/natGateway:NatGateway": 3,
      "aws:ec2/networkAcl:NetworkAcl": 3,
      "aws:ec2/networkAclAssociation:NetworkAclAssociation": 9,
      "aws:ec2/networkAclRule:NetworkAclRule": 40,
      "aws:ec2/route:Route": 4,
      "aws:ec2/routeTable:RouteTable": 5,
      "aws:ec2/routeTableAssociation:RouteTableAssociation": 9,
      "aws:ec2/securityGroup:SecurityGroup": 2,
      "aws:ec2/subnet:Subnet": 9,
      "aws:ec2/vpc:Vpc": 1,
      "aws:ec2/vpcEndpoint:VpcEndpoint": 1,
      "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint": 1,
      "aws:iam/role:Role": 1,
      "aws:iam/rolePolicy:RolePolicy": 1,
      "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": 1,
      "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": 1,
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": 5,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 1,
      "groundwork:platform:Network": 1,
    });
  });

  it("makes everything its own child", async () => {
    const { resources, one } = await previewNetwork(args);
    const component = one("groundwork:platform:Network");

    for (const { parent, type, urn } of resources) {
      if (urn !== component.urn) assert.equal(parent, component.urn, type);
    }
  });

  it("stands in the region it is given, whatever that of the provider", async () => {
    const { resources } = await previewNetwork({
      ...args,
      region: "eu-central-1",
      endpoints: { interface: ["sts"] },
      dnsFirewallRuleGroupIds: ["rslvr-frg-0123456789abcdef0"],
    });

    for (const { type, inputs } of resources) {
      if (type.startsWith("aws:") && !type.startsWith("aws:iam/")) {
        assert.equal(inputs["region"], "eu-central-1", type);
      }
    }
  });

  it("resolves names in the VPC and counts its addresses", async () => {
    const { inputs } = (await previewNetwork(args)).one(vpc);

    assert.equal(inputs["cidrBlock"], "10.0.0.0/16");
    assert.equal(inputs["enableDnsSupport"], true);
    assert.equal(inputs["enableDnsHostnames"], true);
    assert.equal(inputs["enableNetworkAddressUsageMetrics"], true);
  });

  it("makes a subnet for each tier and zone, of the block it is given", async () => {
    const { all } = await previewNetwork(args);

    assert.deepEqual(
      all(subnet).map(({ name, inputs }) => [
        name,
        inputs["availabilityZone"],
        inputs["cidrBlock"],
      ]),
      [
        ["network-database-eu-west-1a", "eu-west-1a", "10.0.21.0/24"],
        ["network-database-eu-west-1b", "eu-west-1b", "10.0.22.0/24"],
        ["network-database-eu-west-1c", "eu-west-1c", "10.0.23.0/24"],
        ["network-private-eu-west-1a", "eu-west-1a", "10.0.11.0/24"],
        ["network-private-eu-west-1b", "eu-west-1b", "10.0.12.0/24"],
        ["network-private-eu-west-1c", "eu-west-1c", "10.0.13.0/24"],
        ["network-public-eu-west-1a", "eu-west-1a", "10.0.1.0/24"],
        ["network-public-eu-west-1b", "eu-west-1b", "10.0.2.0/24"],
        ["network-public-eu-west-1c", "eu-west-1c", "10.0.3.0/24"],
      ],
    );
  });

  it("keeps most of the private subnets for blocks of addresses where pods are to have them", async () => {
    const { all } = await previewNetwork({ ...args, podBlocks: true });

    assert.deepEqual(
      all(reservation).map(({ name, inputs }) => [name, inputs["cidrBlock"]]),
      [
        ["network-private-eu-west-1a-blocks-half", "10.0.11.128/25"],
        ["network-private-eu-west-1a-blocks-quarter", "10.0.11.64/26"],
        ["network-private-eu-west-1b-blocks-half", "10.0.12.128/25"],
        ["network-private-eu-west-1b-blocks-quarter", "10.0.12.64/26"],
        ["network-private-eu-west-1c-blocks-half", "10.0.13.128/25"],
        ["network-private-eu-west-1c-blocks-quarter", "10.0.13.64/26"],
      ],
    );
    for (const { inputs } of all(reservation)) {
      assert.equal(inputs["reservationType"], "prefix");
      assert.equal(inputs["region"], "eu-west-1");
    }
  });

  it("keeps them in subnets of any size", async () => {
    const subnets = {
      public: { "eu-west-1a": "10.0.0.0/24" },
      private: { "eu-west-1a": "10.0.128.0/17" },
      database: { "eu-west-1a": "10.0.1.0/24" },
    };
    const availabilityZones = ["eu-west-1a"];
    const { all } = await previewNetwork({ ...args, availabilityZones, subnets, podBlocks: true });

    assert.deepEqual(
      all(reservation).map(({ inputs }) => inputs["cidrBlock"]),
      ["10.0.192.0/18", "10.0.160.0/19"],
    );
  });

  it("keeps them before anything takes an address there", async () => {
    const endpoints = { interface: ["sts"] };
    const { all, one } = await previewNetwork({ ...args, endpoints, podBlocks: true });

    for (const taker of [one(endpoint, "network-sts"), one(instanceConnect)]) {
      for (const { name, urn } of all(reservation)) {
        assert.ok(taker.options.dependsOn.includes(urn), `${taker.name} waits for ${name}`);
      }
    }
  });

  it("gives no instance a public address, in any tier", async () => {
    const { all } = await previewNetwork(args);

    for (const { name, inputs } of all(subnet)) {
      assert.equal(inputs["mapPublicIpOnLaunch"], false, name);
    }
  });

  it("offers public and private subnets to load balancers, never those of the database tier", async () => {
    const { one } = await previewNetwork(args);
    const tagsOf = (name: string) => one(subnet, name).inputs["tags"];

    assert.deepEqual(tagsOf("network-public-eu-west-1a"), {
      Name: "network-public-eu-west-1a",
      "kubernetes.io/role/elb": "1",
    });
    assert.deepEqual(tagsOf("network-private-eu-west-1a"), {
      Name: "network-private-eu-west-1a",
      "kubernetes.io/role/internal-elb": "1",
    });
    assert.deepEqual(tagsOf("network-database-eu-west-1a"), {
      Name: "network-database-eu-west-1a",
    });
  });

  it("puts a prefix before every name that people see", async () => {
    const { resources } = await previewNetwork({ ...args, namePrefix: "shop" });
    const tags = resources.flatMap(
      ({ inputs }) => (inputs["tags"] as { Name: string } | undefined) ?? [],
    );

    assert.equal(tags.length, 37);
    for (const { Name } of tags) assert.match(Name, /^shop-network/);
  });

  it("leaves nothing open in what AWS makes with a VPC", async () => {
    const { one } = await previewNetwork(args);
    const group = one("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
    const acl = one("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl");
    const table = one("aws:ec2/defaultRouteTable:DefaultRouteTable");

    for (const { inputs } of [group, acl]) {
      assert.deepEqual(inputs["ingress"], []);
      assert.deepEqual(inputs["egress"], []);
    }
    assert.deepEqual(table.inputs["routes"], []);
    assert.deepEqual(group.propertyDependencies["vpcId"], [one(vpc).urn]);
    assert.deepEqual(acl.propertyDependencies["defaultNetworkAclId"], [one(vpc).urn]);
    assert.deepEqual(table.propertyDependencies["defaultRouteTableId"], [one(vpc).urn]);
  });

  it("leaves it to AWS which subnets are in the default network ACL meanwhile", async () => {
    const { one } = await previewNetwork(args);

    assert.deepEqual(one("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl").options.ignoreChanges, [
      "subnetIds",
    ]);
  });

  it("protects the VPC, its subnets, the addresses that others may have let in, and the logs", async () => {
    const { resources } = await previewNetwork(args);

    assert.deepEqual(
      resources.filter(({ options }) => options.protect).map(({ name, type }) => `${type} ${name}`),
      [
        "aws:cloudwatch/logGroup:LogGroup network-dns-queries",
        "aws:cloudwatch/logGroup:LogGroup network-flow-logs",
        "aws:ec2/eip:Eip network-nat-eu-west-1a",
        "aws:ec2/eip:Eip network-nat-eu-west-1b",
        "aws:ec2/eip:Eip network-nat-eu-west-1c",
        ...["database", "private", "public"].flatMap((tier) =>
          args.availabilityZones.map((zone) => `aws:ec2/subnet:Subnet network-${tier}-${zone}`),
        ),
        "aws:ec2/vpc:Vpc network",
      ],
    );
  });

  it("protects nothing when it is told so", async () => {
    const { resources } = await previewNetwork({ ...args, deletionProtection: false });

    assert.deepEqual(
      resources.filter(({ options }) => options.protect),
      [],
    );
  });

  it("judges DNS queries by no firewall unless it is told to", async () => {
    const previewed = await previewNetwork(args);

    assert.deepEqual(
      previewed.all(
        "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation",
      ),
      [],
    );
  });

  it("judges DNS queries by the rule groups it is given, in their order", async () => {
    const ids = ["rslvr-frg-fedcba9876543210f", "rslvr-frg-0123456789abcdef0"];
    const { all, one } = await previewNetwork({ ...args, dnsFirewallRuleGroupIds: ids });
    const associations = all(
      "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation",
    );

    assert.deepEqual(
      associations.map(({ name, inputs }) => [
        name,
        inputs["firewallRuleGroupId"],
        inputs["priority"],
      ]),
      [
        ["network-rslvr-frg-0123456789abcdef0", "rslvr-frg-0123456789abcdef0", 111],
        ["network-rslvr-frg-fedcba9876543210f", "rslvr-frg-fedcba9876543210f", 101],
      ],
    );
    for (const { propertyDependencies } of associations) {
      assert.deepEqual(propertyDependencies["vpcId"], [one(vpc).urn]);
    }
  });

  it("hands out what others build on, in the order of the zones", async () => {
    const zones = ["eu-west-1c", "eu-west-1a", "eu-west-1b"];
    const { one } = await preview((providers) => {
      const network = new Network("network", { ...args, availabilityZones: zones }, { providers });
      const { publicSubnetIds, privateSubnetIds, databaseSubnetIds, natPublicIps } = network;
      const { routeTableIds, vpcId, appSecurityGroupId } = network;
      const single = { vpcId, appSecurityGroupId };
      const lists = { publicSubnetIds, privateSubnetIds, databaseSubnetIds, natPublicIps };
      const tables = { private: routeTableIds.private };
      const ids = { public: routeTableIds.public, database: routeTableIds.database };
      for (const [what, id] of Object.entries({ ...single, ...ids })) read(what, id);
      for (const [what, list] of Object.entries({ ...lists, ...tables })) {
        list.forEach((id, index) => {
          read(`${what} ${index}`, id);
        });
      }
      assert.equal(network.cidrBlock, "10.0.0.0/16");

      function read(what: string, displayName: aws.sns.TopicArgs["displayName"]): void {
        new aws.sns.Topic(what, { displayName: displayName ?? "" }, { provider: providers[0] });
      }
    });

    const urnsOf = (what: string) => one(topic, what).propertyDependencies["displayName"];
    assert.deepEqual(urnsOf("vpcId"), [one(vpc).urn]);
    assert.deepEqual(urnsOf("appSecurityGroupId"), [
      one("aws:ec2/securityGroup:SecurityGroup", "network-app").urn,
    ]);
    for (const tier of ["public", "database"]) {
      const table = one("aws:ec2/routeTable:RouteTable", `network-${tier}`);
      assert.deepEqual(urnsOf(tier), [table.urn]);
    }
    zones.forEach((zone, index) => {
      for (const tier of ["public", "private", "database"]) {
        const { urn } = one(subnet, `network-${tier}-${zone}`);
        assert.deepEqual(urnsOf(`${tier}SubnetIds ${index}`), [urn]);
      }
      const table = one("aws:ec2/routeTable:RouteTable", `network-private-${zone}`);
      assert.deepEqual(urnsOf(`private ${index}`), [table.urn]);
      assert.deepEqual(urnsOf(`natPublicIps ${index}`), [one(address, `network-nat-${zone}`).urn]);
    });
  });

  it("leaves everything of the other zones alone when one is added", async () => {
    const { public: open, private: inner, database } = args.subnets;
    const withZone = (blocks: Readonly<Record<string, string>>, block: string) => ({
      ...blocks,
      "eu-west-1d": block,
    });
    const before = await previewNetwork(args);
    const after = await previewNetwork({
      ...args,
      availabilityZones: [...args.availabilityZones, "eu-west-1d"],
      subnets: {
        public: withZone(open, "10.0.4.0/24"),
        private: withZone(inner, "10.0.14.0/24"),
        database: withZone(database, "10.0.24.0/24"),
      },
    });

    const known = new Map(after.resources.map((resource) => [resource.urn, described(resource)]));
    const changed = before.resources
      .filter((resource) => known.get(resource.urn) !== described(resource))
      .map(({ type, name }) => `${type} ${name}`);
    assert.deepEqual(changed, [
      "aws:ec2/vpcEndpoint:VpcEndpoint network-s3",
      "groundwork:platform:Network network",
    ]);
  });

  it("fails when a tier lacks a zone or has one too many, naming each", async () => {
    const [, ...twoZones] = args.availabilityZones;
    const subnets = {
      public: args.subnets.public,
      private: { "eu-west-1b": "10.0.12.0/24" },
      database: {},
    };

    await assert.rejects(previewNetwork({ ...args, availabilityZones: twoZones, subnets }), {
      message: [
        "subnets.public must have one CIDR block for each of eu-west-1b, eu-west-1c, got eu-west-1a, eu-west-1b, eu-west-1c",
        "subnets.private must have one CIDR block for each of eu-west-1b, eu-west-1c, got eu-west-1b",
        "subnets.database must have one CIDR block for each of eu-west-1b, eu-west-1c, got none",
      ].join("\n"),
    });
  });

  it("fails when there is no zone", async () => {
    await assert.rejects(previewNetwork({ ...args, availabilityZones: [] }), {
      message: "availabilityZones must name at least one zone, got none",
    });
  });

  it("stands in one zone as well as in three", async () => {
    const previewed = await previewNetwork({
      ...args,
      availabilityZones: ["eu-west-1a"],
      subnets: {
        public: { "eu-west-1a": "10.0.1.0/24" },
        private: { "eu-west-1a": "10.0.11.0/24" },
        database: { "eu-west-1a": "10.0.21.0/24" },
      },
    });

    assert.deepEqual(names(previewed, subnet), [
      "network-database-eu-west-1a",
      "network-private-eu-west-1a",
      "network-public-eu-west-1a",
    ]);
  });
});
