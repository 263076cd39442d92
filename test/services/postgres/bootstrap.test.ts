import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { builtPostgresOrSkip, debianPostgresOrSkip, type Installation } from "./installation";
import { bootstrap, type Site } from "./jobs";
import { Server } from "./server";

const contrib = ["uuid-ossp", "pgcrypto", "pg_trgm"];
const guide = { applicationRole: { name: "cdf_app", connectionLimit: 100 } };
const application = { user: "cdf_app", password: "app~Secret-1._" };
const ready = { status: 0, output: "the database cdf_smarthub is ready for cdf_app\n" };
const catalogue = readFileSync(join(__dirname, "catalogue.sql"), "utf8");

interface Subject {
  readonly what: string;
  readonly installationOrSkip: (context: Mocha.Context) => Installation;
  readonly extensions: readonly string[];
  /** An extension that it has not, and what it says of that. */
  readonly missing: readonly [string, string];
}

const subjects: readonly Subject[] = [
  {
    what: "PostgreSQL 16 without PostGIS",
    installationOrSkip: builtPostgresOrSkip,
    extensions: contrib,
    missing: ["postgis", 'extension "postgis" is not available'],
  },
  {
    what: "PostgreSQL with PostGIS",
    installationOrSkip: debianPostgresOrSkip,
    extensions: [...contrib, "postgis"],
    missing: ["nowhere", "could not open extension control file"],
  },
];
for (const { what, installationOrSkip, extensions, missing } of subjects) {
  describe(`DatabaseBootstrap on ${what}`, () => {
    let server: Server;
    let site: Site;
    const args = { ...guide, extensions };
    const asMaster = (...statements: string[]) =>
      server.query(server.master, statements, "cdf_smarthub");
    const asApplication = (...statements: string[]) =>
      server.query(application, statements, "cdf_smarthub");

    before(async function () {
      server = await Server.start(installationOrSkip(this));
      site = { server, database: "cdf_smarthub", application };
      await server.query(server.master, [
        "CREATE DATABASE cdf_smarthub",
        "CREATE DATABASE elsewhere",
      ]);
      await asMaster("CREATE TABLE provinces (id serial PRIMARY KEY, name text)");
      assert.deepEqual(await bootstrap(site, args), ready);
    });
    // The server is undefined where the tests are skipped.
    after(() => (server as Server | undefined)?.stop());

    it("changes nothing when it is run again", async () => {
      const before = await server.asSuperuser(catalogue, "cdf_smarthub");

      assert.deepEqual(await bootstrap(site, args), ready);
      assert.equal(await server.asSuperuser(catalogue, "cdf_smarthub"), before);
    });

    it("makes the extensions", async () => {
      const names = await asMaster("SELECT extname FROM pg_extension ORDER BY oid");

      assert.deepEqual(names.split("\n"), ["plpgsql", ...extensions]);
    });

    if (extensions.includes("postgis")) {
      it("lets the application use what extensions bring and change none of it", async () => {
        assert.equal(await asApplication("SELECT ST_AsText(ST_Point(28, -15))"), "POINT(28 -15)");
        await assert.rejects(
          asApplication("DELETE FROM spatial_ref_sys"),
          /ERROR: {2}permission denied for table spatial_ref_sys/,
        );
      });
    }

    for (const [when, table] of [
      ["were there before", "provinces"],
      ["come later", "districts"],
    ] as const) {
      it(`lets the application read and write the rows of tables that ${when}`, async () => {
        await asMaster(`CREATE TABLE IF NOT EXISTS ${table} (id serial PRIMARY KEY, name text)`);
        const rows = await asApplication(
          `INSERT INTO ${table} (name) VALUES ('Lusaka'), ('Copperbelt')`,
          `UPDATE ${table} SET name = 'Luapula' WHERE id = 1`,
          `DELETE FROM ${table} WHERE id = 2`,
          `SELECT id, name FROM ${table}`,
        );

        assert.equal(rows, "1|Luapula");
      });
    }

    const refused: readonly [string, string, string][] = [
      ["a table", "CREATE TABLE t ()", "permission denied for schema public"],
      [
        "a temporary table",
        "CREATE TEMP TABLE t ()",
        'permission denied to create temporary tables in database "cdf_smarthub"',
      ],
      ["a schema", "CREATE SCHEMA s", "permission denied for database cdf_smarthub"],
      ["a role", "CREATE ROLE r", "permission denied to create role"],
      ["a database", "CREATE DATABASE d", "permission denied to create database"],
      ["an extension", "CREATE EXTENSION hstore", 'permission denied to create extension "hstore"'],
      ["another limit of its own", "ALTER ROLE cdf_app CONNECTION LIMIT 101", "permission denied"],
      [
        "an empty table of a full one",
        "TRUNCATE provinces",
        "permission denied for table provinces",
      ],
      [
        "another column",
        "ALTER TABLE provinces ADD COLUMN c int",
        "must be owner of table provinces",
      ],
      ["the end of a table", "DROP TABLE provinces", "must be owner of table provinces"],
      ["the end of the database", "DROP DATABASE elsewhere", "must be owner of database elsewhere"],
      [
        "other users' passwords",
        "SELECT rolpassword FROM pg_authid",
        "permission denied for table pg_authid",
      ],
    ];
    for (const [made, statement, problem] of refused) {
      it(`does not let the application make ${made}`, async () => {
        await assert.rejects(asApplication(statement), new RegExp(`^Error: ERROR: {2}${problem}`));
      });
    }

    for (const database of ["elsewhere", "postgres", "template1"]) {
      it(`does not let the application into the database ${database}`, async () => {
        await assert.rejects(
          server.query(application, ["SELECT"], database),
          new RegExp(`FATAL: {2}permission denied for database "${database}"`),
        );
      });
    }

    it("sets the limit of connections of the application and of its clone", async () => {
      const limits = await asMaster(
        "SELECT rolname, rolconnlimit FROM pg_roles WHERE rolname ~ '^cdf_app' ORDER BY 1",
      );

      assert.equal(limits, "cdf_app|100\ncdf_app_clone|100");
    });

    it("keeps the application to its limit of connections", async () => {
      const limited = { applicationRole: { name: "cdf_app", connectionLimit: 2 }, extensions };
      assert.deepEqual(await bootstrap(site, limited), ready);
      const held = [1, 2].map(() => asApplication("SELECT pg_sleep(60)").catch(String));
      await holds(server, 2);

      await assert.rejects(
        asApplication("SELECT"),
        /FATAL: {2}too many connections for role "cdf_app"/,
      );
      await server.asSuperuser(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'cdf_app'",
      );
      await Promise.all(held);
      assert.deepEqual(await bootstrap(site, args), ready);
    });

    it("keeps the passwords out of the server's log of statements", () => {
      assert.match(server.log(), /statement: ALTER USER cdf_app PASSWORD 'SCRAM-SHA-256\$4096:/);
      assert.equal(server.log().includes(application.password), false);
    });

    it("lets the clone do what the application may once the rotation is at its turn", async () => {
      const clone = { user: "cdf_app_clone", password: "clone~Secret-2._" };
      const said = await bootstrap({ ...site, application: clone }, args);

      assert.equal(said.output, "the database cdf_smarthub is ready for cdf_app_clone\n");
      assert.equal(await asApplication("SELECT 1"), "1");
      const rows = await server.query(
        clone,
        ["INSERT INTO districts (name) VALUES ('Chilanga')", "DELETE FROM districts", "SELECT 2"],
        "cdf_smarthub",
      );
      assert.equal(rows, "2");
      assert.equal(server.log().includes(clone.password), false);
    });

    it("lets the rotation, as the master, change the passwords of both", async () => {
      for (const user of ["cdf_app", "cdf_app_clone"]) {
        const rotated = { user, password: "rotated~Secret-4._" };
        await asMaster(`ALTER USER ${user} WITH PASSWORD '${rotated.password}'`);

        assert.equal(await server.query(rotated, ["SELECT 3"], "cdf_smarthub"), "3");
      }
    });

    it("sets the password that the secret says where the role has another one", async () => {
      const next = { user: "cdf_app", password: "next~Secret-3._" };

      assert.deepEqual(await bootstrap({ ...site, application: next }, args), ready);
      assert.equal(await server.query(next, ["SELECT 1"], "cdf_smarthub"), "1");
      assert.deepEqual(await bootstrap(site, args), ready);
      assert.equal(await asApplication("SELECT 1"), "1");
    });

    it("takes back what the application was given by hand", async () => {
      await asMaster(
        "GRANT ALL ON DATABASE cdf_smarthub TO cdf_app",
        "GRANT ALL ON SCHEMA public TO cdf_app",
        "GRANT ALL ON ALL TABLES IN SCHEMA public TO cdf_app",
        "ALTER ROLE cdf_app CREATEDB",
      );
      const mayMake = `
        SELECT has_database_privilege('cdf_app', 'cdf_smarthub', 'CREATE'),
          has_schema_privilege('cdf_app', 'public', 'CREATE'),
          has_table_privilege('cdf_app', 'provinces', 'TRUNCATE'),
          (SELECT rolcreatedb FROM pg_roles WHERE rolname = 'cdf_app')`;
      assert.equal(await asMaster(mayMake), "t|t|t|t");

      assert.deepEqual(await bootstrap(site, args), ready);
      assert.equal(await asMaster(mayMake), "f|f|f|f");
    });

    it("makes a database that is not there, and a role that owns its tables", async () => {
      const other = { ...site, database: "fresh" };
      const said = await bootstrap(other, { ...args, ownerRole: "cdf_owner" });
      assert.equal(said.output, "the database fresh is ready for cdf_app\n");

      await server.query(
        server.master,
        ["SET ROLE cdf_owner", "CREATE TABLE wards (id serial)", "CREATE SCHEMA more"],
        "fresh",
      );
      const rows = ["INSERT INTO wards DEFAULT VALUES", "SELECT id FROM wards"];
      assert.equal(await server.query(application, rows, "fresh"), "1");
    });

    it("fails when the application's secret is for another role", async () => {
      const other = { user: "postgres", password: "x" };

      assert.deepEqual(await bootstrap({ ...site, application: other }, args), {
        status: 1,
        output:
          "the username in the application's secret must be one of cdf_app,cdf_app_clone, got postgres\n",
      });
    });

    it("fails when the server has no such extension", async () => {
      const [extension, problem] = missing;
      const { status, output } = await bootstrap(site, { ...guide, extensions: [extension] });

      assert.equal(status, 3);
      assert.ok(output.includes(`ERROR:  ${problem}`), output);
    });

    it("fails when the server is not the one of the certificates", async () => {
      const { status, output } = await bootstrap(site, args, {
        caCertificates: rootCertificates[0] ?? "",
      });

      assert.equal(status, 2);
      assert.match(output, /SSL error: certificate verify failed/);
    });
  });
}

/** Waits until the application holds so many connections. */
async function holds(server: Server, count: number): Promise<void> {
  const question = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'cdf_app'";
  while ((await server.asSuperuser(question)) !== String(count));
}
