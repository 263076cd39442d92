import assert from "node:assert/strict";
import type { CheckArgs } from "../../../components/database-verification/args";
import { bootstrapChecks } from "../../../components/database-verification/bootstrap-checks";
import { debianPostgresOrSkip } from "./installation";
import { bootstrap, type Site, verify } from "./jobs";
import { Server } from "./server";

const bootstrapped = {
  applicationRole: { name: "cdf_app", connectionLimit: 100 },
  extensions: ["uuid-ossp", "pgcrypto", "pg_trgm", "postgis"],
};
const application = { user: "cdf_app", password: "app~Secret-1._" };

/** What the guide of CDF Smart Hub has checked by hand, and what its bootstrap has done. */
const checks: readonly CheckArgs[] = [
  {
    name: "tables",
    sql: "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'",
    atLeast: 85,
  },
  { name: "provinces", sql: "SELECT count(*) FROM provinces", exactly: 10 },
  { name: "districts", sql: "SELECT count(*) FROM districts", atLeast: 116 },
  { name: "constituencies", sql: "SELECT count(*) FROM constituencies;\n", atLeast: 156 },
  ...bootstrapChecks(bootstrapped),
];

/** Makes so many tables and rows, each beside those of PostGIS. */
function migration(tables: number, seeds: Readonly<Record<string, number>>): readonly string[] {
  const others = tables - Object.keys(seeds).length;
  return [
    ...Array.from({ length: others }, (_, index) => `CREATE TABLE table_${index} ()`),
    ...Object.entries(seeds).flatMap(([table, rows]) => [
      `CREATE TABLE ${table} (id int)`,
      `INSERT INTO ${table} SELECT generate_series(1, ${rows})`,
    ]),
  ];
}

describe("DatabaseVerification", () => {
  let server: Server;
  const site = (database: string): Site => ({ server, database, application });
  const make = async (database: string, statements: readonly string[]) => {
    await bootstrap(site(database), bootstrapped);
    await server.query(server.master, statements, database);
  };

  before(async function () {
    server = await Server.start(debianPostgresOrSkip(this));
    await make("whole", migration(84, { provinces: 10, districts: 116, constituencies: 156 }));
    await make("poor", migration(11, { provinces: 9, districts: 115, constituencies: 157 }));
    await server.query(
      server.master,
      [
        "DROP EXTENSION pg_trgm",
        "ALTER ROLE cdf_app CONNECTION LIMIT -1",
        "GRANT CREATE ON SCHEMA public TO cdf_app",
        "REVOKE SELECT ON districts FROM cdf_app",
        "DROP TABLE constituencies",
      ],
      "poor",
    );
  });
  // The server is undefined where the tests are skipped.
  after(() => (server as Server | undefined)?.stop());

  it("says of every check that it holds", async () => {
    await server.query(server.master, ["ALTER ROLE cdf_app CONNECTION LIMIT 100"]);
    const { status, output } = await verify(site("whole"), checks);

    assert.deepEqual(output.split("\n"), [
      "ok      tables                           expected at least 85, found 85",
      "ok      provinces                        expected exactly 10, found 10",
      "ok      districts                        expected at least 116, found 116",
      "ok      constituencies                   expected at least 156, found 156",
      "ok      extension uuid-ossp              expected exactly 1, found 1",
      "ok      extension pgcrypto               expected exactly 1, found 1",
      "ok      extension pg_trgm                expected exactly 1, found 1",
      "ok      extension postgis                expected exactly 1, found 1",
      "ok      connection limit of cdf_app      expected exactly 100, found 100",
      "ok      right of cdf_app to make tables  expected exactly 0, found 0",
      "all 10 checks hold",
      "",
    ]);
    assert.equal(status, 0);
  });

  it("fails with every check that does not hold, and what it found instead", async () => {
    await server.query(server.master, ["ALTER ROLE cdf_app CONNECTION LIMIT -1"]);
    const { status, output } = await verify(site("poor"), checks);

    assert.deepEqual(output.split("\n"), [
      "FAILED  tables                           expected at least 85, found 11",
      "FAILED  provinces                        expected exactly 10, found 9",
      "FAILED  districts                        expected at least 116, found ERROR:  permission denied for table districts",
      'FAILED  constituencies                   expected at least 156, found ERROR:  relation "constituencies" does not exist',
      "ok      extension uuid-ossp              expected exactly 1, found 1",
      "ok      extension pgcrypto               expected exactly 1, found 1",
      "FAILED  extension pg_trgm                expected exactly 1, found 0",
      "ok      extension postgis                expected exactly 1, found 1",
      "FAILED  connection limit of cdf_app      expected exactly 100, found -1",
      "FAILED  right of cdf_app to make tables  expected exactly 0, found 1",
      "7 of 10 checks failed",
      "",
    ]);
    assert.equal(status, 1);
  });

  const odd: readonly [string, string, string][] = [
    ["answers with no row", "SELECT 1 WHERE false", "nothing"],
    ["answers with more than a row", "SELECT generate_series(7, 8)", "7 and more"],
    ["answers with no number", "SELECT 'seven'", "seven"],
    ["answers with a part of a number", "SELECT 7.5", "7.5"],
    ["says nothing that PostgreSQL knows", "SELEC 7", 'ERROR:  syntax error at or near "SELEC"'],
    [
      "would change something",
      "UPDATE provinces SET id = 7",
      "ERROR:  cannot execute UPDATE in a read-only transaction",
    ],
  ];
  for (const [what, sql, found] of odd) {
    it(`fails when a check ${what}`, async () => {
      assert.deepEqual(await verify(site("whole"), [{ name: "seven", sql, atLeast: 7 }]), {
        status: 1,
        output: `FAILED  seven  expected at least 7, found ${found}\n1 of 1 checks failed\n`,
      });
    });
  }

  it("fails when it cannot log in", async () => {
    const stranger = { user: "cdf_app", password: "x" };
    const { status, output } = await verify({ ...site("whole"), application: stranger }, checks);

    assert.equal(status, 1);
    assert.match(
      output,
      /^psql: error: .* FATAL: {2}password authentication failed for user "cdf_app"\n$/,
    );
  });
});
