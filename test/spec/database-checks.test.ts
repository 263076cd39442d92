import assert from "node:assert/strict";
import type { DatabaseVerificationArgs } from "../../components/database-verification/args";
import { databaseChecks } from "../../spec/database-checks";

const tables = { name: "tables", sql: "SELECT count(*) FROM pg_tables", atLeast: 85 };
const provinces = { name: "provinces", sql: "SELECT count(*) FROM provinces", exactly: 10 };

function messagesOf(checks: unknown): readonly string[] {
  return databaseChecks.safeParse(checks).error?.issues.map(({ message }) => message) ?? [];
}

describe("databaseChecks", () => {
  it("are what a verification takes", () => {
    const checks: DatabaseVerificationArgs["checks"] = databaseChecks.parse([tables, provinces]);

    assert.deepEqual(checks, [tables, provinces]);
  });

  it("are none where they are left out", () => {
    assert.deepEqual(databaseChecks.parse(undefined), []);
  });

  const { atLeast, ...unbounded } = tables;
  const refused: readonly [string, unknown, string][] = [
    ["no answer is right", [unbounded], "must have one of atLeast and exactly"],
    [
      "there are two right answers",
      [{ ...tables, exactly: atLeast }],
      "must have one of atLeast and exactly",
    ],
    [
      "two checks have one name",
      [tables, { ...provinces, name: "tables" }],
      "must be checks with a name of their own each",
    ],
    [
      "a check has no name",
      [{ ...tables, name: "" }],
      "must be 1 to 60 printable ASCII characters",
    ],
    ["a check asks nothing", [{ ...tables, sql: " " }], "must be a query"],
  ];
  for (const [when, checks, problem] of refused) {
    it(`fails when ${when}`, () => {
      assert.deepEqual(messagesOf(checks), [problem]);
    });
  }
});
