import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseVerification } from "../../components/database-verification";
import type {
  CheckArgs,
  DatabaseVerificationArgs,
} from "../../components/database-verification/args";
import { bootstrapChecks } from "../../components/database-verification/bootstrap-checks";
import { validateVerification } from "../../components/database-verification/validate-verification";
import type { Data } from "../../preview/engine/wire";
import type { Previewed } from "../support/preview";
import { clientArgs, previewBefore, types } from "./database-client-args";

const tables = { name: "tables", sql: "SELECT count(*) FROM pg_tables", atLeast: 85 };
const provinces = { name: "provinces", sql: "SELECT count(*) FROM provinces", exactly: 10 };
const args: DatabaseVerificationArgs = {
  ...clientArgs,
  workloadName: "verify",
  applicationSecretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/app-4d5e6f",
  checks: [tables, provinces],
};

function previewVerification(change: Partial<DatabaseVerificationArgs> = {}): Promise<Previewed> {
  return previewBefore(
    (options) => new DatabaseVerification("verify", { ...args, ...change }, options),
  );
}

describe("DatabaseVerification", () => {
  it("is a job that runs its script, and is waited for", async () => {
    const { one } = await previewVerification();
    const job = one(types.job);
    const template = (job.inputs["spec"] as Data)["template"] as Data;
    const [container = {}] = (template["spec"] as Data)["containers"] as Data[];

    assert.deepEqual(container["command"], ["sh", "/files/verify.sh"]);
    assert.deepEqual(one(types.topic).options.dependsOn, [job.urn]);
    assert.equal(job.parent, one("groundwork:platform:AppJob").urn);
    assert.equal(
      one("groundwork:platform:AppJob").parent,
      one("groundwork:platform:DatabaseVerification").urn,
    );
  });

  it("has the checks in a table, and each query in a file", async () => {
    const { one } = await previewVerification();
    const script = join(__dirname, "..", "..", "components", "database-verification", "verify.sh");

    assert.deepEqual(one(types.map, "verify-files").inputs["data"], {
      "ca.pem": args.caCertificates,
      "check-1.sql": "SELECT count(*) FROM pg_tables",
      "check-2.sql": "SELECT count(*) FROM provinces",
      "checks.tsv": "check-1.sql\tat least\t85\ttables\ncheck-2.sql\texactly\t10\tprovinces\n",
      "verify.sh": readFileSync(script, "utf8"),
    });
  });

  it("looks as the application", async () => {
    const { one } = await previewVerification();
    const key = args.applicationSecretArn;

    assert.deepEqual((one(types.secret).inputs["spec"] as Data)["data"], [
      { remoteRef: { key, property: "username" }, secretKey: "PGUSER" },
      { remoteRef: { key, property: "password" }, secretKey: "PGPASSWORD" },
    ]);
  });

  it("can ask whether a bootstrap has done all it was to", () => {
    const applicationRole = { name: "shop_app", connectionLimit: 100 };

    assert.deepEqual(bootstrapChecks({ applicationRole, extensions: ["postgis"] }), [
      {
        name: "extension postgis",
        sql: "SELECT count(*) FROM pg_extension WHERE extname = 'postgis'",
        exactly: 1,
      },
      {
        name: "connection limit of shop_app",
        sql: "SELECT rolconnlimit FROM pg_roles WHERE rolname = 'shop_app'",
        exactly: 100,
      },
      {
        name: "right of shop_app to make tables",
        sql: "SELECT has_schema_privilege('shop_app', 'public', 'CREATE')::int",
        exactly: 0,
      },
    ]);
  });

  it("asks for no limit that a bootstrap has not set", () => {
    const asked = bootstrapChecks({ applicationRole: { name: "shop_app" }, extensions: [] });

    assert.deepEqual(
      asked.map(({ name }) => name),
      ["right of shop_app to make tables"],
    );
  });

  it("fails with every problem at once", async () => {
    await assert.rejects(previewVerification({ checks: [], caCertificates: "" }), {
      message: [
        "caCertificates must be certificates in PEM, got none",
        "checks must have one at least, got none",
      ].join("\n"),
    });
  });

  const { atLeast, ...unbounded } = tables;
  const names = "checks must be named by 1 to 60 printable ASCII characters";
  const refused: readonly [string, readonly CheckArgs[], string][] = [
    [
      "two checks have one name",
      [tables, { ...provinces, name: "tables" }],
      "checks must have a name of their own each, got tables again",
    ],
    ["a check has no name", [{ ...tables, name: "" }], `${names}, got ""`],
    ["a name has lines", [{ ...tables, name: "a\tb" }], `${names}, got "a\\tb"`],
    [
      "a check asks nothing",
      [{ ...tables, sql: " " }],
      "checks.tables.sql must be a query, got nothing",
    ],
    [
      "no answer is right",
      [unbounded],
      "checks.tables must have one of atLeast and exactly, got none",
    ],
    [
      "there are two right answers",
      [{ ...tables, exactly: atLeast }],
      "checks.tables must have one of atLeast and exactly, got both",
    ],
    [
      "a right answer is no whole number",
      [{ ...tables, atLeast: 8.5 }],
      "checks.tables.atLeast must be a whole number from 0 to 9007199254740991, got 8.5",
    ],
    [
      "a right answer is negative",
      [{ ...provinces, exactly: -1 }],
      "checks.provinces.exactly must be a whole number from 0 to 9007199254740991, got -1",
    ],
  ];
  for (const [when, checks, problem] of refused) {
    it(`fails when ${when}`, () => {
      assert.deepEqual(validateVerification({ ...args, checks }), [problem]);
    });
  }
});
