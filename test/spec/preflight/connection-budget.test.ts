import assert from "node:assert/strict";
import fc from "fast-check";
import { merge } from "../../../spec/merge";
import { problemsWith } from "../sound-spec";
import { withServices } from "./sound-services";
import { accepts, refuses } from "./table";

const scaled = { autoscaling: { cpuPercent: 70 }, connectsTo: { database: {} } };

/** Two services with the default pools of ten, one of them scaled, and a job with a small one. */
function pools(change: object): object {
  const connected = withServices({
    services: {
      orders: { ...scaled, replicas: { maximum: 4 } },
      payments: { connectsTo: { database: {} } },
    },
    jobs: { report: { connectsTo: { database: { poolSize: 2 } } } },
  });
  return merge(connected, change);
}

function database(change: object): object {
  return pools({ database: change });
}

const arithmetic = "orders (4+1) x 10 + payments (2+1) x 10 + report 1 x 2";
const role = "database.applicationUser.connectionLimit";

describe("preflight of connections to the database", () => {
  refuses([
    [
      "the role may have fewer",
      database({ applicationUser: { connectionLimit: 81 } }),
      {
        path: "services",
        value: 82,
        rule: `must hold at most 81 connections to the database, ${role}, in all pods at their most: ${arithmetic}`,
        fix: `lower connectsTo.database.poolSize to 9 each, or replicas.maximum, or raise ${role}`,
      },
    ],
    [
      "the role may not even have one for each pod",
      database({ applicationUser: { connectionLimit: 8 } }),
      {
        path: "services",
        value: 82,
        rule: `must hold at most 8 connections to the database, ${role}, in all pods at their most: ${arithmetic}`,
        fix: `lower replicas.maximum, or raise ${role}`,
      },
    ],
    [
      "the server takes fewer than are left to others than superusers",
      database({ applicationUser: { connectionLimit: 86 }, parameters: { max_connections: "86" } }),
      {
        path: "services",
        value: 82,
        rule: `must hold at most 81 connections to the database, max_connections of db.r6g.2xlarge without those kept for superusers, in all pods at their most: ${arithmetic}`,
        fix: "lower connectsTo.database.poolSize to 9 each, or replicas.maximum, or put database.proxy in front of it",
      },
    ],
    [
      "more are kept for superusers",
      database({
        applicationUser: { connectionLimit: null },
        parameters: {
          max_connections: "100",
          superuser_reserved_connections: "10",
          "rds.rds_superuser_reserved_connections": "5",
          reserved_connections: "4",
        },
      }),
      {
        path: "services",
        value: 82,
        rule: `must hold at most 81 connections to the database, max_connections of db.r6g.2xlarge without those kept for superusers, in all pods at their most: ${arithmetic}`,
        fix: "lower connectsTo.database.poolSize to 9 each, or replicas.maximum, or put database.proxy in front of it",
      },
    ],
    [
      "the memory of a small class is for fewer",
      merge(
        database({ instanceClass: "db.t4g.micro", applicationUser: { connectionLimit: null } }),
        {
          services: { payments: { connectsTo: { database: { poolSize: 20 } } } },
        },
      ),
      {
        path: "services",
        value: 112,
        rule: "must hold at most 107 connections to the database, max_connections of db.t4g.micro without those kept for superusers, in all pods at their most: orders (4+1) x 10 + payments (2+1) x 20 + report 1 x 2",
        fix: "lower connectsTo.database.poolSize to 11 each, or replicas.maximum, or put database.proxy in front of it",
      },
    ],
    [
      "a large class takes no more than any",
      merge(
        database({ instanceClass: "db.r6g.16xlarge", applicationUser: { connectionLimit: null } }),
        { services: { orders: { connectsTo: { database: { poolSize: 1000 } } } } },
      ),
      {
        path: "services",
        value: 5032,
        rule: "must hold at most 4995 connections to the database, max_connections of db.r6g.16xlarge without those kept for superusers, in all pods at their most: payments (2+1) x 10 + orders (4+1) x 1000 + report 1 x 2",
        fix: "lower connectsTo.database.poolSize to 555 each, or replicas.maximum, or put database.proxy in front of it",
      },
    ],
    [
      "a proxy opens more than the role may have",
      database({ applicationUser: { connectionLimit: 81 }, proxy: {} }),
      {
        path: "services",
        value: 82,
        rule: `must hold at most 81 connections to the database, ${role}, in all pods at their most: ${arithmetic}`,
        fix: `lower connectsTo.database.poolSize to 9 each, or replicas.maximum, or raise ${role}, or lower database.proxy.maxConnectionsPercent`,
      },
    ],
    [
      "a job's pool alone is too large",
      withServices({
        services: null,
        database: { applicationUser: { connectionLimit: 9 } },
        jobs: { report: { connectsTo: { database: {} } } },
      }),
      {
        path: "jobs",
        value: 10,
        rule: `must hold at most 9 connections to the database, ${role}, in all pods at their most: report 1 x 10`,
        fix: `lower connectsTo.database.poolSize to 9 each, or replicas.maximum, or raise ${role}`,
      },
    ],
  ]);
  accepts([
    ["as many as the role may have", database({ applicationUser: { connectionLimit: 82 } })],
    [
      "as many as the server takes",
      database({ applicationUser: { connectionLimit: 87 }, parameters: { max_connections: "87" } }),
    ],
    [
      "more than a proxy opens, whose clients wait for each other",
      database({
        applicationUser: { connectionLimit: 50 },
        parameters: { max_connections: "100" },
        proxy: { maxConnectionsPercent: 50 },
      }),
    ],
    [
      "more than the server takes, behind a proxy",
      database({
        applicationUser: { connectionLimit: null },
        parameters: { max_connections: "50" },
        proxy: {},
      }),
    ],
    [
      "pools of workloads that do not connect",
      withServices({ database: { applicationUser: { connectionLimit: 1 } } }),
    ],
    [
      "a formula of whose result nothing is known",
      database({
        applicationUser: { connectionLimit: null },
        parameters: { max_connections: "{DBInstanceClassMemory/1000000000}" },
      }),
    ],
  ]);

  it("lets a stack through exactly when its role may have all connections", () => {
    const pods = fc.record({
      poolSize: fc.integer({ min: 1, max: 30 }),
      minimum: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(pods, pods, fc.integer({ min: 1, max: 300 }), (orders, payments, limit) => {
        const service = ({ poolSize, minimum }: typeof orders) => ({
          replicas: { minimum },
          connectsTo: { database: { poolSize } },
        });
        const problems = problemsWith(
          withServices({
            services: { orders: service(orders), payments: service(payments) },
            database: { applicationUser: { connectionLimit: limit } },
          }),
        );
        const held =
          (orders.minimum + 1) * orders.poolSize + (payments.minimum + 1) * payments.poolSize;
        assert.equal(problems.length === 0, held <= limit);
      }),
      { numRuns: 100 },
    );
  });
});
