import {
  databaseIamAuthentication,
  databasePasswordKeptOut,
  databasePrivate,
  databaseProxyTls,
} from "../../../policies/rules/database-access";
import { secret, unknown } from "../kit";
import { suite } from "../suite";

const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";

for (const type of [instance, "aws:rds/clusterInstance:ClusterInstance"]) {
  describe(`database-private, on ${type}`, () => {
    const rule = suite(databasePrivate, type, { publiclyAccessible: false });
    rule.passes("passes an instance without a public address", {});
    rule.passes("passes when nothing is said, for AWS gives it none then", {
      publiclyAccessible: undefined,
    });
    rule.fails(
      "fails when it has a public address",
      { publiclyAccessible: true },
      "publiclyAccessible must not be true, got true",
    );
    rule.isUndecided(
      "is undecided while that is not known",
      { publiclyAccessible: unknown },
      "publiclyAccessible",
    );
  });
}

for (const type of [instance, cluster]) {
  describe(`database-iam-authentication, on ${type}`, () => {
    const property = "iamDatabaseAuthenticationEnabled";
    const rule = suite(databaseIamAuthentication, type, { engine: "postgres", [property]: true });
    rule.passes("passes a database that accepts logins by IAM", {});
    rule.fails(
      "fails when it does not",
      { [property]: false },
      `${property} must be true, got false`,
    );
    rule.fails(
      "fails when nothing is said",
      { [property]: undefined },
      `${property} must be true, but is not set`,
    );
    rule.fails(
      "fails when a replica, which names no engine, does not",
      { engine: undefined, [property]: false },
      `${property} must be true, got false`,
    );
    rule.isUndecided("is undecided while that is not known", { [property]: unknown }, property);
    rule.isUndecided(
      "is undecided while the engine may know no IAM",
      { engine: unknown, [property]: false },
      "engine",
    );
    rule.passes("passes whatever engine accepts them", { engine: unknown });
    for (const engine of ["mysql", "mariadb", "aurora-postgresql", "aurora-mysql"]) {
      rule.fails(
        `fails when ${engine} does not`,
        { engine, [property]: false },
        `${property} must be true, got false`,
      );
    }
    rule.doesNotApply(
      "does not apply to Oracle",
      { engine: "oracle-se2", [property]: false },
      "its engine knows no logins by IAM",
    );
  });
}

describe("database-password-kept-out", () => {
  const rule = suite(databasePasswordKeptOut, instance, { manageMasterUserPassword: true });
  rule.passes("passes a password that RDS makes", {});
  rule.passes("passes a password that is write-only", {
    manageMasterUserPassword: undefined,
    passwordWo: secret("correct horse"),
  });
  rule.passes("passes a replica, which has none", {
    manageMasterUserPassword: undefined,
    replicateSourceDb: "main",
  });
  rule.fails(
    "fails when there is one, and does not show it",
    { password: "correct horse" },
    "password must be left out, got a value that is not shown",
  );
  rule.fails(
    "fails though it is a Pulumi secret",
    { password: secret("correct horse") },
    "password must be left out, got a value that is not shown",
  );
  rule.fails(
    "fails though it is not known yet",
    { password: unknown },
    "password must be left out, got a value that is not shown",
  );
  suite(databasePasswordKeptOut, cluster, { masterPasswordWo: "correct horse" }).fails(
    "fails when a cluster has one",
    { masterPassword: "correct horse" },
    "masterPassword must be left out, got a value that is not shown",
  );
});

describe("database-proxy-tls", () => {
  const rule = suite(databaseProxyTls, "aws:rds/proxy:Proxy", { requireTls: true });
  rule.passes("passes a proxy that requires TLS", {});
  rule.fails("fails when it does not", { requireTls: false }, "requireTls must be true, got false");
  rule.fails(
    "fails when nothing is said",
    { requireTls: undefined },
    "requireTls must be true, but is not set",
  );
  rule.isUndecided("is undecided while that is not known", { requireTls: unknown }, "requireTls");
});
