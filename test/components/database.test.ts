import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Database } from "../../components/database";
import { preview } from "../support/preview";
import { namesOf, sourcesOf, waitsFor } from "../support/references";
import { args, fullest, previewComponent, previewDatabase, types } from "./database-args";

const unknown = { $unknown: true };

describe("Database", () => {
  it("makes of the least arguments what a safe instance needs, and nothing else", async () => {
    const { resources } = await previewDatabase(args);

    assert.deepEqual(namesOf(resources), [
      `${types.logGroup} db-postgresql`,
      `${types.logGroup} db-upgrade`,
      `${types.group} db-instances`,
      `${types.role} db-monitoring`,
      `${types.attachment} db-monitoring`,
      `${types.instance} db`,
      `${types.parameterGroup} db-parameters`,
      `${types.subnetGroup} db-subnets`,
      `${types.rotation} db-master`,
      `${types.egress} db-from-app`,
      `${types.ingress} db-from-app`,
      "groundwork:platform:Database db",
    ]);
  });

  it("makes of the fullest arguments as many resources of each type as they ask for", async () => {
    const { resources } = await previewDatabase(fullest);

    const counts: Record<string, number> = {};
    for (const { type } of resources) counts[type] = (counts[type] ?? 0) + 1;
    assert.deepEqual(counts, {
      [types.attachment]: 1,
      [types.egress]: 8,
      [types.events]: 1,
      [types.functionStack]: 2,
      [types.group]: 4,
      [types.ingress]: 7,
      [types.instance]: 4,
      [types.logGroup]: 11,
      [types.parameterGroup]: 2,
      [types.password]: 2,
      [types.pool]: 1,
      [types.proxy]: 1,
      [types.record]: 3,
      [types.role]: 2,
      [types.rolePolicy]: 1,
      [types.rotation]: 2,
      [types.secret]: 2,
      [types.subnetGroup]: 2,
      [types.target]: 1,
      [types.version]: 2,
      "groundwork:platform:Database": 1,
    });
  });

  it("gives every child to the component", async () => {
    const { resources } = await previewDatabase(fullest);

    const component = resources.find(({ custom }) => !custom)?.urn;
    const orphans = resources.filter(({ custom, parent }) => custom && parent !== component);
    assert.deepEqual(namesOf(orphans), []);
  });

  it("puts every regional resource in the region it is told, whatever the provider's", async () => {
    const { resources } = await previewDatabase({ ...args, region: "eu-west-2" });

    const regions = resources.map(({ inputs }) => inputs["region"]).filter(Boolean);
    assert.deepEqual([...new Set(regions)], ["eu-west-2"]);
  });

  describe("instance", () => {
    it("is encrypted, private, with a standby, backups and logs by default", async () => {
      const { inputs } = (await previewDatabase(args)).one(types.instance);

      assert.deepEqual(inputs, {
        allocatedStorage: 100,
        allowMajorVersionUpgrade: false,
        applyImmediately: false,
        autoMinorVersionUpgrade: true,
        backupRetentionPeriod: 7,
        backupWindow: "03:00-04:00",
        caCertIdentifier: "rds-ca-rsa2048-g1",
        copyTagsToSnapshot: true,
        databaseInsightsMode: "standard",
        dbName: "shop",
        dbSubnetGroupName: inputs["dbSubnetGroupName"],
        dedicatedLogVolume: false,
        deleteAutomatedBackups: false,
        deletionProtection: true,
        enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
        engine: "postgres",
        engineLifecycleSupport: "open-source-rds-extended-support-disabled",
        engineVersion: "16",
        finalSnapshotIdentifier: "shop-production-final",
        iamDatabaseAuthenticationEnabled: true,
        identifier: "shop-production",
        instanceClass: "db.r6g.large",
        kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/data",
        maintenanceWindow: "sun:05:00-sun:06:00",
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/secrets",
        monitoringInterval: 60,
        monitoringRoleArn: unknown,
        multiAz: true,
        parameterGroupName: inputs["parameterGroupName"],
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/data",
        performanceInsightsRetentionPeriod: 7,
        port: 5432,
        publiclyAccessible: false,
        region: "eu-west-1",
        skipFinalSnapshot: false,
        storageEncrypted: true,
        storageType: "gp3",
        username: "postgres",
        vpcSecurityGroupIds: [unknown],
      });
    });

    it("stands on its own groups, role and nothing of AWS's defaults", async () => {
      const instance = (await previewDatabase(args)).one(types.instance);

      assert.deepEqual(sourcesOf(instance, "dbSubnetGroupName"), [
        `${types.subnetGroup}::db-subnets`,
      ]);
      assert.deepEqual(sourcesOf(instance, "parameterGroupName"), [
        `${types.parameterGroup}::db-parameters`,
      ]);
      assert.deepEqual(sourcesOf(instance, "vpcSecurityGroupIds"), [
        `${types.group}::db-instances`,
      ]);
      assert.deepEqual(sourcesOf(instance, "monitoringRoleArn"), [`${types.role}::db-monitoring`]);
    });

    it("waits for its log groups and for what its role may do", async () => {
      const instance = (await previewDatabase(args)).one(types.instance);

      assert.deepEqual(waitsFor(instance), [
        `${types.logGroup}::db-postgresql`,
        `${types.logGroup}::db-upgrade`,
        `${types.attachment}::db-monitoring`,
      ]);
    });

    it("has time for restores and changes of terabytes", async () => {
      const { options } = (await previewDatabase(args)).one(types.instance);

      assert.deepEqual(options.customTimeouts, { create: "120m", update: "180m", delete: "80m" });
    });

    it("is compared in every input, so that no change goes by unseen", async () => {
      const { options } = (await previewDatabase(args)).one(types.instance);

      assert.deepEqual(options.ignoreChanges, []);
    });

    it("has the volume that it is told", async () => {
      const { inputs } = (await previewDatabase(fullest)).one(types.instance, "db");

      const { allocatedStorage, maxAllocatedStorage, storageType, iops } = inputs;
      assert.deepEqual(
        { allocatedStorage, maxAllocatedStorage, storageType, iops },
        { allocatedStorage: 500, maxAllocatedStorage: 1000, storageType: "io1", iops: 10_000 },
      );
      assert.equal(inputs["dedicatedLogVolume"], true);
    });

    it("has the throughput that it is told", async () => {
      const storage = { allocatedGiB: 400, iops: 16_000, throughputMiBps: 1000 };
      const { inputs } = (await previewDatabase({ ...args, storage })).one(types.instance);

      assert.equal(inputs["storageThroughput"], 1000);
    });

    it("stands in one zone, and in which, when it is told so", async () => {
      const single = { ...args, multiAz: false, availabilityZone: "eu-west-1b" };
      const { inputs } = (await previewDatabase(single)).one(types.instance);

      assert.equal(inputs["multiAz"], false);
      assert.equal(inputs["availabilityZone"], "eu-west-1b");
    });

    it("stays on the minor that it is told", async () => {
      const { inputs } = (await previewDatabase({ ...args, engineVersion: "16.15" })).one(
        types.instance,
      );

      assert.equal(inputs["engineVersion"], "16.15");
      assert.equal(inputs["autoMinorVersionUpgrade"], false);
    });

    it("takes backups, maintenance and changes when it is told", async () => {
      const { inputs } = (
        await previewDatabase({
          ...args,
          backup: { retentionDays: 35, window: "01:00-01:30" },
          maintenanceWindow: "sat:22:00-sat:23:00",
          applyImmediately: true,
          majorVersionUpgrades: true,
        })
      ).one(types.instance);

      assert.equal(inputs["backupRetentionPeriod"], 35);
      assert.equal(inputs["backupWindow"], "01:00-01:30");
      assert.equal(inputs["maintenanceWindow"], "sat:22:00-sat:23:00");
      assert.equal(inputs["applyImmediately"], true);
      assert.equal(inputs["allowMajorVersionUpgrade"], true);
    });

    it("has the names, the port and the certificate that it is told", async () => {
      const { inputs } = (
        await previewDatabase({
          ...args,
          masterUsername: "owner",
          port: 6432,
          caCertificate: "rds-ca-ecc384-g1",
          iamAuthentication: false,
        })
      ).one(types.instance);

      assert.equal(inputs["username"], "owner");
      assert.equal(inputs["port"], 6432);
      assert.equal(inputs["caCertIdentifier"], "rds-ca-ecc384-g1");
      assert.equal(inputs["iamDatabaseAuthenticationEnabled"], false);
    });

    it("counts an argument that is undefined as left out", async () => {
      const { inputs } = (await previewDatabase({ ...args, multiAz: undefined })).one(
        types.instance,
      );

      assert.equal(inputs["multiAz"], true);
    });
  });

  describe("deletion protection", () => {
    it("keeps Pulumi from deleting instances, secrets and copies", async () => {
      const { resources } = await previewDatabase(fullest);

      const protectedOnes = resources.filter(({ options }) => options.protect);
      assert.deepEqual(namesOf(protectedOnes), [
        `${types.instance} db`,
        `${types.instance} db-recovery`,
        `${types.instance} db-replica-api`,
        `${types.instance} db-replica-reports`,
        `${types.secret} db-application`,
        `${types.secret} db-master`,
      ]);
    });

    it("leaves instances and their logs standing when they are taken out all the same", async () => {
      const { resources } = await previewDatabase(fullest);

      const left = resources.filter(({ options }) => options.retainOnDelete);
      assert.deepEqual(namesOf(left), [
        `${types.logGroup} db-postgresql`,
        `${types.logGroup} db-recovery-postgresql`,
        `${types.logGroup} db-recovery-upgrade`,
        `${types.logGroup} db-replica-api-postgresql`,
        `${types.logGroup} db-replica-api-upgrade`,
        `${types.logGroup} db-replica-reports-postgresql`,
        `${types.logGroup} db-replica-reports-upgrade`,
        `${types.logGroup} db-upgrade`,
        `${types.instance} db`,
        `${types.instance} db-recovery`,
        `${types.instance} db-replica-api`,
        `${types.instance} db-replica-reports`,
      ]);
    });

    it("keeps the copies of the backups in the same way", async () => {
      const disasterRecovery = { mode: "backups", region: "eu-central-1", keyArn: "arn" } as const;
      const { one } = await previewDatabase({ ...args, disasterRecovery });

      const { protect, retainOnDelete } = one(types.backups).options;
      assert.deepEqual({ protect, retainOnDelete }, { protect: true, retainOnDelete: true });
    });

    it("leaves everything to be deleted, without a last snapshot, when it is off", async () => {
      const { resources, all } = await previewDatabase({ ...fullest, deletionProtection: false });

      const kept = resources.filter(({ options }) => options.protect || options.retainOnDelete);
      assert.deepEqual(namesOf(kept), []);
      for (const { inputs } of all(types.instance)) {
        assert.equal(inputs["deletionProtection"], false);
        assert.equal(inputs["skipFinalSnapshot"], true);
      }
    });

    it("takes a last snapshot when it is told, whether it is on or off", async () => {
      const { one: off } = await previewDatabase({
        ...args,
        deletionProtection: false,
        finalSnapshot: true,
      });
      const { one: on } = await previewDatabase({ ...args, finalSnapshot: false });

      assert.equal(off(types.instance).inputs["skipFinalSnapshot"], false);
      assert.equal(on(types.instance).inputs["skipFinalSnapshot"], true);
    });

    it("names the last snapshot as it is told", async () => {
      const named = { ...args, finalSnapshotIdentifier: "shop-last" };
      const { inputs } = (await previewDatabase(named)).one(types.instance);

      assert.equal(inputs["finalSnapshotIdentifier"], "shop-last");
    });
  });

  describe("network", () => {
    it("lets each allowed group connect, by a rule at both ends", async () => {
      const { one } = await previewDatabase(args);

      const traffic = {
        description: "PostgreSQL from app to shop-production",
        fromPort: 5432,
        ipProtocol: "tcp",
        region: "eu-west-1",
        toPort: 5432,
      };
      const ingress = one(types.ingress);
      assert.deepEqual(ingress.inputs, {
        ...traffic,
        referencedSecurityGroupId: "sg-app",
        securityGroupId: unknown,
      });
      assert.deepEqual(sourcesOf(ingress, "securityGroupId"), [`${types.group}::db-instances`]);
      const egress = one(types.egress);
      assert.deepEqual(egress.inputs, {
        ...traffic,
        referencedSecurityGroupId: unknown,
        securityGroupId: "sg-app",
      });
      assert.deepEqual(sourcesOf(egress, "referencedSecurityGroupId"), [
        `${types.group}::db-instances`,
      ]);
    });

    it("gives the instances' group no rule of its own and nothing outward", async () => {
      const { one, all } = await previewDatabase(fullest);

      const group = one(types.group, "db-instances");
      assert.deepEqual(group.inputs, {
        description: "Instances of the database shop-production",
        name: group.inputs["name"],
        region: "eu-west-1",
        revokeRulesOnDelete: false,
        tags: { Name: "db-instances" },
        vpcId: "vpc-1",
      });
      const outward = all(types.egress).filter((rule) =>
        sourcesOf(rule, "securityGroupId").includes(`${types.group}::db-instances`),
      );
      assert.deepEqual(namesOf(outward), []);
    });

    it("lets nobody connect whom it is not told of", async () => {
      const { all } = await previewDatabase({ ...args, allowedSecurityGroups: {} });

      assert.deepEqual(namesOf(all(types.ingress)), []);
    });

    it("stands in the subnets that it is told", async () => {
      const { inputs } = (await previewDatabase(args)).one(types.subnetGroup);

      assert.deepEqual(inputs, {
        description: "Subnets of the database shop-production",
        name: inputs["name"],
        region: "eu-west-1",
        subnetIds: ["subnet-a", "subnet-b"],
      });
    });
  });

  describe("logs and metrics", () => {
    it("keeps the logs of the instance encrypted, for 90 days", async () => {
      const { inputs } = (await previewDatabase(args)).one(types.logGroup, "db-postgresql");

      assert.deepEqual(inputs, {
        kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/logs",
        name: "/aws/rds/instance/shop-production/postgresql",
        region: "eu-west-1",
        retentionInDays: 90,
        skipDestroy: false,
      });
    });

    it("keeps the logs as long as it is told", async () => {
      const { all } = await previewDatabase({ ...args, monitoring: { logRetentionDays: 365 } });

      assert.deepEqual(
        all(types.logGroup).map(({ inputs }) => inputs["retentionInDays"]),
        [365, 365],
      );
    });

    it("measures as often and keeps insights as long as it is told", async () => {
      const monitoring = {
        intervalSeconds: 15,
        performanceInsightsDays: 465,
        databaseInsights: "advanced",
      } as const;
      const { inputs } = (await previewDatabase({ ...args, monitoring })).one(types.instance);

      assert.equal(inputs["monitoringInterval"], 15);
      assert.equal(inputs["performanceInsightsRetentionPeriod"], 465);
      assert.equal(inputs["databaseInsightsMode"], "advanced");
    });

    it("lets RDS alone measure, and only instances of this database", async () => {
      const { one } = await previewDatabase(fullest);

      const policy = JSON.parse(
        String(one(types.role, "db-monitoring").inputs["assumeRolePolicy"]),
      ) as unknown;
      assert.deepEqual(policy, {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "monitoring.rds.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: {
              StringEquals: { "aws:SourceAccount": "123456789012" },
              ArnLike: {
                "aws:SourceArn": [
                  "arn:aws:rds:eu-west-1:123456789012:db:shop-production*",
                  "arn:aws:rds:eu-central-1:123456789012:db:shop-production*",
                ],
              },
            },
          },
        ],
      });
    });

    it("lets the role do what AWS says that measuring takes", async () => {
      const attachment = (await previewDatabase(args)).one(types.attachment);

      assert.equal(
        attachment.inputs["policyArn"],
        "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
      );
      assert.deepEqual(sourcesOf(attachment, "role"), [`${types.role}::db-monitoring`]);
    });

    it("has no role when nothing is measured", async () => {
      const { all, one } = await previewDatabase({ ...args, monitoring: { intervalSeconds: 0 } });

      assert.deepEqual(namesOf([...all(types.role), ...all(types.attachment)]), []);
      assert.equal(one(types.instance).inputs["monitoringInterval"], 0);
      assert.equal(one(types.instance).inputs["monitoringRoleArn"], undefined);
    });
  });

  describe("events", () => {
    it("reach a topic, of every instance in the region", async () => {
      const { inputs, propertyDependencies } = (await previewDatabase(fullest)).one(types.events);

      assert.deepEqual(inputs, {
        eventCategories: [
          "availability",
          "backup",
          "configuration change",
          "deletion",
          "failover",
          "failure",
          "low storage",
          "maintenance",
          "notification",
          "read replica",
          "recovery",
          "restoration",
          "security",
        ],
        name: inputs["name"],
        region: "eu-west-1",
        snsTopic: "arn:aws:sns:eu-west-1:123456789012:database-events",
        sourceIds: ["shop-production", "shop-production-api", "shop-production-reports"],
        sourceType: "db-instance",
      });
      assert.equal(propertyDependencies["sourceIds"]?.length, 3);
    });

    it("go to the topic once RDS may publish to it", async () => {
      const topicArn = "arn:aws:sns:eu-west-1:123456789012:database-events";
      const { one } = await preview((providers) => {
        const policy = { arn: topicArn, policy: "{}" };
        const admission = new aws.sns.TopicPolicy("rds", policy, { provider: providers[0] });
        const events = { topicArn, topicReady: [admission] };
        new Database("db", { ...args, events }, { providers });
      });

      const awaited = "urn:pulumi:production::test::aws:sns/topicPolicy:TopicPolicy::rds";
      assert.ok(waitsFor(one(types.events)).includes(awaited));
    });
  });

  describe("names in a zone", () => {
    it("follow the primary", async () => {
      const record = (await previewDatabase(fullest)).one(types.record, "db-primary");

      assert.deepEqual(record.inputs, {
        name: "db.example.com",
        records: [unknown],
        ttl: 60,
        type: "CNAME",
        zoneId: "Z1",
      });
      assert.deepEqual(sourcesOf(record, "records"), [`${types.instance}::db`]);
    });

    it("are answered by each replica in turn", async () => {
      const record = (await previewDatabase(fullest)).one(types.record, "db-replica-api");

      assert.deepEqual(record.inputs, {
        name: "reader.example.com",
        records: [unknown],
        setIdentifier: "api",
        ttl: 60,
        type: "CNAME",
        weightedRoutingPolicies: [{ weight: 1 }],
        zoneId: "Z1",
      });
      assert.deepEqual(sourcesOf(record, "records"), [`${types.instance}::db-replica-api`]);
    });

    it("leave the replicas out when no name was asked for them", async () => {
      const dns = { zoneId: "Z1", name: "db.example.com" };
      const { all } = await previewDatabase({ ...fullest, dns });

      assert.deepEqual(namesOf(all(types.record)), [`${types.record} db-primary`]);
    });
  });

  describe("outputs", () => {
    it("name what was made, before it is made", async () => {
      await previewComponent(fullest, (database) => {
        assert.deepEqual(database.instanceIdentifiers, [
          "shop-production",
          "shop-production-api",
          "shop-production-reports",
          "shop-production-recovery",
        ]);
        assert.deepEqual(database.logGroupNames, [
          "/aws/rds/instance/shop-production/postgresql",
          "/aws/rds/instance/shop-production/upgrade",
          "/aws/rds/instance/shop-production-api/postgresql",
          "/aws/rds/instance/shop-production-api/upgrade",
          "/aws/rds/instance/shop-production-reports/postgresql",
          "/aws/rds/instance/shop-production-reports/upgrade",
          "/aws/rds/instance/shop-production-recovery/postgresql",
          "/aws/rds/instance/shop-production-recovery/upgrade",
          "/aws/lambda/shop-production-rotate-master",
          "/aws/lambda/shop-production-rotate-application",
          "/aws/rds/proxy/shop-production",
        ]);
      });
    });

    it("name every log group that is made, and no other", async () => {
      const names: string[] = [];
      const { all } = await previewComponent(fullest, (database) => {
        names.push(...database.logGroupNames);
      });

      const made = all(types.logGroup).map(({ inputs }) => String(inputs["name"]));
      assert.deepEqual(names.sort(), made.sort());
    });

    it("come from the resources that they are of", async () => {
      const { one } = await previewComponent(fullest, (database, provider) => {
        const probe = (name: string, value: aws.ssm.ParameterArgs["value"]) =>
          new aws.ssm.Parameter(name, { type: "String", value }, { provider });
        probe("endpoint", database.endpoint);
        probe("address", database.address);
        probe("port", database.port.apply(String));
        probe("reader", database.readerEndpoint);
        probe("reports", database.replicaEndpoints["reports"]);
        probe("proxy", database.proxyEndpoint);
        probe("group", database.securityGroupId);
        probe("master", database.masterSecretArn);
        probe("application", database.applicationSecretArn);
      });

      const source = (name: string) => sourcesOf(one("aws:ssm/parameter:Parameter", name), "value");
      assert.deepEqual(source("endpoint"), [`${types.instance}::db`]);
      assert.deepEqual(source("address"), [`${types.instance}::db`]);
      assert.deepEqual(source("reader"), [`${types.instance}::db-replica-api`]);
      assert.deepEqual(source("reports"), [`${types.instance}::db-replica-reports`]);
      assert.deepEqual(source("proxy"), [`${types.proxy}::db-proxy`]);
      assert.deepEqual(source("group"), [`${types.group}::db-instances`]);
      assert.deepEqual(source("master"), [`${types.secret}::db-master`]);
      assert.deepEqual(source("application"), [`${types.secret}::db-application`]);
    });

    it("leave out what was not asked for", async () => {
      await previewComponent(args, (database) => {
        assert.equal(database.readerEndpoint, undefined);
        assert.deepEqual(database.replicaEndpoints, {});
        assert.equal(database.proxyEndpoint, undefined);
        assert.equal(database.applicationSecretArn, undefined);
      });
    });
  });

  it("fails when arguments are wrong, and lists every problem", async () => {
    const wrong = { ...args, accountId: "1", availabilityZone: "eu-west-1a" };
    await assert.rejects(previewDatabase(wrong), {
      message:
        "accountId must be 12 digits, got 1\navailabilityZone must be left out with multiAz, got eu-west-1a",
    });
  });
});
