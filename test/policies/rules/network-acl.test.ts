import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import { networkAclLimited } from "../../../policies/rules/network-acl";
import { judge, resource, type Resource, root, unknown } from "../kit";
import { suite } from "../suite";

const ruleType = "aws:ec2/networkAclRule:NetworkAclRule";
const ssh = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlock: "0.0.0.0/0" };
const refused = 'cidrBlock must not be the whole internet on port 22, got "0.0.0.0/0"';

describe("network-acl-limited, on one entry", () => {
  const entry = { networkAclId: unknown, ruleNumber: 100, ruleAction: "allow", ...ssh };
  const rule = suite(networkAclLimited, ruleType, entry);
  rule.fails("fails when it admits SSH from anywhere", {}, refused);
  rule.fails(
    "fails when it admits RDP from anywhere over IPv6",
    { cidrBlock: undefined, ipv6CidrBlock: "::/0", fromPort: 3389, toPort: 3389 },
    'ipv6CidrBlock must not be the whole internet on port 3389, got "::/0"',
  );
  rule.fails(
    "fails when all ports include both",
    { protocol: "-1", fromPort: 0, toPort: 0 },
    'cidrBlock must not be the whole internet on ports 22 and 3389, got "0.0.0.0/0"',
  );
  rule.fails(
    "fails when a range includes one, by the protocol's number",
    { protocol: "6", fromPort: 3000, toPort: 65535 },
    'cidrBlock must not be the whole internet on port 3389, got "0.0.0.0/0"',
  );
  rule.passes("passes the ports of replies", { fromPort: 1024, toPort: 65535 });
  rule.passes("passes another port", { fromPort: 443, toPort: 443 });
  rule.passes("passes a narrow range", { cidrBlock: "203.0.113.0/24" });
  rule.passes("passes another protocol", { protocol: "udp" });
  rule.passes("passes what is refused", { ruleAction: "deny" });
  rule.doesNotApply("does not apply to egress", { egress: true }, "it lets traffic out");
  rule.isUndecided(
    "is undecided while the range is not known",
    { cidrBlock: unknown },
    "cidrBlock",
  );
  rule.isUndecided("is undecided while a port is not known", { toPort: unknown }, "toPort");
  rule.isUndecided(
    "is undecided while the action is not known",
    { ruleAction: unknown },
    "ruleAction",
  );
  rule.isUndecided("is undecided while the direction is not known", { egress: unknown }, "egress");
});

describe("network-acl-limited, with replies counted", () => {
  const replies = { ...ssh, ruleNumber: 100, ruleAction: "allow", fromPort: 1024, toPort: 65535 };
  suite(networkAclLimited, ruleType, replies, { repliesCounted: true }).fails(
    "fails when they include one",
    {},
    'cidrBlock must not be the whole internet on port 3389, got "0.0.0.0/0"',
  );
});

describe("network-acl-limited, on an entry among others", () => {
  const acl = resource("aws:ec2/networkAcl:NetworkAcl", {}, { name: "main" });
  const entry = (name: string, inputs: Data, owner: Resource = acl): Resource =>
    resource(
      ruleType,
      { networkAclId: unknown, ruleAction: "allow", ...ssh, ...inputs },
      { name, dependencies: { networkAclId: [owner] } },
    );
  const allowed = entry("allowed", { ruleNumber: 200 });
  const verdictOn = async (...others: readonly Resource[]): Promise<unknown> => {
    const { verdicts } = await judge([networkAclLimited], [root, acl, allowed, ...others]);
    const found = verdicts.find(({ urn }) => urn === allowed.urn);
    return [found?.verdict, found?.message];
  };

  it("passes what an earlier entry refuses", async () => {
    const denied = entry("denied", { ruleNumber: 100, ruleAction: "deny" });
    assert.deepEqual(await verdictOn(denied), ["pass", undefined]);
  });

  it("passes what an earlier entry of the same id refuses", async () => {
    const named = { networkAclId: "acl-0123456789abcdef0", ruleAction: "deny" };
    const stack = [
      resource(ruleType, { ...ssh, ...named, ruleNumber: 1, protocol: "all" }, { name: "denied" }),
      resource(ruleType, { ...ssh, ...named, ruleNumber: 2, ruleAction: "allow" }),
    ];
    const { verdicts } = await judge([networkAclLimited], [root, ...stack]);
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      ["pass", "pass"],
    );
  });

  it("fails when an earlier entry admits it as well", async () => {
    assert.deepEqual(await verdictOn(entry("earlier", { ruleNumber: 100 })), ["fail", refused]);
  });

  const failing: readonly [title: string, other: Resource][] = [
    ["a later entry", entry("denied", { ruleNumber: 300, ruleAction: "deny" })],
    [
      "an entry for another port",
      entry("denied", { ruleNumber: 1, ruleAction: "deny", fromPort: 23 }),
    ],
    [
      "an entry for fewer addresses",
      entry("denied", { ruleNumber: 1, ruleAction: "deny", cidrBlock: "203.0.113.0/24" }),
    ],
    [
      "an entry for what goes out",
      entry("denied", { ruleNumber: 1, ruleAction: "deny", egress: true }),
    ],
    [
      "an entry of another ACL",
      entry(
        "denied",
        { ruleNumber: 1, ruleAction: "deny" },
        resource(acl.type, {}, { name: "other" }),
      ),
    ],
  ];
  for (const [title, other] of failing) {
    it(`fails when ${title} refuses it`, async () => {
      assert.deepEqual(await verdictOn(other), ["fail", refused]);
    });
  }

  it("is undecided while an entry may refuse it", async () => {
    const denied = entry("denied", { ruleNumber: unknown, ruleAction: "deny" });
    assert.deepEqual(await verdictOn(denied), [
      "undecided",
      "not known until deployed: the other entries of the network ACL",
    ]);
  });
});

for (const type of [
  "aws:ec2/networkAcl:NetworkAcl",
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
]) {
  describe(`network-acl-limited, on ${type}`, () => {
    const allow = { ...ssh, action: "allow", ruleNo: 200 };
    const rule = suite(networkAclLimited, type, { egress: [allow] });
    rule.passes("passes an ACL that lets nothing in", {});
    rule.fails(
      "fails when an entry admits SSH from anywhere",
      { ingress: [{ ...allow, fromPort: 443, toPort: 443 }, allow] },
      'ingress[1].cidrBlock must not be the whole internet on port 22, got "0.0.0.0/0"',
    );
    rule.passes("passes what an earlier entry refuses", {
      ingress: [allow, { ...allow, action: "deny", ruleNo: 100 }],
    });
    rule.isUndecided(
      "is undecided while the entries are not known",
      { ingress: unknown },
      "ingress",
    );
  });
}
