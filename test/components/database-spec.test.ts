import assert from "node:assert/strict";
import type { DatabaseArgs } from "../../components/database/args";
import { settingsOf } from "../../components/database/database-settings";
import { databaseSchema } from "../../spec/database";
import { args } from "./database-args";

const required = {
  engineVersion: "16",
  instanceClass: "db.r6g.large",
  storage: { allocatedGiB: 100 },
  databaseName: "shop",
};
const optional = { applicationUser: { name: "shop_app" }, proxy: {} };

describe("Database by the spec", () => {
  it("has the spec's defaults, so that a direct user gets what a system gets", () => {
    const spec = databaseSchema.parse({ ...required, ...optional });
    const settings: Readonly<Record<string, unknown>> = settingsOf({ ...args, ...optional });

    const sameKeys = Object.keys(spec).map((key) => [key, settings[key]]);
    assert.deepEqual(Object.fromEntries(sameKeys), spec);
  });

  it("takes what the spec gives", () => {
    const spec: Partial<DatabaseArgs> = databaseSchema.parse(required);

    assert.equal(spec.databaseName, "shop");
  });
});
