import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseBootstrap } from "../../components/database-bootstrap";
import type { DatabaseBootstrapArgs } from "../../components/database-bootstrap/args";
import { validateBootstrap } from "../../components/database-bootstrap/validate-bootstrap";
import type { Data } from "../../preview/engine/wire";
import type { Previewed } from "../support/preview";
import { namesOf } from "../support/references";
import { clientArgs, previewBefore, types } from "./database-client-args";

const args: DatabaseBootstrapArgs = {
  ...clientArgs,
  workloadName: "bootstrap",
  masterSecretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/master-1a2b3c",
  applicationSecretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/app-4d5e6f",
  applicationRole: { name: "shop_app" },
};

function previewBootstrap(change: Partial<DatabaseBootstrapArgs> = {}): Promise<Previewed> {
  return previewBefore(
    (options) => new DatabaseBootstrap("bootstrap", { ...args, ...change }, options),
  );
}

async function variablesOf(change: Partial<DatabaseBootstrapArgs>): Promise<Data> {
  return (await previewBootstrap(change)).one(types.map, "bootstrap").inputs["data"] as Data;
}

function containerOf({ one }: Previewed): Data {
  const template = (one(types.job).inputs["spec"] as Data)["template"] as Data;
  const [container = {}] = (template["spec"] as Data)["containers"] as Data[];
  return container;
}

describe("DatabaseBootstrap", () => {
  it("is a job with its account, variables, files, secrets and network policy", async () => {
    const { resources, one } = await previewBootstrap();

    assert.deepEqual(namesOf(resources), [
      `${types.topic} after`,
      `${types.job} bootstrap`,
      `${types.map} bootstrap`,
      `${types.map} bootstrap-files`,
      "kubernetes:core/v1:ServiceAccount bootstrap",
      `${types.secret} bootstrap`,
      `${types.policy} bootstrap`,
      "groundwork:platform:AppJob bootstrap",
      "groundwork:platform:DatabaseBootstrap bootstrap",
    ]);
    assert.deepEqual(one(types.topic).options.dependsOn, [one(types.job).urn]);
  });

  it("runs its script with PostgreSQL's own client", async () => {
    const { command, image, resources, terminationMessagePolicy } = containerOf(
      await previewBootstrap(),
    ) as Record<string, unknown>;

    assert.deepEqual(command, ["sh", "/files/bootstrap.sh"]);
    assert.equal(image, "public.ecr.aws/docker/library/postgres:16.14");
    assert.deepEqual(resources, {
      limits: { cpu: "500m", memory: "256Mi" },
      requests: { cpu: "50m", memory: "64Mi" },
    });
    assert.equal(terminationMessagePolicy, "FallbackToLogsOnError");
  });

  it("runs the image, and for as long and as often, as it is told to", async () => {
    const previewed = await previewBootstrap({
      image: "registry.example.com/postgres:17.4",
      retries: 5,
      deadlineSeconds: 60,
    });
    const spec = previewed.one(types.job).inputs["spec"] as Data;

    assert.equal(containerOf(previewed)["image"], "registry.example.com/postgres:17.4");
    assert.equal(spec["backoffLimit"], 5);
    assert.equal(spec["activeDeadlineSeconds"], 60);
  });

  it("has every script of its folder, and the certificates", async () => {
    const { one } = await previewBootstrap();
    const folder = join(__dirname, "..", "..", "components", "database-bootstrap");
    const scripts = readdirSync(folder).filter((name) => !name.endsWith(".ts"));

    assert.deepEqual(scripts, ["bootstrap.sh", "database.sql", "password.sql", "server.sql"]);
    assert.deepEqual(one(types.map, "bootstrap-files").inputs["data"], {
      "ca.pem": args.caCertificates,
      ...Object.fromEntries(
        scripts.map((name) => [name, readFileSync(join(folder, name), "utf8")]),
      ),
    });
  });

  it("knows where the server is and that it must prove it", async () => {
    assert.deepEqual(await variablesOf({}), {
      APPLICATION_ROLE: "shop_app",
      CONNECTION_LIMIT: "-1",
      EXTENSIONS: "",
      HOME: "/tmp",
      LOGIN_ROLES: "shop_app,shop_app_clone",
      PGCONNECT_TIMEOUT: "10",
      PGDATABASE: "shop",
      PGHOST: "db.example.com",
      PGPORT: "5432",
      PGSSLMODE: "verify-full",
      PGSSLROOTCERT: "/files/ca.pem",
    });
  });

  const told: readonly [string, Partial<DatabaseBootstrapArgs>, Data][] = [
    [
      "limit",
      { applicationRole: { name: "shop_app", connectionLimit: 100 } },
      { CONNECTION_LIMIT: "100" },
    ],
    [
      "single login",
      { applicationRole: { name: "shop_app", alternates: false } },
      { LOGIN_ROLES: "shop_app" },
    ],
    ["owner", { ownerRole: "shop_owner" }, { OWNER_ROLE: "shop_owner" }],
    [
      "list of extensions",
      { extensions: ["uuid-ossp", "postgis"] },
      { EXTENSIONS: "uuid-ossp,postgis" },
    ],
  ];
  for (const [what, change, variables] of told) {
    it(`goes by the ${what} that it is told of`, async () => {
      assert.deepEqual(await variablesOf(change), { ...(await variablesOf({})), ...variables });
    });
  }

  it("has the logins from their secrets alone, and soon after they change", async () => {
    const previewed = await previewBootstrap();
    const { data, refreshInterval } = previewed.one(types.secret).inputs["spec"] as Data;

    assert.deepEqual(
      data,
      [
        ["APPLICATION_USERNAME", args.applicationSecretArn, "username"],
        ["APPLICATION_PASSWORD", args.applicationSecretArn, "password"],
        ["PGUSER", args.masterSecretArn, "username"],
        ["PGPASSWORD", args.masterSecretArn, "password"],
      ].map(([secretKey, key, property]) => ({ remoteRef: { key, property }, secretKey })),
    );
    assert.equal(refreshInterval, "5m");
    for (const variable of containerOf(previewed)["env"] as Data[]) {
      assert.deepEqual(Object.keys(variable), ["name", "valueFrom"]);
    }
  });

  it("reaches names and the database, and nothing else", async () => {
    const { one } = await previewBootstrap();
    const { egress, ingress } = one(types.policy).inputs["spec"] as Data;

    assert.equal((egress as Data[]).length, 2);
    assert.deepEqual((egress as Data[])[1], {
      ports: [{ port: 5432, protocol: "TCP" }],
      to: [{ ipBlock: { cidr: "10.0.21.0/24" } }],
    });
    assert.deepEqual(ingress, []);
  });

  it("fails with every problem at once", async () => {
    await assert.rejects(previewBootstrap({ caCertificates: "", ownerRole: "shop_app" }), {
      message: [
        "caCertificates must be certificates in PEM, got none",
        "ownerRole must be another role than the application's, which may not change tables, got shop_app",
      ].join("\n"),
    });
  });

  const name57 = "a".repeat(57);
  it("takes a name of 57 characters, and of 63 where no other role takes turns with it", () => {
    const single = { name: "a".repeat(63), alternates: false };

    assert.deepEqual(validateBootstrap({ ...args, applicationRole: { name: name57 } }), []);
    assert.deepEqual(validateBootstrap({ ...args, applicationRole: single }), []);
  });

  const rule = "must be lower-case letters, digits and underscores, at most 63, no digit first";
  const refused: readonly [string, Partial<DatabaseBootstrapArgs>, string][] = [
    [
      "the database has a name to quote",
      { database: { ...args.database, databaseName: "my-shop" } },
      `database.databaseName ${rule}, got my-shop`,
    ],
    [
      "the role has a name to quote",
      { applicationRole: { name: "Shop" } },
      `applicationRole.name ${rule}, got Shop`,
    ],
    [
      "the name of the role leaves no room for its clone's",
      { applicationRole: { name: `${name57}a` } },
      `applicationRole.name must be at most 57 characters, for _clone after it, got 58: ${name57}a`,
    ],
    [
      "the role may hold no connection",
      { applicationRole: { name: "shop_app", connectionLimit: 0 } },
      "applicationRole.connectionLimit must be a whole number from 1 to 10000, got 0",
    ],
    ["the owner has a name to quote", { ownerRole: "1st" }, `ownerRole ${rule}, got 1st`],
    [
      "an extension has no name of one",
      { extensions: ["postgis; DROP"] },
      "extensions must be names of PostgreSQL extensions, got postgis; DROP",
    ],
  ];
  for (const [when, change, problem] of refused) {
    it(`fails when ${when}`, () => {
      assert.deepEqual(validateBootstrap({ ...args, ...change }), [problem]);
    });
  }
});
