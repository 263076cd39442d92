import assert from "node:assert/strict";
import { zoneQueriesLogged, zoneSigned } from "../../../policies/rules/zone";
import { resource, unknown } from "../kit";
import { made, verdictOn, waiting } from "../made";

const zoneType = "aws:route53/zone:Zone";

for (const { rule, type, path } of [
  { rule: zoneQueriesLogged, type: "aws:route53/queryLog:QueryLog", path: "zoneId" },
  {
    rule: zoneSigned,
    type: "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec",
    path: "hostedZoneId",
  },
]) {
  describe(rule.id, () => {
    const about = resource(zoneType, { name: "example.com" }, { name: "public" });
    const missing = ["fail", `the zone must have an ${type}, but none refers to it`];

    it("passes a zone that has it", async () => {
      const own = made(type, "public", { [path]: about });
      assert.deepEqual(await verdictOn({ rule, about, among: [own] }), ["pass"]);
    });

    it("fails when another zone has", async () => {
      const other = resource(zoneType, {}, { name: "other" });
      const among = [other, made(type, "other", { [path]: other })];
      assert.deepEqual(await verdictOn({ rule, about, among }), missing);
    });

    it("is undecided while one may be the zone's", async () => {
      const open = resource(type, { [path]: unknown }, { name: "open" });
      assert.deepEqual(
        await verdictOn({ rule, about, among: [open] }),
        waiting(`${path} of ${type} "open"`),
      );
    });

    it("is undecided while it is not known who sees the zone", async () => {
      const open = resource(zoneType, { vpcs: unknown });
      assert.deepEqual(await verdictOn({ rule, about: open }), waiting("vpcs"));
    });

    it("does not apply to a private zone", async () => {
      const inner = resource(zoneType, { vpcs: [{ vpcId: unknown }] });
      assert.deepEqual(await verdictOn({ rule, about: inner }), [
        "notApplicable",
        "only networks of the account see it",
      ]);
    });
  });
}
