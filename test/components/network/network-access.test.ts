import assert from "node:assert/strict";
import type { Previewed } from "../../support/preview";
import { args, names, previewNetwork } from "./network-under-test";

const connect = "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint";
const egressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
const group = "aws:ec2/securityGroup:SecurityGroup";
const ingressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const subnet = "aws:ec2/subnet:Subnet";
const table = "aws:ec2/routeTable:RouteTable";
const vpc = "aws:ec2/vpc:Vpc";

const zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

/** What a security group lets in or out: protocol, ports, the other end, and the words for it. */
function rulesOf(previewed: Previewed, type: string, groupName: string): string[] {
  const { urn } = previewed.one(group, groupName);
  return previewed
    .all(type)
    .filter(({ propertyDependencies }) => propertyDependencies["securityGroupId"]?.includes(urn))
    .map(({ inputs, propertyDependencies }) => {
      const { ipProtocol, fromPort, toPort, cidrIpv4 = "", description } = inputs;
      const { referencedSecurityGroupId = [], prefixListId = [] } = propertyDependencies;
      const [other] = [...referencedSecurityGroupId, ...prefixListId];
      const peer = other?.split("::").at(-1) ?? String(cidrIpv4);
      return `${String(ipProtocol)} ${String(fromPort)}-${String(toPort)} ${peer}: ${String(description)}`;
    });
}

describe("what a Network lets reach what", () => {
  it("is said in rules of their own, never within a group, each with a description", async () => {
    const { all } = await previewNetwork({ ...args, endpoints: { interface: ["sts"] } });

    for (const { inputs } of all(group)) {
      assert.equal("ingress" in inputs, false);
      assert.equal("egress" in inputs, false);
      assert.match(String(inputs["description"]), /^\w.+\.$/);
    }
    for (const { inputs } of [...all(ingressRule), ...all(egressRule)]) {
      assert.match(String(inputs["description"]), /^(DNS|HTTPS|SSH) (from|to) /);
    }
  });

  describe("workloads", () => {
    it("have a group in the VPC", async () => {
      const { one } = await previewNetwork(args);

      assert.deepEqual(one(group, "network-app").propertyDependencies["vpcId"], [one(vpc).urn]);
    });

    it("reach the resolver, the internet and the endpoints, and nothing else", async () => {
      const endpoints = { gateway: ["s3", "dynamodb"], interface: ["sts"] } as const;
      const previewed = await previewNetwork({ ...args, endpoints });

      assert.deepEqual(rulesOf(previewed, egressRule, "network-app"), [
        "tcp 53-53 10.0.0.2/32: DNS to the resolver of the VPC",
        "udp 53-53 10.0.0.2/32: DNS to the resolver of the VPC",
        "tcp 443-443 network-dynamodb: HTTPS to the gateway endpoint of dynamodb",
        "tcp 443-443 network-endpoints: HTTPS to the interface endpoints",
        "tcp 443-443 0.0.0.0/0: HTTPS to the internet",
        "tcp 443-443 network-s3: HTTPS to the gateway endpoint of s3",
      ]);
    });

    it("do not reach the internet where there is no NAT gateway", async () => {
      const previewed = await previewNetwork({ ...args, natGateways: "none" });

      assert.deepEqual(rulesOf(previewed, egressRule, "network-app"), [
        "tcp 53-53 10.0.0.2/32: DNS to the resolver of the VPC",
        "udp 53-53 10.0.0.2/32: DNS to the resolver of the VPC",
        "tcp 443-443 network-s3: HTTPS to the gateway endpoint of s3",
      ]);
    });

    it("reach the resolver at the third address of any VPC", async () => {
      const { one } = await previewNetwork({ ...args, cidrBlock: "10.0.128.0/17" });

      assert.equal(one(egressRule, "network-app-dns-udp").inputs["cidrIpv4"], "10.0.128.2/32");
    });

    it("are reached by nothing but operators", async () => {
      const previewed = await previewNetwork(args);

      assert.deepEqual(rulesOf(previewed, ingressRule, "network-app"), [
        "tcp 22-22 network-instance-connect: SSH from the EC2 Instance Connect endpoint",
      ]);
    });
  });

  describe("operators", () => {
    it("reach workloads by SSH through an endpoint in the first private subnet", async () => {
      const previewed = await previewNetwork(args);
      const { inputs, options, propertyDependencies } = previewed.one(connect);

      assert.equal(inputs["preserveClientIp"], false);
      assert.equal(options.deleteBeforeReplace, true);
      assert.deepEqual(propertyDependencies, {
        securityGroupIds: [previewed.one(group, "network-instance-connect").urn],
        subnetId: [previewed.one(subnet, "network-private-eu-west-1a").urn],
      });
      assert.deepEqual(rulesOf(previewed, ingressRule, "network-instance-connect"), []);
      assert.deepEqual(rulesOf(previewed, egressRule, "network-instance-connect"), [
        "tcp 22-22 network-app: SSH to the workloads",
      ]);
    });

    it("reach nothing where they are not to", async () => {
      const previewed = await previewNetwork({ ...args, operatorAccess: "none" });

      assert.deepEqual(names(previewed, connect), []);
      assert.deepEqual(names(previewed, group), ["network-app"]);
      assert.deepEqual(names(previewed, ingressRule), []);
    });
  });

  describe("gateway endpoints", () => {
    it("are one for S3, on the way from the private subnets", async () => {
      const { one } = await previewNetwork(args);
      const { name, inputs, propertyDependencies } = one(endpoint);

      assert.equal(name, "network-s3");
      assert.equal(inputs["vpcEndpointType"], "Gateway");
      assert.equal(inputs["serviceName"], "com.amazonaws.eu-west-1.s3");
      assert.deepEqual(propertyDependencies, {
        routeTableIds: zones.map((zone) => one(table, `network-private-${zone}`).urn),
        vpcId: [one(vpc).urn],
      });
    });

    it("are on the way from the database tier too where they are told to be", async () => {
      const { one } = await previewNetwork({ ...args, endpoints: { databaseTier: true } });

      assert.deepEqual(one(endpoint).propertyDependencies["routeTableIds"], [
        one(table, "network-database").urn,
        ...zones.map((zone) => one(table, `network-private-${zone}`).urn),
      ]);
    });

    it("open nothing in the database tier where there are none", async () => {
      const endpoints = { gateway: [], databaseTier: true };
      const previewed = await previewNetwork({ ...args, endpoints });
      const rules = names(previewed, "aws:ec2/networkAclRule:NetworkAclRule");

      assert.deepEqual(names(previewed, endpoint), []);
      assert.deepEqual(
        rules.filter((name) => name.includes("gateway")),
        [],
      );
    });
  });

  describe("interface endpoints", () => {
    const endpoints = { gateway: [], interface: ["ecr.api", "sts"] };

    it("do not exist unless they are asked for, nor does their group", async () => {
      const previewed = await previewNetwork(args);

      assert.deepEqual(names(previewed, endpoint), ["network-s3"]);
      assert.deepEqual(names(previewed, group), ["network-app", "network-instance-connect"]);
    });

    it("stand in every private subnet under the public name of their service", async () => {
      const previewed = await previewNetwork({ ...args, endpoints });
      const { one } = previewed;

      assert.deepEqual(names(previewed, endpoint), ["network-ecr-api", "network-sts"]);
      assert.equal(
        one(endpoint, "network-ecr-api").inputs["serviceName"],
        "com.amazonaws.eu-west-1.ecr.api",
      );
      for (const { inputs, propertyDependencies } of previewed.all(endpoint)) {
        assert.equal(inputs["vpcEndpointType"], "Interface");
        assert.equal(inputs["privateDnsEnabled"], true);
        assert.deepEqual(propertyDependencies, {
          securityGroupIds: [one(group, "network-endpoints").urn],
          subnetIds: zones.map((zone) => one(subnet, `network-private-${zone}`).urn),
          vpcId: [one(vpc).urn],
        });
      }
    });

    it("are reached from the VPC over HTTPS, and reach nothing", async () => {
      const previewed = await previewNetwork({ ...args, endpoints });

      assert.deepEqual(rulesOf(previewed, ingressRule, "network-endpoints"), [
        "tcp 443-443 10.0.0.0/16: HTTPS from the VPC",
      ]);
      assert.deepEqual(rulesOf(previewed, egressRule, "network-endpoints"), []);
    });
  });
});
