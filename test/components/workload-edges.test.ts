import assert from "node:assert/strict";
import { brokerEdge } from "../../components/workload/edges/broker";
import { cacheEdge } from "../../components/workload/edges/cache";
import { databaseEdge } from "../../components/workload/edges/database";

const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop";
const place = { host: "db.example.com", port: 5432, cidrBlocks: ["10.0.21.0/24"] };
const database = { to: "database", ...place, databaseName: "shop", secretArn };

describe("an edge's variables", () => {
  it("of a database begin as they are told, and say how many connections a pod holds", () => {
    const { environment, secrets } = databaseEdge({
      ...database,
      variablePrefix: "DB",
      poolSize: 5,
    });
    assert.deepEqual(environment, {
      DB_HOST: "db.example.com",
      DB_PORT: "5432",
      DB_NAME: "shop",
      DB_SSLMODE: "verify-full",
      DB_POOL_SIZE: "5",
    });
    assert.deepEqual(Object.keys(secrets ?? {}), ["DB_USERNAME", "DB_PASSWORD"]);
  });

  it("of a database name the file of its authorities, which comes with it", () => {
    const { environment, files } = databaseEdge({ ...database, caCertificates: "PEM" });
    assert.equal(environment?.["DATABASE_SSLROOTCERT"], "/files/database-ca.pem");
    assert.deepEqual(files, { "database-ca.pem": "PEM" });
  });

  it("of a cache begin as they are told", () => {
    const { environment, secrets } = cacheEdge({
      to: "cache",
      ...place,
      authSecretArn: secretArn,
      users: true,
      variablePrefix: "CACHE",
    });
    assert.deepEqual(Object.keys({ ...environment, ...secrets }), [
      "CACHE_HOST",
      "CACHE_PORT",
      "CACHE_TLS",
      "CACHE_USERNAME",
      "CACHE_PASSWORD",
    ]);
  });

  it("of a broker begin as they are told", () => {
    const { environment } = brokerEdge({
      to: "broker",
      port: 9098,
      cidrBlocks: place.cidrBlocks,
      clusterArn: "arn:aws:kafka:eu-west-1:123456789012:cluster/shop/1a2b",
      bootstrapBrokers: "b-1.example.com:9098",
      variablePrefix: "EVENTS",
    });
    assert.deepEqual(Object.keys(environment ?? {}), [
      "EVENTS_BOOTSTRAP_SERVERS",
      "EVENTS_SASL_MECHANISM",
    ]);
  });
});
