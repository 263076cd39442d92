import {
  clusterSupportStandard,
  clusterVersionSupported,
} from "../../../policies/rules/cluster-version";
import { unknown } from "../kit";
import { suite } from "../suite";

for (const type of ["aws:eks/cluster:Cluster", "aws:eks/nodeGroup:NodeGroup"]) {
  describe(`cluster-version-supported, on ${type}`, () => {
    const rule = suite(clusterVersionSupported, type, { version: "1.32" });
    rule.passes("passes a version in support", {});
    rule.passes("passes a version that is later than any listed", { version: "1.99" });
    rule.fails(
      "fails when support has ended",
      { version: "1.31" },
      'version must be in standard support on 2026-01-15, got "1.31", whose support ends on 2025-11-25',
    );
    rule.fails(
      "fails when it ended long ago",
      { version: "1.23" },
      'version must be in standard support on 2026-01-15, got "1.23", whose support ends on 2023-10-10',
    );
    rule.isUndecided("is undecided while it is not known", { version: unknown }, "version");
    rule.doesNotApply(
      "does not apply where none is said",
      { version: undefined },
      "AWS takes the version, or it is the cluster's",
    );
  });
}

describe("cluster-version-supported, with notice", () => {
  const type = "aws:eks/cluster:Cluster";
  suite(clusterVersionSupported, type, { version: "1.32" }, { noticeDays: 66 }).passes(
    "passes on the last day before the notice",
    {},
  );
  suite(clusterVersionSupported, type, { version: "1.32" }, { noticeDays: 67 }).fails(
    "fails when support ends within it",
    {},
    'version must be in standard support on 2026-03-23, got "1.32", whose support ends on 2026-03-22',
  );
});

describe("cluster-support-standard", () => {
  const upgradePolicy = { supportType: "STANDARD" };
  const rule = suite(clusterSupportStandard, "aws:eks/cluster:Cluster", { upgradePolicy });
  rule.passes("passes a cluster that is upgraded in time", {});
  rule.fails(
    "fails when it is supported for longer",
    { upgradePolicy: { supportType: "EXTENDED" } },
    'upgradePolicy.supportType must be "STANDARD", got "EXTENDED"',
  );
  rule.fails(
    "fails when AWS's default holds",
    { upgradePolicy: undefined },
    'upgradePolicy.supportType must be "STANDARD", but is not set',
  );
  rule.isUndecided(
    "is undecided while it is not known",
    { upgradePolicy: unknown },
    "upgradePolicy.supportType",
  );
});
