import assert from "node:assert/strict";
import ipaddr from "ipaddr.js";
import type { Previewed } from "../../support/preview";
import { args, names, previewNetwork } from "./network-under-test";

const acl = "aws:ec2/networkAcl:NetworkAcl";
const association = "aws:ec2/networkAclAssociation:NetworkAclAssociation";
const rule = "aws:ec2/networkAclRule:NetworkAclRule";
const subnet = "aws:ec2/subnet:Subnet";

type Tier = "public" | "private" | "database";

interface Packet {
  readonly protocol: "tcp" | "udp" | "icmp";
  /** Destination port, or the type of an ICMP message. */
  readonly port: number;
}

/** One address of each side, with the tier whose list it is behind; the internet has none. */
const sides = {
  internet: { address: "203.0.113.7", tier: undefined },
  public: { address: "10.0.1.10", tier: "public" },
  private: { address: "10.0.12.20", tier: "private" },
  database: { address: "10.0.23.30", tier: "database" },
} as const;
type Side = keyof typeof sides;

/** Whether the lists let a packet out of the one side and into the other, as AWS evaluates them. */
function passes(previewed: Previewed, from: Side, to: Side, packet: Packet): boolean {
  return (
    admits(previewed, sides[from].tier, true, { ...packet, peer: sides[to].address }) &&
    admits(previewed, sides[to].tier, false, { ...packet, peer: sides[from].address })
  );
}

function admits(
  { all, one }: Previewed,
  tier: Tier | undefined,
  egress: boolean,
  { protocol, port, peer }: Packet & { readonly peer: string },
): boolean {
  if (tier === undefined) return true;
  const { urn } = one(acl, `network-${tier}`);
  const [first] = all(rule)
    .filter(({ propertyDependencies }) => propertyDependencies["networkAclId"]?.includes(urn))
    .map(({ inputs }) => inputs)
    .filter((inputs) => inputs["egress"] === egress)
    .filter((inputs) => {
      const block = ipaddr.parseCIDR(String(inputs["cidrBlock"]));
      if (!ipaddr.parse(peer).match(block)) return false;
      if (inputs["protocol"] === "-1") return true;
      if (inputs["protocol"] !== protocol) return false;
      if (protocol === "icmp") return inputs["icmpType"] === port && inputs["icmpCode"] === 4;
      return Number(inputs["fromPort"]) <= port && port <= Number(inputs["toPort"]);
    })
    .sort((a, b) => Number(a["ruleNumber"]) - Number(b["ruleNumber"]));
  return first?.["ruleAction"] === "allow";
}

/** A TCP connection needs its requests to pass, and its replies to the other end's own port. */
function connects(previewed: Previewed, from: Side, to: Side, port: number): boolean {
  return [1024, 32768, 65535].every(
    (ownPort) =>
      passes(previewed, from, to, { protocol: "tcp", port }) &&
      passes(previewed, to, from, { protocol: "tcp", port: ownPort }),
  );
}

describe("the network ACLs of a Network", () => {
  let previewed: Previewed;
  before(async () => {
    previewed = await previewNetwork(args);
  });

  it("are one for each tier, with nothing inline", () => {
    assert.deepEqual(names(previewed, acl), [
      "network-database",
      "network-private",
      "network-public",
    ]);
    for (const { inputs } of previewed.all(acl)) {
      assert.deepEqual(Object.keys(inputs), ["region", "tags", "vpcId"]);
    }
  });

  it("hold for exactly the subnets of their tier", () => {
    assert.equal(previewed.all(association).length, 9);
    for (const tier of ["public", "private", "database"]) {
      for (const zone of args.availabilityZones) {
        const name = `network-${tier}-${zone}`;
        assert.deepEqual(previewed.one(association, name).propertyDependencies, {
          networkAclId: [previewed.one(acl, `network-${tier}`).urn],
          subnetId: [previewed.one(subnet, name).urn],
        });
      }
    }
  });

  it("let through, and nothing more, what their tier needs", () => {
    const lines = previewed.all(rule).map(({ name, inputs }) => {
      const { ruleNumber, protocol, cidrBlock, fromPort, toPort, icmpType, icmpCode } = inputs;
      const what = icmpType === undefined ? [fromPort, toPort] : [icmpType, icmpCode];
      assert.equal(inputs["ruleAction"], "allow", name);
      assert.equal(inputs["egress"], name.includes("-egress-"), name);
      return `${name} ${String(ruleNumber)} ${String(protocol)} ${what.join("-")} ${String(cidrBlock)}`;
    });

    assert.deepEqual(lines, [
      "network-database-egress-database-eu-west-1a 300 tcp 1024-65535 10.0.21.0/24",
      "network-database-egress-database-eu-west-1b 301 tcp 1024-65535 10.0.22.0/24",
      "network-database-egress-database-eu-west-1c 302 tcp 1024-65535 10.0.23.0/24",
      "network-database-egress-private-eu-west-1a 100 tcp 1024-65535 10.0.11.0/24",
      "network-database-egress-private-eu-west-1b 101 tcp 1024-65535 10.0.12.0/24",
      "network-database-egress-private-eu-west-1c 102 tcp 1024-65535 10.0.13.0/24",
      "network-database-egress-private-https-eu-west-1a 200 tcp 443-443 10.0.11.0/24",
      "network-database-egress-private-https-eu-west-1b 201 tcp 443-443 10.0.12.0/24",
      "network-database-egress-private-https-eu-west-1c 202 tcp 443-443 10.0.13.0/24",
      "network-database-ingress-database-eu-west-1a 200 tcp 1024-65535 10.0.21.0/24",
      "network-database-ingress-database-eu-west-1b 201 tcp 1024-65535 10.0.22.0/24",
      "network-database-ingress-database-eu-west-1c 202 tcp 1024-65535 10.0.23.0/24",
      "network-database-ingress-private-eu-west-1a 100 tcp 1024-65535 10.0.11.0/24",
      "network-database-ingress-private-eu-west-1b 101 tcp 1024-65535 10.0.12.0/24",
      "network-database-ingress-private-eu-west-1c 102 tcp 1024-65535 10.0.13.0/24",
      "network-private-egress-database-eu-west-1a 400 tcp 1024-65535 10.0.21.0/24",
      "network-private-egress-database-eu-west-1b 401 tcp 1024-65535 10.0.22.0/24",
      "network-private-egress-database-eu-west-1c 402 tcp 1024-65535 10.0.23.0/24",
      "network-private-egress-fragmentation 500 icmp 3-4 0.0.0.0/0",
      "network-private-egress-https 200 tcp 443-443 0.0.0.0/0",
      "network-private-egress-private-eu-west-1a 100 -1 0-0 10.0.11.0/24",
      "network-private-egress-private-eu-west-1b 101 -1 0-0 10.0.12.0/24",
      "network-private-egress-private-eu-west-1c 102 -1 0-0 10.0.13.0/24",
      "network-private-egress-public-eu-west-1a 300 tcp 1024-65535 10.0.1.0/24",
      "network-private-egress-public-eu-west-1b 301 tcp 1024-65535 10.0.2.0/24",
      "network-private-egress-public-eu-west-1c 302 tcp 1024-65535 10.0.3.0/24",
      "network-private-ingress-database-https-eu-west-1a 200 tcp 443-443 10.0.21.0/24",
      "network-private-ingress-database-https-eu-west-1b 201 tcp 443-443 10.0.22.0/24",
      "network-private-ingress-database-https-eu-west-1c 202 tcp 443-443 10.0.23.0/24",
      "network-private-ingress-fragmentation 400 icmp 3-4 0.0.0.0/0",
      "network-private-ingress-private-eu-west-1a 100 -1 0-0 10.0.11.0/24",
      "network-private-ingress-private-eu-west-1b 101 -1 0-0 10.0.12.0/24",
      "network-private-ingress-private-eu-west-1c 102 -1 0-0 10.0.13.0/24",
      "network-private-ingress-replies 300 tcp 1024-65535 0.0.0.0/0",
      "network-public-egress-fragmentation 300 icmp 3-4 0.0.0.0/0",
      "network-public-egress-https 100 tcp 443-443 0.0.0.0/0",
      "network-public-egress-replies 200 tcp 1024-65535 0.0.0.0/0",
      "network-public-ingress-fragmentation 300 icmp 3-4 0.0.0.0/0",
      "network-public-ingress-https 100 tcp 443-443 0.0.0.0/0",
      "network-public-ingress-replies 200 tcp 1024-65535 0.0.0.0/0",
    ]);
  });

  it("admit HTTP to the public tier where load balancers redirect it, and nothing else by that", async () => {
    const closed = new Set(names(previewed, rule));
    const opened = await previewNetwork({ ...args, publicHttp: true });

    const further = opened.all(rule).filter(({ name }) => !closed.has(name));
    assert.equal(opened.all(rule).length, closed.size + 1);
    assert.deepEqual(
      further.map(({ name, inputs }) => [name, inputs]),
      [
        [
          "network-public-ingress-http",
          {
            cidrBlock: "0.0.0.0/0",
            egress: false,
            fromPort: 80,
            networkAclId: { $unknown: true },
            protocol: "tcp",
            region: "eu-west-1",
            ruleAction: "allow",
            ruleNumber: 400,
            toPort: 80,
          },
        ],
      ],
    );
    assert.equal(connects(previewed, "internet", "public", 80), false);
    assert.equal(connects(opened, "internet", "public", 80), true);
    assert.equal(connects(opened, "internet", "private", 80), false);
    assert.equal(connects(opened, "internet", "database", 80), false);
  });

  it("replace a changed rule by deleting it first, for its number is taken until then", () => {
    for (const { name, options } of previewed.all(rule)) {
      assert.equal(options.deleteBeforeReplace, true, name);
    }
  });

  it("keep within the 20 rules a direction that AWS allows, even in six zones", async () => {
    const zones = ["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`);
    const blocks = (third: number) =>
      Object.fromEntries(zones.map((zone, index) => [zone, `10.0.${third + index}.0/24`]));
    const { all } = await previewNetwork({
      ...args,
      availabilityZones: zones,
      subnets: { public: blocks(1), private: blocks(11), database: blocks(21) },
      endpoints: { databaseTier: true },
    });

    const counts: Record<string, number> = {};
    for (const { name } of all(rule)) {
      const list = name.split("-").slice(1, 3).join(" ");
      counts[list] = (counts[list] ?? 0) + 1;
    }
    assert.deepEqual(counts, {
      "database egress": 19,
      "database ingress": 13,
      "private egress": 20,
      "private ingress": 14,
      "public egress": 3,
      "public ingress": 3,
    });
  });

  for (const [what, from, to, port] of [
    ["clients reach load balancers", "internet", "public", 443],
    ["load balancers reach services", "public", "private", 3000],
    ["workloads reach NAT gateways on their way to the internet", "private", "public", 443],
    ["NAT gateways reach the internet", "public", "internet", 443],
    ["workloads reach gateway endpoints, whose addresses are public", "private", "internet", 443],
    ["workloads reach PostgreSQL", "private", "database", 5432],
    ["workloads reach Redis", "private", "database", 6379],
    ["workloads reach Kafka", "private", "database", 9098],
    ["workloads reach each other on any port", "private", "private", 22],
    ["data stores reach each other", "database", "database", 5432],
    ["rotation functions beside data stores reach endpoints", "database", "private", 443],
  ] as const) {
    it(`let connections through: ${what}`, () => {
      assert.equal(connects(previewed, from, to, port), true);
    });
  }

  for (const [what, from, to, port] of [
    ["the internet to the database tier", "internet", "database", 5432],
    ["the public tier to the database tier", "public", "database", 5432],
    ["the database tier to the internet", "database", "internet", 443],
    ["the database tier to the public tier", "database", "public", 443],
    ["clients without TLS", "internet", "public", 80],
    ["clients with SSH", "internet", "public", 22],
    ["load balancers with SSH", "public", "private", 22],
    ["workloads with SSH to data stores", "private", "database", 22],
    ["workloads with mail to the internet", "private", "internet", 25],
  ] as const) {
    it(`let nothing through from ${what}`, () => {
      assert.equal(connects(previewed, from, to, port), false);
    });
  }

  it("let pods ask each other for names", () => {
    assert.equal(passes(previewed, "private", "private", { protocol: "udp", port: 53 }), true);
  });

  it("let routers tell workloads and load balancers that a packet is too large", () => {
    const tooLarge = { protocol: "icmp", port: 3 } as const;

    for (const side of ["public", "private"] as const) {
      assert.equal(passes(previewed, "internet", side, tooLarge), true, side);
      assert.equal(passes(previewed, side, "internet", tooLarge), true, side);
    }
    assert.equal(passes(previewed, "internet", "database", tooLarge), false);
    assert.equal(passes(previewed, "internet", "public", { protocol: "icmp", port: 8 }), false);
  });

  it("let the database tier reach gateway endpoints where it is told to, and nothing else", async () => {
    const opened = await previewNetwork({ ...args, endpoints: { databaseTier: true } });
    const added = names(opened, rule).filter((name) => !names(previewed, rule).includes(name));

    assert.deepEqual(added, [
      "network-database-egress-gateway-https",
      "network-database-ingress-gateway-replies",
    ]);
    assert.equal(connects(opened, "database", "internet", 443), true);
    assert.equal(connects(opened, "database", "internet", 80), false);
  });
});
