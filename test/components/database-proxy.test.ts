import assert from "node:assert/strict";
import { loginReader } from "../../components/database/proxy";
import { namesOf, sourcesOf, waitsFor } from "../support/references";
import { args, previewDatabase, types } from "./database-args";

const unknown = { $unknown: true };
const proxied = { ...args, port: 6432, applicationUser: { name: "shop_app" }, proxy: {} };

describe("Database proxy", () => {
  it("is not made unless it is asked for", async () => {
    const { all } = await previewDatabase({ ...args, applicationUser: { name: "shop_app" } });

    const made = [types.proxy, types.pool, types.target, types.rolePolicy].flatMap(all);
    assert.deepEqual(namesOf(made), []);
  });

  it("takes TLS only and logs in as the application", async () => {
    const proxy = (await previewDatabase(proxied)).one(types.proxy);

    assert.deepEqual(proxy.inputs, {
      auths: [
        {
          authScheme: "SECRETS",
          clientPasswordAuthType: "POSTGRES_SCRAM_SHA_256",
          description: "Role of the applications",
          iamAuth: "DISABLED",
          secretArn: unknown,
        },
      ],
      debugLogging: false,
      engineFamily: "POSTGRESQL",
      idleClientTimeout: 1800,
      name: "shop-production",
      region: "eu-west-1",
      requireTls: true,
      roleArn: unknown,
      vpcSecurityGroupIds: [unknown],
      vpcSubnetIds: ["subnet-a", "subnet-b"],
    });
    assert.deepEqual(sourcesOf(proxy, "auths"), [`${types.secret}::db-application`]);
    assert.deepEqual(sourcesOf(proxy, "vpcSecurityGroupIds"), [`${types.group}::db-proxy`]);
    assert.deepEqual(sourcesOf(proxy, "roleArn"), [`${types.role}::db-proxy`]);
  });

  it("waits for its log group and for what its role may do", async () => {
    const proxy = (await previewDatabase(proxied)).one(types.proxy);

    assert.deepEqual(waitsFor(proxy), [
      `${types.logGroup}::db-proxy`,
      `${types.rolePolicy}::db-proxy`,
    ]);
  });

  it("keeps its log like every other", async () => {
    const { inputs } = (await previewDatabase(proxied)).one(types.logGroup, "db-proxy");

    assert.equal(inputs["name"], "/aws/rds/proxy/shop-production");
    assert.equal(inputs["retentionInDays"], 90);
    assert.equal(inputs["kmsKeyId"], "arn:aws:kms:eu-west-1:123456789012:key/logs");
  });

  it("closes idle clients and takes its share as it is told", async () => {
    const proxy = { idleClientTimeoutSeconds: 600, maxConnectionsPercent: 50 };
    const { one } = await previewDatabase({ ...proxied, proxy });

    assert.equal(one(types.proxy).inputs["idleClientTimeout"], 600);
    assert.deepEqual(one(types.pool).inputs["connectionPoolConfig"], { maxConnectionsPercent: 50 });
  });

  it("pools connections to the primary, nine tenths of what it takes", async () => {
    const { one } = await previewDatabase(proxied);

    const pool = one(types.pool);
    assert.deepEqual(pool.inputs, {
      connectionPoolConfig: { maxConnectionsPercent: 90 },
      dbProxyName: "shop-production",
      region: "eu-west-1",
    });
    assert.deepEqual(sourcesOf(pool, "dbProxyName"), [`${types.proxy}::db-proxy`]);
    const target = one(types.target);
    assert.deepEqual(target.inputs, {
      dbInstanceIdentifier: "shop-production",
      dbProxyName: "shop-production",
      region: "eu-west-1",
      targetGroupName: unknown,
    });
    assert.deepEqual(sourcesOf(target, "targetGroupName"), [`${types.pool}::db-proxy`]);
    assert.deepEqual(sourcesOf(target, "dbInstanceIdentifier"), [`${types.instance}::db`]);
  });

  it("is reached by the allowed groups on its own port, whatever the database's", async () => {
    const { one } = await previewDatabase(proxied);

    const ingress = one(types.ingress, "db-proxy-from-app");
    assert.deepEqual(ingress.inputs, {
      description: "PostgreSQL from app to the proxy of shop-production",
      fromPort: 5432,
      ipProtocol: "tcp",
      referencedSecurityGroupId: "sg-app",
      region: "eu-west-1",
      securityGroupId: unknown,
      toPort: 5432,
    });
    assert.deepEqual(sourcesOf(ingress, "securityGroupId"), [`${types.group}::db-proxy`]);
    assert.equal(one(types.egress, "db-proxy-from-app").inputs["securityGroupId"], "sg-app");
  });

  it("reaches the database on the database's port, and nothing else", async () => {
    const { all, one } = await previewDatabase(proxied);

    const outward = all(types.egress).filter((rule) =>
      sourcesOf(rule, "securityGroupId").includes(`${types.group}::db-proxy`),
    );
    assert.deepEqual(namesOf(outward), [`${types.egress} db-from-proxy`]);
    const ingress = one(types.ingress, "db-from-proxy");
    assert.equal(ingress.inputs["fromPort"], 6432);
    assert.equal(ingress.inputs["toPort"], 6432);
    assert.deepEqual(sourcesOf(ingress, "securityGroupId"), [`${types.group}::db-instances`]);
    assert.deepEqual(sourcesOf(ingress, "referencedSecurityGroupId"), [`${types.group}::db-proxy`]);
  });

  it("assumes a role that RDS of the account alone may assume", async () => {
    const { one } = await previewDatabase(proxied);

    const trust = JSON.parse(
      String(one(types.role, "db-proxy").inputs["assumeRolePolicy"]),
    ) as unknown;
    assert.deepEqual(trust, {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "rds.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        },
      ],
    });
    assert.deepEqual(sourcesOf(one(types.rolePolicy), "policy"), [
      `${types.secret}::db-application`,
    ]);
    assert.deepEqual(sourcesOf(one(types.rolePolicy), "role"), [`${types.role}::db-proxy`]);
  });

  it("reads one secret, and uses its key through Secrets Manager only", () => {
    const place = { region: "eu-west-1", secretsKeyArn: "arn:key" };
    assert.deepEqual(loginReader(place, "arn:secret"), {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: "arn:secret" },
        {
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: "arn:key",
          Condition: {
            StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" },
          },
        },
      ],
    });
  });
});
