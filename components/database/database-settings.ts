import { complete } from "../complete";
import type { DatabaseArgs } from "./args";

/** What holds where an argument is left out. Every value is the safe one. */
const defaults = {
  database: {
    multiAz: true,
    masterUsername: "postgres",
    port: 5432,
    maintenanceWindow: "sun:05:00-sun:06:00",
    parameters: {},
    extensions: [],
    readReplicas: {},
    functionsReady: [],
    blueGreenUpdates: false,
    majorVersionUpgrades: false,
    applyImmediately: false,
    deletionProtection: true,
    secretRecoveryDays: 30,
    iamAuthentication: true,
    caCertificate: "rds-ca-rsa2048-g1",
  },
  storage: { type: "gp3", dedicatedLogVolume: false },
  backup: { retentionDays: 7, window: "03:00-04:00" },
  credentials: { mode: "managed", rotationDays: 30 },
  applicationUser: { rotationDays: 30 },
  proxy: { idleClientTimeoutSeconds: 1800, maxConnectionsPercent: 90, readOnlyEndpoint: false },
  monitoring: {
    intervalSeconds: 60,
    performanceInsightsDays: 7,
    databaseInsights: "standard",
    logRetentionDays: 90,
  },
} as const;

/** The arguments of a database with nothing left out that has a default. */
export type Settings = ReturnType<typeof settingsOf>;

/** Completes the arguments of a database by their defaults. */
export function settingsOf(args: DatabaseArgs) {
  const { backup = {}, credentials = {}, monitoring = {}, applicationUser, proxy } = args;
  return {
    ...complete(args, defaults.database),
    functionSubnetIds: args.functionSubnetIds ?? args.subnetIds,
    parameterGroupFamily: args.parameterGroupFamily ?? familyOf(args.engineVersion),
    storage: complete(args.storage, defaults.storage),
    backup: complete(backup, defaults.backup),
    credentials: complete(credentials, defaults.credentials),
    monitoring: complete(monitoring, defaults.monitoring),
    applicationUser: applicationUser && complete(applicationUser, defaults.applicationUser),
    proxy: proxy && complete(proxy, defaults.proxy),
  };
}

/** The parameter group family of a PostgreSQL version. */
export function familyOf(engineVersion: string): string {
  return `postgres${engineVersion.replace(/\..*$/, "")}`;
}
