import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import {
  securityGroupDescribed,
  securityGroupEgressLimited,
  securityGroupIngressLimited,
} from "../../../policies/rules/security-group";
import { judge, resource, type Resource, root, secret, unknown } from "../kit";
import { suite } from "../suite";

const single = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const ssh = { ipProtocol: "tcp", fromPort: 22, toPort: 22 };

describe(`security-group-ingress-limited, on ${single}`, () => {
  const rule = suite(securityGroupIngressLimited, single, { ...ssh, cidrIpv4: "203.0.113.0/24" });
  rule.passes("passes a narrow range", {});
  rule.passes("passes another security group", {
    cidrIpv4: undefined,
    referencedSecurityGroupId: unknown,
  });
  rule.passes("passes the widest private range", { cidrIpv4: "10.0.0.0/8" });
  rule.fails(
    "fails when it is open to every IPv4 address",
    { cidrIpv4: "0.0.0.0/0" },
    'cidrIpv4 must not be the whole internet, got "0.0.0.0/0" on port 22',
  );
  rule.fails(
    "fails when it is open to every IPv6 address",
    { cidrIpv4: undefined, cidrIpv6: "::/0" },
    'cidrIpv6 must not be the whole internet, got "::/0" on port 22',
  );
  rule.fails(
    "fails when the internet is split in halves",
    { cidrIpv4: "128.0.0.0/1" },
    'cidrIpv4 must not be the whole internet, got "128.0.0.0/1" on port 22',
  );
  rule.fails(
    "fails when every public IPv6 address is named",
    { cidrIpv4: undefined, cidrIpv6: "2000::/3" },
    'cidrIpv6 must not be the whole internet, got "2000::/3" on port 22',
  );
  rule.passes("passes the private range of IPv6", { cidrIpv4: undefined, cidrIpv6: "fd00::/8" });
  rule.fails(
    "fails when it is all protocols, and says all ports",
    { ipProtocol: "-1", fromPort: undefined, toPort: undefined, cidrIpv4: "0.0.0.0/0" },
    'cidrIpv4 must not be the whole internet, got "0.0.0.0/0" on all ports',
  );
  rule.fails(
    "fails when it is ICMP of every kind, and says all ports",
    { ipProtocol: "icmp", fromPort: -1, toPort: -1, cidrIpv4: "0.0.0.0/0" },
    'cidrIpv4 must not be the whole internet, got "0.0.0.0/0" on all ports',
  );
  rule.fails(
    "fails when it is a range of ports",
    { fromPort: 1024, toPort: 2048, cidrIpv4: "0.0.0.0/0" },
    'cidrIpv4 must not be the whole internet, got "0.0.0.0/0" on ports 1024 to 2048',
  );
  rule.fails(
    "fails when the ports are not known, for none are allowed",
    { fromPort: unknown, cidrIpv4: "0.0.0.0/0" },
    'cidrIpv4 must not be the whole internet, got "0.0.0.0/0" on ports that are not known yet',
  );
  rule.fails(
    "fails when the port is a secret, and does not show it",
    { fromPort: secret(22), cidrIpv4: secret("0.0.0.0/0") },
    "cidrIpv4 must not be the whole internet, got a value that is not shown on ports that are not shown",
  );
  rule.isUndecided("is undecided while the range is not known", { cidrIpv4: unknown }, "cidrIpv4");
});

describe("security-group-ingress-limited, with ports allowed", () => {
  const settings = { allowedPorts: [80, 443, 81] };
  const web = { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" };
  const rule = suite(securityGroupIngressLimited, single, web, settings);
  rule.passes("passes an allowed port", {});
  rule.passes("passes a range of allowed ports", { fromPort: 80, toPort: 81 });
  rule.fails(
    "fails when a range holds a port that is not",
    { fromPort: 80, toPort: 82 },
    'cidrIpv4 must not be the whole internet, got "0.0.0.0/0" on ports 80 to 82',
  );
  rule.fails(
    "fails when it is all protocols",
    { ipProtocol: "-1" },
    'cidrIpv4 must not be the whole internet, got "0.0.0.0/0" on all ports',
  );
  rule.isUndecided("is undecided while a port is not known", { toPort: unknown }, "toPort");
});

describe("security-group-ingress-limited, before a load balancer", () => {
  const group = resource("aws:ec2/securityGroup:SecurityGroup", {}, { name: "door" });
  const balancer = (inputs: Data): Resource =>
    resource(
      "aws:lb/loadBalancer:LoadBalancer",
      { securityGroups: [unknown], ...inputs },
      { name: "door", dependencies: { securityGroups: [group] } },
    );
  const opened = (port: number): Resource =>
    resource(
      single,
      { ipProtocol: "tcp", fromPort: port, toPort: port, cidrIpv4: "0.0.0.0/0" },
      { name: "open", dependencies: { securityGroupId: [group] } },
    );
  const listener = (made: Resource): Resource =>
    resource(
      "aws:lb/listener:Listener",
      { port: 443 },
      { name: "https", dependencies: { loadBalancerArn: [made] } },
    );

  async function verdictOn(port: number, inputs: Data = {}): Promise<unknown> {
    const door = balancer(inputs);
    const rule = opened(port);
    const stack = [root, group, door, listener(door), rule];
    const { verdicts } = await judge([securityGroupIngressLimited], stack);
    return verdicts.find(({ urn }) => urn === rule.urn)?.verdict;
  }

  it("passes the port on which it listens", async () => {
    assert.equal(await verdictOn(443), "pass");
  });

  it("fails on another port", async () => {
    assert.equal(await verdictOn(22), "fail");
  });

  it("fails when the load balancer does not face the internet", async () => {
    assert.equal(await verdictOn(443, { internal: true }), "fail");
  });

  it("fails when the load balancer has another group", async () => {
    const door = resource("aws:lb/loadBalancer:LoadBalancer", { securityGroups: ["sg-other"] });
    const rule = opened(443);
    const stack = [root, group, door, listener(door), rule];
    const { verdicts } = await judge([securityGroupIngressLimited], stack);
    assert.equal(verdicts.find(({ urn }) => urn === rule.urn)?.verdict, "fail");
  });
});

for (const type of [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
]) {
  describe(`security-group-ingress-limited, on ${type}`, () => {
    const inline = { protocol: "tcp", fromPort: 22, toPort: 22 };
    const narrow = { ...inline, cidrBlocks: ["203.0.113.0/24"] };
    const rule = suite(securityGroupIngressLimited, type, { ingress: [narrow] });
    rule.passes("passes narrow ranges", {});
    rule.passes("passes a group without rules", { ingress: undefined });
    rule.passes("passes a group that lets everything out", {
      egress: [{ protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }],
    });
    rule.fails(
      "fails with every range, in their order, when several are too wide",
      {
        ingress: [
          narrow,
          { ...inline, cidrBlocks: ["203.0.113.0/24", "0.0.0.0/0"] },
          { protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlocks: ["::/0"] },
        ],
      },
      'ingress[1].cidrBlocks[1] must not be the whole internet, got "0.0.0.0/0" on port 22',
      'ingress[2].ipv6CidrBlocks[0] must not be the whole internet, got "::/0" on all ports',
    );
    rule.fails(
      "fails though another range is not known",
      { ingress: [{ ...inline, cidrBlocks: [unknown, "0.0.0.0/0"] }] },
      'ingress[0].cidrBlocks[1] must not be the whole internet, got "0.0.0.0/0" on port 22',
    );
    rule.isUndecided(
      "is undecided while a range is not known",
      { ingress: [{ ...inline, cidrBlocks: [unknown] }] },
      "ingress[0].cidrBlocks[0]",
    );
    rule.isUndecided(
      "is undecided while the ranges are not known",
      { ingress: [{ ...inline, ipv6CidrBlocks: unknown }] },
      "ingress[0].ipv6CidrBlocks",
    );
    rule.isUndecided("is undecided while the rules are not known", { ingress: unknown }, "ingress");
  });
}

describe("security-group-ingress-limited, on aws:ec2/securityGroupRule:SecurityGroupRule", () => {
  const type = "aws:ec2/securityGroupRule:SecurityGroupRule";
  const rule = suite(securityGroupIngressLimited, type, {
    type: "ingress",
    protocol: "tcp",
    fromPort: 22,
    toPort: 22,
    cidrBlocks: ["0.0.0.0/0"],
  });
  rule.passes("passes a narrow range", { cidrBlocks: ["203.0.113.0/24"] });
  rule.fails(
    "fails when it admits the whole internet",
    {},
    'cidrBlocks[0] must not be the whole internet, got "0.0.0.0/0" on port 22',
  );
  rule.doesNotApply("does not apply to egress", { type: "egress" }, "it lets traffic out");
  rule.isUndecided("is undecided while the direction is not known", { type: unknown }, "type");
});

describe("security-group-egress-limited, on aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", () => {
  const type = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  const everything = { ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" };
  const rule = suite(securityGroupEgressLimited, type, everything);
  rule.fails(
    "fails when everything may go anywhere",
    {},
    'cidrIpv4 must not be the whole internet on all ports, got "0.0.0.0/0"',
  );
  rule.fails(
    "fails when everything may go anywhere over IPv6",
    { cidrIpv4: undefined, cidrIpv6: "::/0" },
    'cidrIpv6 must not be the whole internet on all ports, got "::/0"',
  );
  rule.fails(
    "fails when every port of TCP may",
    { ipProtocol: "tcp", fromPort: 0, toPort: 65535 },
    'cidrIpv4 must not be the whole internet on all ports, got "0.0.0.0/0"',
  );
  rule.passes("passes one port to the whole internet", {
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
  });
  rule.passes("passes the lowest ports", { ipProtocol: "tcp", fromPort: 0, toPort: 1023 });
  rule.passes("passes the highest ports", { ipProtocol: "tcp", fromPort: 1024, toPort: 65535 });
  rule.passes("passes everything within the network", { cidrIpv4: "10.0.0.0/16" });
  rule.passes("passes everything to another group", {
    cidrIpv4: undefined,
    referencedSecurityGroupId: unknown,
  });
  rule.isUndecided("is undecided while the range is not known", { cidrIpv4: unknown }, "cidrIpv4");
  rule.isUndecided(
    "is undecided while the ports are not known",
    { ipProtocol: "tcp", fromPort: unknown, toPort: unknown },
    "fromPort",
    "toPort",
  );
});

for (const type of [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
]) {
  describe(`security-group-egress-limited, on ${type}`, () => {
    const everything = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
    const rule = suite(securityGroupEgressLimited, type, { ingress: [everything] });
    rule.passes("passes a group that lets nothing out", {});
    rule.fails(
      "fails when it lets everything out",
      { egress: [everything] },
      'egress[0].cidrBlocks[0] must not be the whole internet on all ports, got "0.0.0.0/0"',
    );
    rule.isUndecided("is undecided while the rules are not known", { egress: unknown }, "egress");
  });
}

describe("security-group-egress-limited, on aws:ec2/securityGroupRule:SecurityGroupRule", () => {
  const rule = suite(securityGroupEgressLimited, "aws:ec2/securityGroupRule:SecurityGroupRule", {
    type: "egress",
    protocol: "-1",
    cidrBlocks: ["0.0.0.0/0"],
  });
  rule.fails(
    "fails when it lets everything out",
    {},
    'cidrBlocks[0] must not be the whole internet on all ports, got "0.0.0.0/0"',
  );
  rule.doesNotApply("does not apply to ingress", { type: "ingress" }, "it lets traffic in");
  rule.isUndecided("is undecided while the direction is not known", { type: unknown }, "type");
});

for (const type of [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
]) {
  describe(`security-group-described, on ${type}`, () => {
    const rule = suite(securityGroupDescribed, type, { description: "Orders to its database." });
    rule.passes("passes words", {});
    rule.passes("passes words that are not known yet", { description: unknown });
    rule.fails(
      "fails when nothing is said",
      { description: undefined },
      "description must say what it is for, but is not set",
    );
    rule.fails(
      "fails when only Pulumi says something",
      { description: "Managed by Pulumi" },
      'description must say what it is for, got "Managed by Pulumi"',
    );
  });
}

describe("security-group-described, on rules within a group", () => {
  const rule = suite(securityGroupDescribed, "aws:ec2/securityGroup:SecurityGroup", {
    description: "Orders.",
    ingress: [{ description: "HTTPS from the load balancer." }],
    egress: [{ description: "HTTPS to the payment service." }],
  });
  rule.passes("passes rules that say what they are for", {});
  rule.fails(
    "fails with every rule that does not",
    { ingress: [{ description: "HTTPS." }, {}], egress: [{ description: "" }] },
    'egress[0].description must say what it is for, got ""',
    "ingress[1].description must say what it is for, but is not set",
  );
  rule.isUndecided("is undecided while the rules are not known", { ingress: unknown }, "ingress");
});
