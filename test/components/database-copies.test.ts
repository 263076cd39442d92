import assert from "node:assert/strict";
import { namesOf, sourcesOf, waitsFor } from "../support/references";
import {
  args,
  closedRecovery,
  fullest,
  previewComponent,
  previewDatabase,
  recovery,
  types,
} from "./database-args";

const unknown = { $unknown: true };
const rotated = { ...args, credentials: { mode: "rotated" } as const };
const copies = {
  mode: "backups",
  region: "eu-central-1",
  keyArn: "arn:aws:kms:eu-central-1:123456789012:key/data",
} as const;

describe("Database copies", () => {
  describe("for reading", () => {
    const replicated = { ...rotated, readReplicas: { api: {} } };

    it("leave to the source what AWS takes from it", async () => {
      const { inputs } = (await previewDatabase(replicated)).one(types.instance, "db-replica-api");

      assert.deepEqual(inputs, {
        allowMajorVersionUpgrade: false,
        applyImmediately: false,
        autoMinorVersionUpgrade: true,
        caCertIdentifier: "rds-ca-rsa2048-g1",
        copyTagsToSnapshot: true,
        dedicatedLogVolume: false,
        deleteAutomatedBackups: false,
        deletionProtection: true,
        enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
        iamDatabaseAuthenticationEnabled: true,
        identifier: "shop-production-api",
        instanceClass: "db.r6g.large",
        maintenanceWindow: "sun:05:00-sun:06:00",
        monitoringInterval: 60,
        monitoringRoleArn: unknown,
        multiAz: false,
        parameterGroupName: inputs["parameterGroupName"],
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/data",
        performanceInsightsRetentionPeriod: 7,
        port: 5432,
        publiclyAccessible: false,
        region: "eu-west-1",
        replicateSourceDb: "shop-production",
        skipFinalSnapshot: true,
        storageEncrypted: true,
        storageType: "gp3",
        vpcSecurityGroupIds: [unknown],
      });
    });

    it("follow the primary, by its identifier", async () => {
      const replica = (await previewDatabase(replicated)).one(types.instance, "db-replica-api");

      assert.deepEqual(sourcesOf(replica, "replicateSourceDb"), [`${types.instance}::db`]);
    });

    it("wait for log groups of their own and for what the role may do", async () => {
      const replica = (await previewDatabase(replicated)).one(types.instance, "db-replica-api");

      assert.deepEqual(waitsFor(replica), [
        `${types.logGroup}::db-replica-api-postgresql`,
        `${types.logGroup}::db-replica-api-upgrade`,
        `${types.attachment}::db-monitoring`,
      ]);
    });

    it("have the class that each is told", async () => {
      const { one } = await previewDatabase(fullest);

      const classOf = (name: string) => one(types.instance, name).inputs["instanceClass"];
      assert.equal(classOf("db-replica-api"), "db.r6g.large");
      assert.equal(classOf("db-replica-reports"), "db.r6g.xlarge");
    });

    it("share the groups and the role of the primary", async () => {
      const replica = (await previewDatabase(replicated)).one(types.instance, "db-replica-api");

      assert.deepEqual(sourcesOf(replica, "vpcSecurityGroupIds"), [`${types.group}::db-instances`]);
      assert.deepEqual(sourcesOf(replica, "parameterGroupName"), [
        `${types.parameterGroup}::db-parameters`,
      ]);
      assert.deepEqual(sourcesOf(replica, "monitoringRoleArn"), [`${types.role}::db-monitoring`]);
    });
  });

  describe("of the backups", () => {
    it("are kept in the other region under its key, as long as at home", async () => {
      const backup = { retentionDays: 30 };
      const { one } = await previewDatabase({ ...args, backup, disasterRecovery: copies });

      const replication = one(types.backups);
      assert.deepEqual(replication.inputs, {
        kmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/data",
        region: "eu-central-1",
        retentionPeriod: 30,
        sourceDbInstanceArn: unknown,
      });
      assert.deepEqual(sourcesOf(replication, "sourceDbInstanceArn"), [`${types.instance}::db`]);
    });

    it("are kept as long as they are told", async () => {
      const disasterRecovery = { ...copies, retentionDays: 14 };
      const { one } = await previewDatabase({ ...args, disasterRecovery });

      assert.equal(one(types.backups).inputs["retentionPeriod"], 14);
    });

    it("need nothing else in the other region", async () => {
      const { resources } = await previewDatabase({ ...args, disasterRecovery: copies });

      const elsewhere = resources.filter(({ inputs }) => inputs["region"] === "eu-central-1");
      assert.deepEqual(namesOf(elsewhere), [`${types.backups} db-recovery`]);
    });

    it("bring copies of the secrets with them where there is a key for them", async () => {
      const disasterRecovery = { ...copies, secretsKeyArn: "arn:aws:kms:eu-central-1:1:key/s" };
      const { one } = await previewDatabase({ ...rotated, disasterRecovery });

      assert.deepEqual(one(types.secret).inputs["replicas"], [
        { region: "eu-central-1", kmsKeyId: "arn:aws:kms:eu-central-1:1:key/s" },
      ]);
    });
  });

  describe("of the database in another region", () => {
    const replicated = { ...rotated, disasterRecovery: recovery };

    it("stand on groups and logs of that region, and on nothing of the first but the role", async () => {
      const { resources } = await previewDatabase(replicated);

      const elsewhere = resources.filter(({ inputs }) => inputs["region"] === "eu-central-1");
      assert.deepEqual(namesOf(elsewhere), [
        `${types.logGroup} db-recovery-postgresql`,
        `${types.logGroup} db-recovery-upgrade`,
        `${types.group} db-recovery-instances`,
        `${types.instance} db-recovery`,
        `${types.parameterGroup} db-recovery-parameters`,
        `${types.subnetGroup} db-recovery-subnets`,
        `${types.egress} db-recovery-from-app`,
        `${types.ingress} db-recovery-from-app`,
      ]);
    });

    it("are encrypted with that region's key and follow the primary by its ARN", async () => {
      const replica = (await previewDatabase(replicated)).one(types.instance, "db-recovery");

      assert.deepEqual(replica.inputs, {
        allowMajorVersionUpgrade: false,
        applyImmediately: false,
        autoMinorVersionUpgrade: true,
        caCertIdentifier: "rds-ca-rsa2048-g1",
        copyTagsToSnapshot: true,
        dbSubnetGroupName: replica.inputs["dbSubnetGroupName"],
        dedicatedLogVolume: false,
        deleteAutomatedBackups: false,
        deletionProtection: true,
        enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
        iamDatabaseAuthenticationEnabled: true,
        identifier: "shop-production-recovery",
        instanceClass: "db.r6g.large",
        kmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/data",
        maintenanceWindow: "sun:05:00-sun:06:00",
        monitoringInterval: 60,
        monitoringRoleArn: unknown,
        multiAz: true,
        parameterGroupName: replica.inputs["parameterGroupName"],
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/data",
        performanceInsightsRetentionPeriod: 7,
        port: 5432,
        publiclyAccessible: false,
        region: "eu-central-1",
        replicateSourceDb: unknown,
        skipFinalSnapshot: true,
        storageEncrypted: true,
        storageType: "gp3",
        vpcSecurityGroupIds: [unknown],
      });
      assert.deepEqual(sourcesOf(replica, "replicateSourceDb"), [`${types.instance}::db`]);
      assert.deepEqual(sourcesOf(replica, "dbSubnetGroupName"), [
        `${types.subnetGroup}::db-recovery-subnets`,
      ]);
      assert.deepEqual(sourcesOf(replica, "parameterGroupName"), [
        `${types.parameterGroup}::db-recovery-parameters`,
      ]);
      assert.deepEqual(sourcesOf(replica, "vpcSecurityGroupIds"), [
        `${types.group}::db-recovery-instances`,
      ]);
      assert.deepEqual(waitsFor(replica), [
        `${types.logGroup}::db-recovery-postgresql`,
        `${types.logGroup}::db-recovery-upgrade`,
        `${types.attachment}::db-monitoring`,
      ]);
    });

    it("are where, how large and as redundant as they are told", async () => {
      const disasterRecovery = { ...recovery, instanceClass: "db.r6g.2xlarge", multiAz: false };
      const { one } = await previewDatabase({ ...rotated, disasterRecovery });

      const { inputs } = one(types.instance, "db-recovery");
      assert.equal(inputs["instanceClass"], "db.r6g.2xlarge");
      assert.equal(inputs["multiAz"], false);
      assert.equal(one(types.group, "db-recovery-instances").inputs["vpcId"], "vpc-2");
      assert.deepEqual(one(types.subnetGroup, "db-recovery-subnets").inputs["subnetIds"], [
        "subnet-x",
        "subnet-y",
      ]);
    });

    it("are as redundant as the primary when they are not told", async () => {
      const { one } = await previewDatabase({ ...replicated, multiAz: false });

      assert.equal(one(types.instance, "db-recovery").inputs["multiAz"], false);
    });

    it("keep their logs under that region's key", async () => {
      const { one } = await previewDatabase(replicated);

      const { inputs } = one(types.logGroup, "db-recovery-upgrade");
      assert.equal(inputs["name"], "/aws/rds/instance/shop-production-recovery/upgrade");
      assert.equal(inputs["kmsKeyId"], "arn:aws:kms:eu-central-1:123456789012:key/logs");
    });

    it("let nobody connect whom they are not told of", async () => {
      const { all } = await previewDatabase({ ...rotated, disasterRecovery: closedRecovery });

      assert.deepEqual(namesOf(all(types.ingress)), [
        `${types.ingress} db-from-app`,
        `${types.ingress} db-from-rotation`,
      ]);
    });

    it("have no copies of the secrets without a key for them", async () => {
      const { one } = await previewDatabase(replicated);

      assert.deepEqual(one(types.secret).inputs["replicas"], []);
    });
  });

  describe("by blue/green updates", () => {
    it("are made for a change, which logical replication makes possible", async () => {
      const { one } = await previewDatabase({ ...rotated, blueGreenUpdates: true });

      assert.deepEqual(one(types.instance).inputs["blueGreenUpdate"], { enabled: true });
      const parameters = one(types.parameterGroup).inputs["parameters"] as { name: string }[];
      assert.deepEqual(
        parameters.find(({ name }) => name === "rds.logical_replication"),
        { applyMethod: "pending-reboot", name: "rds.logical_replication", value: "1" },
      );
    });

    it("are not made unless they are asked for", async () => {
      const { one } = await previewDatabase(args);

      assert.equal(one(types.instance).inputs["blueGreenUpdate"], undefined);
    });
  });

  describe("that are restored", () => {
    const snapshot = { generation: "r1", snapshotIdentifier: "shop-production-2026-11-20" };

    it("come from a snapshot", async () => {
      const { one } = await previewDatabase({ ...args, restoreFrom: snapshot });

      const { inputs } = one(types.instance);
      assert.equal(inputs["snapshotIdentifier"], "shop-production-2026-11-20");
      assert.equal(inputs["restoreToPointInTime"], undefined);
    });

    it("come from a moment of an instance", async () => {
      const pointInTime = { sourceIdentifier: "shop-production", time: "2026-11-20T10:00:00Z" };
      const restoreFrom = { generation: "r1", pointInTime };
      const { one } = await previewDatabase({ ...args, restoreFrom });

      assert.deepEqual(one(types.instance).inputs["restoreToPointInTime"], {
        restoreTime: "2026-11-20T10:00:00Z",
        sourceDbInstanceIdentifier: "shop-production",
      });
    });

    it("come from the latest moment of copied backups", async () => {
      const automatedBackupsArn = "arn:aws:rds:eu-central-1:123456789012:auto-backup:ab-1";
      const restoreFrom = { generation: "r1", pointInTime: { automatedBackupsArn } };
      const { one } = await previewDatabase({ ...args, restoreFrom });

      assert.deepEqual(one(types.instance).inputs["restoreToPointInTime"], {
        sourceDbInstanceAutomatedBackupsArn: automatedBackupsArn,
        useLatestRestorableTime: true,
      });
    });

    it("are not replaced because of where they came from", async () => {
      const { one } = await previewDatabase({ ...args, restoreFrom: snapshot });

      assert.deepEqual(one(types.instance).options.ignoreChanges, [
        "snapshotIdentifier",
        "restoreToPointInTime",
      ]);
    });

    it("stand beside what was before, under names of their own", async () => {
      const { resources } = await previewDatabase({ ...fullest, restoreFrom: snapshot });

      const named = resources.filter(({ name }) => name.includes("-r1"));
      assert.deepEqual(namesOf(named), [
        `${types.logGroup} db-r1-postgresql`,
        `${types.logGroup} db-r1-recovery-postgresql`,
        `${types.logGroup} db-r1-recovery-upgrade`,
        `${types.logGroup} db-r1-replica-api-postgresql`,
        `${types.logGroup} db-r1-replica-api-upgrade`,
        `${types.logGroup} db-r1-replica-reports-postgresql`,
        `${types.logGroup} db-r1-replica-reports-upgrade`,
        `${types.logGroup} db-r1-upgrade`,
        `${types.instance} db-r1`,
        `${types.instance} db-r1-recovery`,
        `${types.instance} db-r1-replica-api`,
        `${types.instance} db-r1-replica-reports`,
        `${types.version} db-r1-application`,
        `${types.version} db-r1-master`,
        `${types.password} db-r1-application`,
        `${types.password} db-r1-master`,
      ]);
    });

    it("have identifiers of their own, and so have their last snapshots", async () => {
      const { one } = await previewDatabase({ ...fullest, restoreFrom: snapshot });

      const { inputs } = one(types.instance, "db-r1");
      assert.equal(inputs["identifier"], "shop-production-r1");
      assert.equal(inputs["finalSnapshotIdentifier"], "shop-production-r1-final");
      assert.equal(
        one(types.instance, "db-r1-replica-api").inputs["identifier"],
        "shop-production-r1-api",
      );
    });

    it("take the place of what was before at the proxy, which has one target", async () => {
      const { one } = await previewDatabase({ ...fullest, restoreFrom: snapshot });

      const target = one(types.target, "db-proxy");
      assert.deepEqual(sourcesOf(target, "dbInstanceIdentifier"), [`${types.instance}::db-r1`]);
      assert.equal(target.options.deleteBeforeReplace, true);
    });

    it("take over the names and the secrets", async () => {
      const { one } = await previewDatabase({ ...fullest, restoreFrom: snapshot });

      assert.deepEqual(sourcesOf(one(types.record, "db-primary"), "records"), [
        `${types.instance}::db-r1`,
      ]);
      assert.deepEqual(sourcesOf(one(types.version, "db-r1-master"), "secretId"), [
        `${types.secret}::db-master`,
      ]);
    });

    it("are named in the outputs", async () => {
      await previewComponent({ ...args, restoreFrom: snapshot }, (database) => {
        assert.deepEqual(database.instanceIdentifiers, ["shop-production-r1"]);
      });
    });
  });
});
