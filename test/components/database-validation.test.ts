import assert from "node:assert/strict";
import type { DatabaseArgs } from "../../components/database/args";
import { validateDatabase } from "../../components/database/validate-database";
import { args, fullest, recovery } from "./database-args";

const application = { name: "shop_app" };
const rotated = { mode: "rotated" } as const;
const copies = { mode: "backups", region: "eu-central-1", keyArn: "arn" } as const;
const gp3 = { allocatedGiB: 500 };
const moment = { sourceIdentifier: "shop-production" };

/** One thing that is wrong with arguments that are right otherwise, and what is said of it. */
interface Wrong {
  readonly what: string;
  readonly change: Partial<DatabaseArgs>;
  readonly says: string;
}

const wrongs: readonly Wrong[] = [
  {
    what: "the identifier has a hyphen at its end",
    change: { identifier: "shop-" },
    says: "identifier must be lower-case letters, digits and single hyphens, a letter first, at most 40, got shop-",
  },
  {
    what: "the identifier is longer than 40",
    change: { identifier: "s".repeat(41) },
    says: `identifier must be lower-case letters, digits and single hyphens, a letter first, at most 40, got ${"s".repeat(41)}`,
  },
  {
    what: "the database's name has a hyphen",
    change: { databaseName: "shop-1" },
    says: "databaseName must be lower-case letters, digits and underscores, at most 63, got shop-1",
  },
  {
    what: "the port is one that AWS keeps",
    change: { port: 80 },
    says: "port must be a whole number from 1150 to 65535, got 80",
  },
  {
    what: "a group has the label of a part",
    change: { allowedSecurityGroups: { proxy: "sg-1" } },
    says: "allowedSecurityGroups must be labelled by lower-case letters, digits and hyphens, at most 32, but not proxy or rotation, got proxy",
  },
  {
    what: "the master has a name of RDS's",
    change: { masterUsername: "rdsadmin" },
    says: "masterUsername must be lower-case letters, digits and underscores, at most 63, not reserved, got rdsadmin",
  },
  {
    what: "the master has a name of PostgreSQL's",
    change: { masterUsername: "pg_monitor" },
    says: "masterUsername must be lower-case letters, digits and underscores, at most 63, not reserved, got pg_monitor",
  },
  {
    what: "the application's name leaves no room for its clone",
    change: { applicationUser: { name: "a".repeat(58) } },
    says: `applicationUser.name must be lower-case letters, digits and underscores, at most 57, without _clone at the end, which the rotation adds, got ${"a".repeat(58)}`,
  },
  {
    what: "the application's name is that of a clone",
    change: { applicationUser: { name: "shop_clone" } },
    says: "applicationUser.name must be lower-case letters, digits and underscores, at most 57, without _clone at the end, which the rotation adds, got shop_clone",
  },
  {
    what: "the application is the master",
    change: { applicationUser: { name: "postgres" } },
    says: "applicationUser.name must be another role than masterUsername, got postgres",
  },
  {
    what: "the application may hold no connection",
    change: { applicationUser: { ...application, connectionLimit: 0 } },
    says: "applicationUser.connectionLimit must be a whole number from 1 to 10000, got 0",
  },
  {
    what: "there are more replicas than RDS makes",
    change: {
      credentials: rotated,
      readReplicas: Object.fromEntries(
        Array.from({ length: 16 }, (_, i) => [`r${i.toString()}`, {}]),
      ),
    },
    says: "readReplicas must be at most 15, got 16",
  },
  {
    what: "a replica has a hyphen in its name",
    change: { credentials: rotated, readReplicas: { "a-b": {} } },
    says: "readReplicas must be named by letters and digits, at most 16, but not recovery, got a-b",
  },
  {
    what: "a replica has the name of the one in another region",
    change: { credentials: rotated, readReplicas: { recovery: {} } },
    says: "readReplicas must be named by letters and digits, at most 16, but not recovery, got recovery",
  },
  {
    what: "a restored instance has the name of a replica",
    change: {
      credentials: rotated,
      readReplicas: { r1: {} },
      restoreFrom: { generation: "r1", snapshotIdentifier: "s" },
    },
    says: "restoreFrom.generation must not be the name of a replica, got r1",
  },
  {
    what: "the account is no number of 12 digits",
    change: { accountId: "1234" },
    says: "accountId must be 12 digits, got 1234",
  },
  {
    what: "there is one subnet",
    change: { subnetIds: ["subnet-a"] },
    says: "subnetIds must be subnets of at least 2 zones, got 1",
  },
  {
    what: "the other region is the same",
    change: { disasterRecovery: { ...copies, region: "eu-west-1" } },
    says: "disasterRecovery.region must be another region than the database's, got eu-west-1",
  },
  {
    what: "copies are kept for longer than AWS keeps them",
    change: { disasterRecovery: { ...copies, retentionDays: 36 } },
    says: "disasterRecovery.retentionDays must be a whole number from 1 to 35, got 36",
  },
  {
    what: "there is one subnet in the other region",
    change: { credentials: rotated, disasterRecovery: { ...recovery, subnetIds: ["subnet-x"] } },
    says: "disasterRecovery.subnetIds must be subnets of at least 2 zones, got 1",
  },
  {
    what: "the engine has three numbers",
    change: { engineVersion: "16.1.2" },
    says: "engineVersion must be a PostgreSQL version such as 16 or 16.15, got 16.1.2",
  },
  {
    what: "the family is that of another major",
    change: { parameterGroupFamily: "postgres15" },
    says: "parameterGroupFamily must be postgres16 to follow engineVersion 16, got postgres15",
  },
  {
    what: "the class is none of RDS",
    change: { instanceClass: "m7g.large" },
    says: "instanceClass must be an RDS instance class such as db.r6g.2xlarge, got m7g.large",
  },
  {
    what: "the class of a replica is none of RDS",
    change: { credentials: rotated, readReplicas: { api: { instanceClass: "large" } } },
    says: "readReplicas.api.instanceClass must be an RDS instance class such as db.r6g.2xlarge, got large",
  },
  {
    what: "the class in the other region is none of RDS",
    change: { credentials: rotated, disasterRecovery: { ...recovery, instanceClass: "large" } },
    says: "disasterRecovery.instanceClass must be an RDS instance class such as db.r6g.2xlarge, got large",
  },
  {
    what: "the master's password is never rotated",
    change: { credentials: { rotationDays: 0 } },
    says: "credentials.rotationDays must be a whole number from 1 to 1000, got 0",
  },
  {
    what: "the application's password is rotated by halves of days",
    change: { applicationUser: { ...application, rotationDays: 0.5 } },
    says: "applicationUser.rotationDays must be a whole number from 1 to 1000, got 0.5",
  },
  {
    what: "the proxy never closes a client",
    change: { applicationUser: application, proxy: { idleClientTimeoutSeconds: 28_801 } },
    says: "proxy.idleClientTimeoutSeconds must be a whole number from 1 to 28800, got 28801",
  },
  {
    what: "the proxy uses more than there is",
    change: { applicationUser: application, proxy: { maxConnectionsPercent: 101 } },
    says: "proxy.maxConnectionsPercent must be a whole number from 1 to 100, got 101",
  },
  {
    what: "secrets can be restored for less than AWS offers",
    change: { secretRecoveryDays: 6 },
    says: "secretRecoveryDays must be 0 or a whole number from 7 to 30, got 6",
  },
  {
    what: "the volume is smaller than AWS makes",
    change: { storage: { allocatedGiB: 19 } },
    says: "storage.allocatedGiB must be a whole number from 20 to 65536, got 19",
  },
  {
    what: "the volume hardly grows",
    change: { storage: { allocatedGiB: 100, maximumGiB: 109 } },
    says: "storage.maximumGiB must be a whole number from 110 to 65536, got 109",
  },
  {
    what: "gp3 below 400 GiB is given operations",
    change: { storage: { allocatedGiB: 399, iops: 12_000 } },
    says: "storage.iops must be left out with gp3 below 400 GiB, where AWS fixes it, got 12000",
  },
  {
    what: "gp3 below 400 GiB is given throughput",
    change: { storage: { allocatedGiB: 399, throughputMiBps: 500 } },
    says: "storage.throughputMiBps must be left out with gp3 below 400 GiB, where AWS fixes it, got 500",
  },
  {
    what: "gp3 is given fewer operations than it has",
    change: { storage: { ...gp3, iops: 10_000 } },
    says: "storage.iops must be a whole number from 12000 to 64000, got 10000",
  },
  {
    what: "gp3 is given more throughput than its operations carry",
    change: { storage: { ...gp3, throughputMiBps: 3001 } },
    says: "storage.throughputMiBps must be a whole number from 500 to 3000, got 3001",
  },
  {
    what: "gp3 is given more throughput than it has",
    change: { storage: { ...gp3, iops: 64_000, throughputMiBps: 4001 } },
    says: "storage.throughputMiBps must be a whole number from 500 to 4000, got 4001",
  },
  {
    what: "gp3 is given a log volume",
    change: { storage: { ...gp3, dedicatedLogVolume: true } },
    says: "storage.dedicatedLogVolume must be false with gp3, got true: it needs io1 or io2",
  },
  {
    what: "io1 is given no operations",
    change: { storage: { type: "io1", allocatedGiB: 500 } },
    says: "storage.iops must be from 1000 to 25000 for 500 GiB of io1, got nothing",
  },
  {
    what: "io1 is given more operations than its size carries",
    change: { storage: { type: "io1", allocatedGiB: 100, iops: 5001 } },
    says: "storage.iops must be from 1000 to 5000 for 100 GiB of io1, got 5001",
  },
  {
    what: "io1 is given fewer operations than its size asks for",
    change: { storage: { type: "io1", allocatedGiB: 4000, iops: 1999 } },
    says: "storage.iops must be from 2000 to 200000 for 4000 GiB of io1, got 1999",
  },
  {
    what: "io2 is given more operations than AWS has",
    change: { storage: { type: "io2", allocatedGiB: 400, iops: 256_001 } },
    says: "storage.iops must be from 1000 to 256000 for 400 GiB of io2, got 256001",
  },
  {
    what: "io1 is smaller than AWS makes it",
    change: { storage: { type: "io1", allocatedGiB: 99, iops: 1000 } },
    says: "storage.allocatedGiB must be at least 100 with io1, got 99",
  },
  {
    what: "io2 is given throughput",
    change: { storage: { type: "io2", allocatedGiB: 100, iops: 1000, throughputMiBps: 500 } },
    says: "storage.throughputMiBps must be left out with io2, got 500",
  },
  {
    what: "the backup's window is no window",
    change: { backup: { window: "3-4" } },
    says: "backup.window must be a window in UTC of 30 minutes at least, such as 03:00-04:00, got 3-4",
  },
  {
    what: "the backup's window is too short",
    change: { backup: { window: "23:50-00:10" } },
    says: "backup.window must be a window in UTC of 30 minutes at least, such as 03:00-04:00, got 23:50-00:10",
  },
  {
    what: "the maintenance window has no day",
    change: { maintenanceWindow: "05:00-06:00" },
    says: "maintenanceWindow must be a window in UTC of 30 minutes at least, such as sun:05:00-sun:06:00, got 05:00-06:00",
  },
  {
    what: "maintenance begins during a backup",
    change: { maintenanceWindow: "wed:03:30-wed:04:30" },
    says: "backup.window must not overlap maintenanceWindow wed:03:30-wed:04:30, got 03:00-04:00",
  },
  {
    what: "a backup begins during maintenance, over midnight and the end of the week",
    change: { backup: { window: "00:15-00:45" }, maintenanceWindow: "sun:23:00-mon:00:30" },
    says: "backup.window must not overlap maintenanceWindow sun:23:00-mon:00:30, got 00:15-00:45",
  },
  {
    what: "a backup of Sunday runs into maintenance on Monday",
    change: { backup: { window: "23:30-00:30" }, maintenanceWindow: "mon:00:00-mon:01:00" },
    says: "backup.window must not overlap maintenanceWindow mon:00:00-mon:01:00, got 23:30-00:30",
  },
  {
    what: "a parameter is one that RDS sets",
    change: { parameters: { listen_addresses: "*" } },
    says: 'parameters["listen_addresses"] must be left out, as RDS sets it, got *',
  },
  {
    what: "a parameter has a unit",
    change: { parameters: { work_mem: "64MB" } },
    says: 'parameters["work_mem"] must be a number in the unit of RDS, got 64MB',
  },
  {
    what: "an extension is no name",
    change: { extensions: ["postgis, pg_cron"] },
    says: "extensions must be names of PostgreSQL extensions, got postgis, pg_cron",
  },
  {
    what: "extensions are allowed in two ways",
    change: { extensions: ["postgis"], parameters: { "rds.allowed_extensions": "*" } },
    says: 'parameters["rds.allowed_extensions"] must be left out with extensions, got *',
  },
  {
    what: "blue/green updates have no logical replication",
    change: {
      credentials: rotated,
      blueGreenUpdates: true,
      parameters: { "rds.logical_replication": "0" },
    },
    says: 'parameters["rds.logical_replication"] must be 1 with blueGreenUpdates, got 0',
  },
  {
    what: "it is measured at an interval that RDS does not have",
    change: { monitoring: { intervalSeconds: 20 } },
    says: "monitoring.intervalSeconds must be one of 0, 1, 5, 10, 15, 30, 60, got 20",
  },
  {
    what: "insights are kept for a month of 30 days",
    change: { monitoring: { performanceInsightsDays: 30 } },
    says: "monitoring.performanceInsightsDays must be 7, a multiple of 31 up to 713, or 731, got 30",
  },
  {
    what: "insights are kept for two years of 31-day months",
    change: { monitoring: { performanceInsightsDays: 744 } },
    says: "monitoring.performanceInsightsDays must be 7, a multiple of 31 up to 713, or 731, got 744",
  },
  {
    what: "advanced insights are not kept for long enough",
    change: { monitoring: { databaseInsights: "advanced", performanceInsightsDays: 434 } },
    says: "monitoring.performanceInsightsDays must be at least 465 with advanced databaseInsights, got 434",
  },
  {
    what: "logs are kept for a period that CloudWatch does not have",
    change: { monitoring: { logRetentionDays: 2555 } },
    says: "monitoring.logRetentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 2555",
  },
  {
    what: "a restored instance has a long name",
    change: { restoreFrom: { generation: "second", snapshotIdentifier: "s" } },
    says: "restoreFrom.generation must be one to five lower-case letters and digits, got second",
  },
  {
    what: "it is restored from nothing",
    change: { restoreFrom: { generation: "r1" } },
    says: "restoreFrom must name either snapshotIdentifier or pointInTime, got neither",
  },
  {
    what: "it is restored from two things",
    change: { restoreFrom: { generation: "r1", snapshotIdentifier: "s", pointInTime: moment } },
    says: "restoreFrom must name either snapshotIdentifier or pointInTime, got both",
  },
  {
    what: "it is restored from a moment of nothing",
    change: { restoreFrom: { generation: "r1", pointInTime: {} } },
    says: "restoreFrom.pointInTime must name either sourceIdentifier or automatedBackupsArn, got neither",
  },
  {
    what: "it is restored from a moment of two things",
    change: {
      restoreFrom: { generation: "r1", pointInTime: { ...moment, automatedBackupsArn: "arn" } },
    },
    says: "restoreFrom.pointInTime must name either sourceIdentifier or automatedBackupsArn, got both",
  },
  {
    what: "it is restored from a moment without zone",
    change: {
      restoreFrom: { generation: "r1", pointInTime: { ...moment, time: "2026-11-21 10:00" } },
    },
    says: "restoreFrom.pointInTime.time must be a moment in UTC such as 2026-11-21T10:00:00Z, got 2026-11-21 10:00",
  },
  {
    what: "an instance with a standby is told its zone",
    change: { availabilityZone: "eu-west-1a" },
    says: "availabilityZone must be left out with multiAz, got eu-west-1a",
  },
  {
    what: "a proxy has no login",
    change: { proxy: {} },
    says: "applicationUser must be set with proxy, which logs in by its secret, got nothing",
  },
  {
    what: "a proxy is to serve readers",
    change: { applicationUser: application, proxy: { readOnlyEndpoint: true } },
    says: "proxy.readOnlyEndpoint must be false, got true: RDS Proxy serves an instance for writing only, read from readerEndpoint",
  },
  {
    what: "RDS manages the password of an instance with replicas",
    change: { readReplicas: { api: {} } },
    says: "credentials.mode must be rotated with readReplicas, got managed: RDS copies no instance whose password it manages",
  },
  {
    what: "RDS manages the password of an instance with a replica elsewhere",
    change: { disasterRecovery: recovery },
    says: "credentials.mode must be rotated with a replica for disasterRecovery, got managed: RDS copies no instance whose password it manages",
  },
  {
    what: "RDS manages the password of an instance with blue/green updates",
    change: { blueGreenUpdates: true },
    says: "credentials.mode must be rotated with blueGreenUpdates, got managed: RDS copies no instance whose password it manages",
  },
  {
    what: "an instance with replicas has blue/green updates",
    change: { credentials: rotated, blueGreenUpdates: true, readReplicas: { api: {} } },
    says: "blueGreenUpdates must be false with readReplicas, got true",
  },
  {
    what: "an instance with a replica elsewhere has blue/green updates",
    change: { credentials: rotated, blueGreenUpdates: true, disasterRecovery: recovery },
    says: "blueGreenUpdates must be false with a replica for disasterRecovery, got true",
  },
  {
    what: "an instance behind a proxy has blue/green updates",
    change: {
      credentials: rotated,
      blueGreenUpdates: true,
      applicationUser: application,
      proxy: {},
    },
    says: "blueGreenUpdates must be false with proxy, got true",
  },
  {
    what: "backups are kept for longer than AWS keeps them",
    change: { backup: { retentionDays: 36 } },
    says: "backup.retentionDays must be a whole number from 0 to 35, got 36",
  },
  {
    what: "an instance with replicas has no backups",
    change: { credentials: rotated, backup: { retentionDays: 0 }, readReplicas: { api: {} } },
    says: "backup.retentionDays must be at least 1 with readReplicas, got 0",
  },
  {
    what: "there are no backups to copy",
    change: { backup: { retentionDays: 0 }, disasterRecovery: copies },
    says: "backup.retentionDays must be at least 1 with backups for disasterRecovery, got 0",
  },
  {
    what: "blue/green updates have no backups",
    change: { credentials: rotated, backup: { retentionDays: 0 }, blueGreenUpdates: true },
    says: "backup.retentionDays must be at least 1 with blueGreenUpdates, got 0",
  },
];

/** Arguments that are right, though they come close to what is wrong. */
const rights: Readonly<Record<string, Partial<DatabaseArgs>>> = {
  "the least arguments": {},
  "the fullest arguments": fullest,
  "blue/green updates of a rotated instance": { credentials: rotated, blueGreenUpdates: true },
  "blue/green updates with logical replication named": {
    credentials: rotated,
    blueGreenUpdates: true,
    parameters: { "rds.logical_replication": "1" },
  },
  "copies of the backups of a managed instance": { disasterRecovery: copies },
  "no backups where nothing needs them": { backup: { retentionDays: 0 } },
  "gp3 of 400 GiB with its least figures": {
    storage: { allocatedGiB: 400, iops: 12_000, throughputMiBps: 500 },
  },
  "io1 of 100 GiB with its most operations": {
    storage: { type: "io1", allocatedGiB: 100, iops: 5000 },
  },
  "io2 of 100 GiB with its most operations": {
    storage: { type: "io2", allocatedGiB: 100, iops: 100_000 },
  },
  "a volume that grows by a tenth": { storage: { allocatedGiB: 100, maximumGiB: 110 } },
  "maintenance right after a backup": { maintenanceWindow: "sun:04:00-sun:05:00" },
  "a backup right after maintenance": { maintenanceWindow: "sun:02:30-sun:03:00" },
  "a zone for one instance": { multiAz: false, availabilityZone: "eu-west-1a" },
  "every extension by parameter": { parameters: { "rds.allowed_extensions": "*" } },
  "insights for two years": { monitoring: { performanceInsightsDays: 731 } },
  "the longest names": {
    identifier: "s".repeat(40),
    applicationUser: { name: "a".repeat(57) },
  },
};

describe("validateDatabase", () => {
  for (const [what, change] of Object.entries(rights)) {
    it(`has nothing against ${what}`, () => {
      assert.deepEqual(validateDatabase({ ...args, ...change }), []);
    });
  }

  for (const { what, change, says } of wrongs) {
    it(`fails when ${what}`, () => {
      assert.deepEqual(validateDatabase({ ...args, ...change }), [says]);
    });
  }

  it("lists every problem at once", () => {
    const problems = validateDatabase({
      ...args,
      port: 1,
      proxy: {},
      readReplicas: { api: {} },
      storage: { allocatedGiB: 1 },
    });

    assert.deepEqual(problems, [
      "port must be a whole number from 1150 to 65535, got 1",
      "storage.allocatedGiB must be a whole number from 20 to 65536, got 1",
      "applicationUser must be set with proxy, which logs in by its secret, got nothing",
      "credentials.mode must be rotated with readReplicas, got managed: RDS copies no instance whose password it manages",
    ]);
  });
});
