import { securityGroupIngressLimited } from "../../../policies/rules/security-group";
import { secret, unknown } from "../kit";
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
