import assert from "node:assert/strict";
import { loginDocument } from "../../components/database/secret";
import { namesOf, sourcesOf, waitsFor } from "../support/references";
import { args, fullest, previewDatabase, types } from "./database-args";

const unknown = { $unknown: true };
const applicationUser = { name: "shop_app" };
const rotated = { ...args, credentials: { mode: "rotated" } as const };
const application = "arn:aws:serverlessrepo:us-east-1:297356227824:applications/";

describe("Database logins", () => {
  describe("with the master password managed by RDS", () => {
    it("have RDS rotate it every 30 days, beginning with the first interval", async () => {
      const rotation = (await previewDatabase(args)).one(types.rotation);

      assert.deepEqual(rotation.inputs, {
        region: "eu-west-1",
        rotateImmediately: false,
        rotationRules: { automaticallyAfterDays: 30 },
        secretId: unknown,
      });
      assert.deepEqual(sourcesOf(rotation, "secretId"), [`${types.instance}::db`]);
      assert.equal(rotation.options.retainOnDelete, true);
    });

    it("have it rotated as often as they are told", async () => {
      const { one } = await previewDatabase({ ...args, credentials: { rotationDays: 7 } });

      assert.deepEqual(one(types.rotation).inputs["rotationRules"], { automaticallyAfterDays: 7 });
    });

    it("know no password, and need neither function nor secret", async () => {
      const { all, one } = await previewDatabase(args);

      const made = [types.password, types.secret, types.version, types.functionStack].flatMap(all);
      assert.deepEqual(namesOf(made), []);
      assert.equal(one(types.instance).inputs["passwordWo"], undefined);
    });
  });

  describe("with the master password rotated by a function", () => {
    it("give the instance a generated password that is nowhere but in a secret", async () => {
      const instance = (await previewDatabase(rotated)).one(types.instance);

      assert.equal(instance.inputs["passwordWoVersion"], 1);
      assert.equal(instance.inputs["manageMasterUserPassword"], undefined);
      assert.equal(instance.inputs["masterUserSecretKmsKeyId"], undefined);
      assert.deepEqual(sourcesOf(instance, "passwordWo"), [`${types.password}::db-master`]);
    });

    it("generate 32 characters that RDS takes and no URL escapes", async () => {
      const { inputs } = (await previewDatabase(rotated)).one(types.password);

      assert.deepEqual(inputs, {
        length: 32,
        minLower: 1,
        minNumeric: 1,
        minSpecial: 1,
        minUpper: 1,
        overrideSpecial: "-._~",
        special: true,
      });
    });

    it("keep it in a secret under the secrets' key", async () => {
      const { inputs } = (await previewDatabase(rotated)).one(types.secret);

      assert.deepEqual(inputs, {
        description: "Master user of the database shop-production, not for applications.",
        forceOverwriteReplicaSecret: false,
        kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/secrets",
        namePrefix: "shop-production/master-",
        recoveryWindowInDays: 30,
        region: "eu-west-1",
        replicas: [],
        tags: { Name: "shop-production/master" },
      });
    });

    it("write the first version once, and leave the later ones to the rotation", async () => {
      const version = (await previewDatabase(rotated)).one(types.version);

      assert.deepEqual(version.options.ignoreChanges, ["secretString", "versionStages"]);
      assert.deepEqual(sourcesOf(version, "secretId"), [`${types.secret}::db-master`]);
      assert.deepEqual(sourcesOf(version, "secretString"), [
        `${types.instance}::db`,
        `${types.password}::db-master`,
      ]);
    });

    it("rotate it at once, so that no password that Pulumi knows stays good", async () => {
      const rotation = (await previewDatabase(rotated)).one(types.rotation);

      assert.deepEqual(rotation.inputs, {
        region: "eu-west-1",
        rotateImmediately: true,
        rotationLambdaArn:
          "arn:aws:lambda:eu-west-1:123456789012:function:shop-production-rotate-master",
        rotationRules: { automaticallyAfterDays: 30 },
        secretId: unknown,
      });
      assert.deepEqual(sourcesOf(rotation, "secretId"), [`${types.secret}::db-master`]);
    });

    it("rotate it only when function, first version and network rules are there", async () => {
      const rotation = (await previewDatabase(rotated)).one(types.rotation);

      const waits = waitsFor(rotation);
      assert.ok(waits.includes(`${types.functionStack}::db-rotate-master`));
      assert.ok(waits.includes(`${types.version}::db-master`));
      assert.ok(waits.includes(`${types.ingress}::db-from-rotation`));
      assert.ok(waits.includes(`${types.egress}::db-from-rotation`));
      assert.ok(waits.includes(`${types.egress}::db-rotation-https`));
    });

    it("deploy AWS's function for it, in a version that was looked at", async () => {
      const functionStack = (await previewDatabase(rotated)).one(types.functionStack);

      assert.deepEqual(functionStack.inputs, {
        applicationId: `${application}SecretsManagerRDSPostgreSQLRotationSingleUser`,
        capabilities: ["CAPABILITY_IAM", "CAPABILITY_RESOURCE_POLICY"],
        name: "shop-production-rotate-master",
        parameters: {
          endpoint: "https://secretsmanager.eu-west-1.amazonaws.com",
          excludeCharacters: " !\"#$%&'()*+,/:;<=>?@[\\]^`{|}",
          functionName: "shop-production-rotate-master",
          kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/secrets",
          vpcSecurityGroupIds: unknown,
          vpcSubnetIds: "subnet-a,subnet-b",
        },
        region: "eu-west-1",
        semanticVersion: "1.1.671",
      });
      assert.deepEqual(sourcesOf(functionStack, "parameters"), [`${types.group}::db-rotation`]);
      assert.deepEqual(waitsFor(functionStack), [`${types.logGroup}::db-rotate-master`]);
    });

    it("deploy the function of the partition that the region belongs to", async () => {
      const chinese = await previewDatabase({ ...rotated, region: "cn-north-1" });
      const american = await previewDatabase({ ...rotated, region: "us-gov-west-1" });

      const published = ({ one }: typeof chinese) => {
        const { applicationId, semanticVersion } = one(types.functionStack).inputs;
        return [applicationId, semanticVersion];
      };
      assert.deepEqual(published(chinese), [
        "arn:aws-cn:serverlessrepo:cn-north-1:193023089310:applications/SecretsManagerRDSPostgreSQLRotationSingleUser",
        "1.1.440",
      ]);
      assert.deepEqual(published(american), [
        "arn:aws-us-gov:serverlessrepo:us-gov-west-1:023102451235:applications/SecretsManagerRDSPostgreSQLRotationSingleUser",
        "1.1.397",
      ]);
      assert.equal(
        chinese.one(types.rotation).inputs["rotationLambdaArn"],
        "arn:aws-cn:lambda:cn-north-1:123456789012:function:shop-production-rotate-master",
      );
    });

    it("run the function in the subnets that they are told", async () => {
      const functionSubnetIds = ["subnet-c", "subnet-d"];
      const { one } = await previewDatabase({ ...rotated, functionSubnetIds });

      const parameters = one(types.functionStack).inputs["parameters"] as Record<string, unknown>;
      assert.equal(parameters["vpcSubnetIds"], "subnet-c,subnet-d");
    });

    it("keep the function's log like every other", async () => {
      const { inputs } = (await previewDatabase(rotated)).one(types.logGroup, "db-rotate-master");

      assert.deepEqual(inputs, {
        kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/logs",
        name: "/aws/lambda/shop-production-rotate-master",
        region: "eu-west-1",
        retentionInDays: 90,
        skipDestroy: false,
      });
    });

    it("let the function reach the database and HTTPS, and nothing else", async () => {
      const { all, one } = await previewDatabase(rotated);

      const outward = all(types.egress).filter((rule) =>
        sourcesOf(rule, "securityGroupId").includes(`${types.group}::db-rotation`),
      );
      assert.deepEqual(
        outward.map(({ inputs }) => [inputs["fromPort"], inputs["toPort"], inputs["cidrIpv4"]]),
        [
          [5432, 5432, undefined],
          [443, 443, "0.0.0.0/0"],
        ],
      );
      const ingress = one(types.ingress, "db-from-rotation");
      assert.deepEqual(sourcesOf(ingress, "securityGroupId"), [`${types.group}::db-instances`]);
      assert.deepEqual(sourcesOf(ingress, "referencedSecurityGroupId"), [
        `${types.group}::db-rotation`,
      ]);
    });
  });

  describe("of an application", () => {
    it("are none unless a role is named", async () => {
      const { all } = await previewDatabase(rotated);

      assert.deepEqual(namesOf(all(types.secret)), [`${types.secret} db-master`]);
    });

    it("are kept in a secret of their own, with a password of their own", async () => {
      const { one, all } = await previewDatabase({ ...rotated, applicationUser });

      assert.equal(
        one(types.secret, "db-application").inputs["description"],
        "Role of the applications in the database shop-production.",
      );
      assert.equal(
        one(types.secret, "db-application").inputs["namePrefix"],
        "shop-production/application-",
      );
      assert.deepEqual(namesOf(all(types.password)), [
        `${types.password} db-application`,
        `${types.password} db-master`,
      ]);
      assert.deepEqual(sourcesOf(one(types.version, "db-application"), "secretString"), [
        `${types.instance}::db`,
        `${types.secret}::db-master`,
        `${types.password}::db-application`,
      ]);
    });

    it("alternate between two users, by the master's login", async () => {
      const { one } = await previewDatabase({ ...rotated, applicationUser });

      const functionStack = one(types.functionStack, "db-rotate-application");
      assert.equal(
        functionStack.inputs["applicationId"],
        `${application}SecretsManagerRDSPostgreSQLRotationMultiUser`,
      );
      assert.deepEqual(functionStack.inputs["parameters"], {
        endpoint: "https://secretsmanager.eu-west-1.amazonaws.com",
        excludeCharacters: " !\"#$%&'()*+,/:;<=>?@[\\]^`{|}",
        functionName: "shop-production-rotate-application",
        kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/secrets",
        masterSecretArn: unknown,
        masterSecretKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/secrets",
        vpcSecurityGroupIds: unknown,
        vpcSubnetIds: "subnet-a,subnet-b",
      });
      assert.deepEqual(sourcesOf(functionStack, "parameters"), [
        `${types.group}::db-rotation`,
        `${types.secret}::db-master`,
      ]);
    });

    it("go by the login that RDS keeps where it keeps the master's", async () => {
      const { one, all } = await previewDatabase({ ...args, applicationUser });

      const functionStack = one(types.functionStack, "db-rotate-application");
      assert.deepEqual(sourcesOf(functionStack, "parameters"), [
        `${types.group}::db-rotation`,
        `${types.instance}::db`,
      ]);
      assert.deepEqual(namesOf(all(types.secret)), [`${types.secret} db-application`]);
    });

    it("rotate when the role has long been there, every 30 days", async () => {
      const { inputs } = (await previewDatabase({ ...args, applicationUser })).one(
        types.rotation,
        "db-application",
      );

      assert.equal(inputs["rotateImmediately"], false);
      assert.deepEqual(inputs["rotationRules"], { automaticallyAfterDays: 30 });
    });

    it("rotate as often as they are told", async () => {
      const weekly = { ...args, applicationUser: { ...applicationUser, rotationDays: 7 } };
      const { inputs } = (await previewDatabase(weekly)).one(types.rotation, "db-application");

      assert.deepEqual(inputs["rotationRules"], { automaticallyAfterDays: 7 });
    });

    it("keep one user's name behind a proxy, which knows one login only", async () => {
      const { one } = await previewDatabase({ ...args, applicationUser, proxy: {} });

      const functionStack = one(types.functionStack, "db-rotate-application");
      assert.equal(
        functionStack.inputs["applicationId"],
        `${application}SecretsManagerRDSPostgreSQLRotationSingleUser`,
      );
      assert.deepEqual(sourcesOf(functionStack, "parameters"), [`${types.group}::db-rotation`]);
      assert.deepEqual(sourcesOf(one(types.version, "db-application"), "secretString"), [
        `${types.instance}::db`,
        `${types.password}::db-application`,
      ]);
    });
  });

  describe("as the functions read them", () => {
    const login = {
      user: "application",
      description: "",
      username: "shop_app",
      password: "first",
    } as const;
    const settings = { port: 5432, databaseName: "shop" };

    it("name the instance, its database and the user, and insist on TLS", () => {
      assert.deepEqual(loginDocument(settings, "db.example.com", login), {
        engine: "postgres",
        host: "db.example.com",
        port: 5432,
        dbname: "shop",
        username: "shop_app",
        password: "first",
        ssl: true,
      });
    });

    it("name the master's secret where two users alternate", () => {
      const document = loginDocument(settings, "db.example.com", {
        ...login,
        masterSecretArn: "arn",
      });

      assert.equal(document.masterarn, "arn");
    });
  });

  it("can be restored for as long as they are told when they were deleted", async () => {
    const { all } = await previewDatabase({ ...fullest, secretRecoveryDays: 0 });

    assert.deepEqual(
      all(types.secret).map(({ inputs }) => inputs["recoveryWindowInDays"]),
      [0, 0],
    );
  });

  it("are copied to the other region where it has a key for them", async () => {
    const { all } = await previewDatabase(fullest);

    const copy = {
      region: "eu-central-1",
      kmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/secrets",
    };
    assert.deepEqual(
      all(types.secret).map(({ inputs }) => inputs["replicas"]),
      [[copy], [copy]],
    );
  });
});
