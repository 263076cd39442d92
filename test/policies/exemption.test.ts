import assert from "node:assert/strict";
import { covers, isExpired } from "../../policies/exemption";

const exemption = {
  resource: "*::reporting",
  reason: "It is rebuilt every night from production.",
  owner: "data-platform@example.com",
  expires: "2026-06-30",
};
const database = {
  urn: "urn:pulumi:production::shop::groundwork:platform:Database$aws:rds/instance:Instance::reporting",
  name: "reporting",
};

describe("an exemption's resource", () => {
  const patterns: readonly [string, boolean][] = [
    [database.urn, true],
    ["*::reporting", true],
    ["*aws:rds/instance:Instance::*", true],
    ["*Database$aws:rds/*", true],
    ["reporting", true],
    ["report*", true],
    ["{billing,reporting}", true],
    ["reportin?", true],
    ["report", false],
    ["*::report", false],
    ["aws:rds/instance:Instance::reporting", false],
    ["!billing", false],
    ["[reporting", false],
  ];
  for (const [resource, isCovered] of patterns) {
    it(`${isCovered ? "covers" : "does not cover"} a database, written ${resource}`, () => {
      assert.equal(covers({ ...exemption, resource }, database), isCovered);
    });
  }
});

describe("an exemption's last day", () => {
  it("still counts", () => {
    assert.equal(isExpired(exemption, "2026-06-30"), false);
  });

  it("is followed by none that does", () => {
    assert.equal(isExpired(exemption, "2026-07-01"), true);
  });
});
