import assert from "node:assert/strict";
import { parseSpec } from "../../spec/parse";
import { environments, sizes, type Spec } from "../../spec/spec";
import { systems } from "../../systems/catalogue";
import { compose } from "../../systems/compose";

type Choice = Parameters<typeof compose>[1];

function specOf(system: string, { size, environment, overrides }: Choice): Spec {
  const blueprint = systems[system];
  assert.ok(blueprint !== undefined);
  const parsed = parseSpec({
    ...compose(blueprint, { size, environment, overrides }),
    system,
    environment,
    size,
    account: "123456789012",
    region: "eu-west-1",
    disasterRecoveryRegion: "eu-central-1",
    availabilityZones: { a: "eu-west-1a", b: "eu-west-1b", c: "eu-west-1c" },
    hostedZoneId: "Z0123456789ABCDEFGHIJ",
    contacts: {
      onCall: "on-call@example.com",
      databaseAdministrator: "dba@example.com",
      security: "security@example.com",
      projectManager: "project-manager@example.com",
    },
  });
  assert.deepEqual("problems" in parsed ? parsed.problems : [], []);
  assert.ok("spec" in parsed);
  return parsed.spec;
}

/** What production must have at least as much of as staging. */
const strictness: Readonly<Record<string, (spec: Spec) => number | boolean>> = {
  "a standby of the database": ({ database }) => database.multiAz,
  "days of backups": ({ database }) => database.backup.retentionDays,
  "protection from deletion": ({ database }) => database.deletionProtection,
  "days of the database's logs": ({ database }) => database.monitoring.logRetentionDays,
  "days of insights": ({ database }) => database.monitoring.performanceInsightsDays,
  "days to restore a key": ({ keys }) => keys.deletionWindowDays,
  "days to restore a secret": ({ secrets }) => secrets.recoveryDays,
  "days of flow logs": ({ network }) => network.flowLogs.retentionDays,
  "days of DNS query logs": ({ network }) => network.dnsQueryLogs.retentionDays,
  "NAT gateways": ({ network }) => ["none", "single", "perZone"].indexOf(network.natGateways),
  "private endpoints": ({ network }) => network.endpoints.interface.length,
  "all traffic in flow logs": ({ network }) => network.flowLogs.trafficType === "ALL",
  "copies in another region": ({ disasterRecovery }) => disasterRecovery.topology !== "none",
  "frequent rotation of keys": ({ keys }) => -keys.rotationDays,
  "frequent rotation of the master password": ({ database }) => -database.credentials.rotationDays,
  "IAM authentication": ({ database }) => database.iamAuthentication,
  "restarts in the maintenance window": ({ database }) => !database.applyImmediately,
  "shards of the cache": ({ cache }) =>
    cache?.topology.clusterMode === "enabled" ? cache.topology.numNodeGroups : 1,
  "a cache that outlives a zone": ({ cache }) => cache?.multiAz ?? false,
  "days of snapshots": ({ cache }) => cache?.snapshot.retentionDays ?? 0,
  "a cache that is protected": ({ cache }) => cache?.deletionProtection ?? false,
  "brokers of each zone": ({ broker }) => broker?.brokersPerZone ?? 0,
  "brokers that are protected": ({ broker }) => broker?.deletionProtection ?? false,
  "days of the brokers' logs": ({ broker }) => broker?.monitoring.logRetentionDays ?? 0,
  "buckets that are protected": ({ storage }) => storage.deletionProtection,
  "buckets that keep their objects": ({ storage }) => !storage.forceDestroy,
  "buckets with a copy": ({ storage }) =>
    Object.values(storage.buckets).filter(({ replicate }) => replicate).length,
  "a cluster that is protected": ({ cluster }) => cluster?.deletionProtection ?? false,
  "days of the cluster's logs": ({ cluster }) => cluster?.logRetentionDays ?? 0,
  nodes: ({ cluster }) =>
    Math.min(...Object.values(cluster?.nodeGroups ?? {}).map(({ minimum }) => minimum)),
  "pods of a service": ({ services }) =>
    Math.min(...Object.values(services).map(({ replicas }) => replicas.minimum)),
  "a firewall that refuses": ({ edge }) => edge?.waf.mode === "block",
  "an edge that is protected": ({ edge }) => edge?.deletionProtection ?? false,
};

Object.keys(systems).forEach((system) => {
  describe(`the blueprint of ${system}`, () => {
    for (const environment of environments) {
      for (const size of sizes) {
        it(`makes a sound spec of ${environment}, ${size}`, () => {
          specOf(system, { size, environment, overrides: {} });
        });
      }
    }

    for (const [what, measure] of Object.entries(strictness)) {
      it(`asks for no less in production than in staging: ${what}`, () => {
        const size = "large";
        const production = measure(
          specOf(system, { size, environment: "production", overrides: {} }),
        );
        const staging = measure(specOf(system, { size, environment: "staging", overrides: {} }));
        assert.ok(production >= staging, `${production.toString()} < ${staging.toString()}`);
      });
    }

    it("stands at other addresses in each environment, so that the two can be joined", () => {
      const blocks = environments.map(
        (environment) =>
          specOf(system, { size: "large", environment, overrides: {} }).network.cidrBlock,
      );
      assert.equal(new Set(blocks).size, environments.length);
    });
  });
});

describe("the blueprint of cdf-smart-hub, in production at its own size,", () => {
  const choice = { size: "large", environment: "production", overrides: {} } as const;

  it("has the database of the guide", () => {
    const { database } = specOf("cdf-smart-hub", choice);
    assert.equal(database.engineVersion, "16");
    assert.equal(database.instanceClass, "db.r6g.2xlarge");
    assert.deepEqual(database.storage, {
      type: "io1",
      allocatedGiB: 500,
      maximumGiB: 1000,
      iops: 10_000,
      dedicatedLogVolume: false,
    });
    assert.equal(database.multiAz, true);
    assert.equal(database.backup.retentionDays, 30);
    assert.deepEqual(database.extensions, ["uuid-ossp", "pgcrypto", "pg_trgm", "postgis"]);
    assert.equal(database.applicationUser?.name, "cdf_app");
    assert.equal(database.applicationUser.connectionLimit, 100);
  });

  it("has the network of the guide", () => {
    const { network } = specOf("cdf-smart-hub", choice);
    assert.equal(network.cidrBlock, "10.0.0.0/16");
    assert.deepEqual(network.subnets, {
      public: { a: "10.0.1.0/24", b: "10.0.2.0/24", c: "10.0.3.0/24" },
      private: { a: "10.0.11.0/24", b: "10.0.12.0/24", c: "10.0.13.0/24" },
      database: { a: "10.0.21.0/24", b: "10.0.22.0/24", c: "10.0.23.0/24" },
    });
  });

  it("has the targets of the guide", () => {
    assert.deepEqual(specOf("cdf-smart-hub", choice).disasterRecovery, {
      topology: "backups",
      timeMinutes: 240,
      pointMinutes: 60,
    });
  });
});
