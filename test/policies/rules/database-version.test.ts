import { databaseVersionSupported } from "../../../policies/rules/database-version";
import { unknown } from "../kit";
import { suite } from "../suite";

for (const type of ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"]) {
  describe(`database-version-supported, on ${type}`, () => {
    const rule = suite(databaseVersionSupported, type, { engine: "postgres", engineVersion: "16" });
    rule.passes("passes a major version in support", {});
    rule.passes("passes a minor version of one in support", { engineVersion: "13.18" });
    rule.passes("passes a version that is later than any listed", { engineVersion: "99.1" });
    rule.fails(
      "fails when support has ended",
      { engineVersion: "12.22" },
      'engineVersion must be in standard support on 2026-01-15, got "12.22", whose support ends on 2025-02-28',
    );
    rule.fails(
      "fails when MySQL's has",
      { engine: "mysql", engineVersion: "5.7.44" },
      'engineVersion must be in standard support on 2026-01-15, got "5.7.44", whose support ends on 2024-02-29',
    );
    rule.fails(
      "fails when MariaDB's has, though a later version begins alike",
      { engine: "mariadb", engineVersion: "10.4.34" },
      'engineVersion must be in standard support on 2026-01-15, got "10.4.34", whose support ends on 2025-02-28',
    );
    rule.passes("passes a version that begins like one whose support has ended", {
      engine: "mariadb",
      engineVersion: "10.40.1",
    });
    rule.fails(
      "fails when Aurora's has, whatever its own number",
      { engine: "aurora-mysql", engineVersion: "5.7.mysql_aurora.2.11.2" },
      'engineVersion must be in standard support on 2026-01-15, got "5.7.mysql_aurora.2.11.2", whose support ends on 2024-10-31',
    );
    rule.isUndecided(
      "is undecided while the version is not known",
      { engineVersion: unknown },
      "engineVersion",
    );
    rule.isUndecided(
      "is undecided while the engine is not known",
      { engine: unknown, engineVersion: "12.22" },
      "engine",
    );
    rule.doesNotApply(
      "does not apply where AWS takes the version",
      { engineVersion: undefined },
      "AWS takes the version, or it is the source's",
    );
    rule.doesNotApply(
      "does not apply to an engine without a calendar",
      { engine: "oracle-se2", engineVersion: "19" },
      "the versions of this engine have no listed end of support",
    );
  });
}

describe("database-version-supported, with notice", () => {
  const database = { engine: "postgres", engineVersion: "13" };
  const type = "aws:rds/instance:Instance";
  suite(databaseVersionSupported, type, database, { noticeDays: 44 }).passes(
    "passes on the last day before the notice",
    {},
  );
  suite(databaseVersionSupported, type, database, { noticeDays: 45 }).fails(
    "fails when support ends within it",
    {},
    'engineVersion must be in standard support on 2026-03-01, got "13", whose support ends on 2026-02-28',
  );
});
