import type { Blueprint } from "../../spec/spec";
import { everyService, guideResources, namesIn, namespace, services } from "./services";

/** Namespace of the jobs that look after the database, apart from the services: the master's login is there. */
const databaseJobs = "database-jobs";

/** CDF Smart Hub. Figures without a note are those of its production deployment guide. */
export const cdfSmartHub: Blueprint = {
  title: "CDF Smart Hub",
  size: { production: "large", staging: "small" },
  base: {
    tags: { Project: "CDF-SmartHub" },
    network: { operatorAccess: "instanceConnect" },
    secrets: {
      entries: {
        "jwt-secrets": {
          description: "Keys that sign CDF Smart Hub's access and refresh tokens.",
          values: {
            secret: { generate: "bytes", bytes: 32, encoding: "base64" },
            "refresh-secret": { generate: "bytes", bytes: 32, encoding: "base64" },
          },
        },
        "external-services": {
          description: "Keys of the external services that CDF Smart Hub calls, by service.",
          furtherValues: "supplied",
        },
      },
    },
    database: {
      engineVersion: "16",
      databaseName: "cdf_smarthub",
      masterUsername: "postgres",
      port: 5432,
      extensions: ["uuid-ossp", "pgcrypto", "pg_trgm", "postgis"],
      applicationUser: { name: "cdf_app", connectionLimit: 100 },
      bootstrap: { namespace: databaseJobs },
      verification: {
        namespace: databaseJobs,
        schedule: { cron: "0 4 * * 1", suspended: true },
        checks: [
          {
            name: "tables",
            sql: "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'",
            atLeast: 85,
          },
          { name: "provinces", sql: "SELECT count(*) FROM provinces", exactly: 10 },
          { name: "districts", sql: "SELECT count(*) FROM districts", atLeast: 116 },
          { name: "constituencies", sql: "SELECT count(*) FROM constituencies", atLeast: 156 },
        ],
      },
    },
    cache: {
      engine: "redis",
      engineVersion: "7.1",
      port: 6379,
      topology: { clusterMode: "enabled", replicasPerNodeGroup: 1 },
    },
    broker: { kafkaVersion: "3.9.x.kraft" },
    storage: {
      buckets: {
        documents: {},
        backups: { lifecycle: { transitions: { GLACIER_IR: 30 } } },
        monitoring: { lifecycle: { expirationDays: 90 } },
        static: {},
        "load-balancer-logs": {
          encryption: "s3",
          writers: ["loadBalancerLogs"],
          lifecycle: { expirationDays: 365 },
        },
      },
    },
    cluster: {
      accessEntries: {
        deployer: { policies: [{ policy: "AmazonEKSClusterAdminPolicy" }] },
      },
      namespaces: { [namespace]: {}, [databaseJobs]: {} },
    },
    services,
    edge: {
      appPorts: { from: 3000, to: 3010 },
      logsBucket: "load-balancer-logs",
      waf: { rateLimit: 2000, windowSeconds: 300 },
      cdn: { bucket: "static" },
    },
    monitoring: {
      topics: { "database-events": { contacts: ["databaseAdministrator", "onCall"] } },
    },
  },
  sizes: {
    large: {
      database: {
        instanceClass: "db.r6g.2xlarge",
        storage: { type: "io1", allocatedGiB: 500, maximumGiB: 1000, iops: 10_000 },
      },
      cache: { nodeType: "cache.r7g.xlarge" },
      broker: {
        instanceType: "kafka.m7g.xlarge",
        storage: { allocatedGiB: 1024, maximumGiB: 4096 },
      },
      cluster: { nodeGroups: { general: { instanceTypes: ["c7i.xlarge", "c6i.xlarge"] } } },
      services: everyService(guideResources),
    },
    xlarge: { services: everyService(guideResources) },
  },
  environments: {
    production: {
      tags: { Environment: "Production" },
      disasterRecovery: { topology: "backups", timeMinutes: 240, pointMinutes: 60 },
      network: {
        cidrBlock: "10.0.0.0/16",
        subnets: {
          public: { a: "10.0.1.0/24", b: "10.0.2.0/24", c: "10.0.3.0/24" },
          private: { a: "10.0.11.0/24", b: "10.0.12.0/24", c: "10.0.13.0/24" },
          database: { a: "10.0.21.0/24", b: "10.0.22.0/24", c: "10.0.23.0/24" },
        },
      },
      database: { backup: { retentionDays: 30 } },
      cache: { topology: { numNodeGroups: 3 } },
      storage: { buckets: { documents: { replicate: true }, backups: { replicate: true } } },
      cluster: {
        accessEntries: { deployer: { principal: "role/groundwork-deploy-production" } },
        nodeGroups: { general: { minimum: 6, maximum: 15 } },
        namespaces: {
          [namespace]: {
            quota: { "requests.cpu": "32", "requests.memory": "64Gi", pods: "60" },
          },
        },
      },
      edge: namesIn("cdfsmarthub.zm"),
    },
    staging: {
      tags: { Environment: "Staging" },
      network: {
        cidrBlock: "10.1.0.0/16",
        subnets: {
          public: { a: "10.1.1.0/24", b: "10.1.2.0/24", c: "10.1.3.0/24" },
          private: { a: "10.1.11.0/24", b: "10.1.12.0/24", c: "10.1.13.0/24" },
          database: { a: "10.1.21.0/24", b: "10.1.22.0/24", c: "10.1.23.0/24" },
        },
        natGateways: "single",
        flowLogs: { retentionDays: 30 },
        dnsQueryLogs: { retentionDays: 30 },
        endpoints: { interface: [] },
      },
      keys: { deletionWindowDays: 7 },
      secrets: { recoveryDays: 0 },
      database: {
        multiAz: false,
        backup: { retentionDays: 7 },
        deletionProtection: false,
        monitoring: { logRetentionDays: 30 },
      },
      cache: {
        topology: { numNodeGroups: 1 },
        multiAz: false,
        deletionProtection: false,
        monitoring: { logRetentionDays: 30 },
      },
      broker: { deletionProtection: false, monitoring: { logRetentionDays: 30 } },
      storage: { deletionProtection: false, forceDestroy: true },
      cluster: {
        accessEntries: { deployer: { principal: "role/groundwork-deploy-staging" } },
        nodeGroups: { general: { minimum: 4, maximum: 8 } },
        namespaces: {
          [namespace]: { quota: { "requests.cpu": "20", "requests.memory": "40Gi", pods: "40" } },
        },
        logRetentionDays: 30,
        deletionProtection: false,
      },
      services: everyService({ replicas: { minimum: 2, maximum: 3 } }),
      edge: {
        ...namesIn("staging.cdfsmarthub.zm"),
        waf: { mode: "count", logRetentionDays: 30 },
        deletionProtection: false,
      },
    },
  },
};
