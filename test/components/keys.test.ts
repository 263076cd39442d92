import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Keys, type KeysArgs } from "../../components/keys";
import type { KeyUse } from "../../components/keys/grants";
import { preview, type Previewed, type PreviewedResource } from "../support/preview";

const args: KeysArgs<string> = {
  accountId: "123456789012",
  region: "eu-west-1",
  aliasPrefix: "shop-production",
  domains: { data: { uses: ["rds"] }, logs: { uses: ["cloudwatchLogs"] } },
};
const replicated: KeysArgs<string> = {
  ...args,
  replicaRegion: "eu-central-1",
  domains: { data: { uses: ["rds"], replicate: true }, logs: { uses: ["cloudwatchLogs"] } },
};

const key = "aws:kms/key:Key";
const replica = "aws:kms/replicaKey:ReplicaKey";
const alias = "aws:kms/alias:Alias";

function previewKeys(keysArgs: KeysArgs<string>): Promise<Previewed> {
  return preview((providers) => new Keys("keys", keysArgs, { providers }));
}

function namesOf({ resources }: Previewed): string[] {
  return resources.map(({ type, name }) => `${type} ${name}`);
}

function statementsOf({ inputs }: PreviewedResource): Record<string, unknown>[] {
  const policy = JSON.parse(String(inputs["policy"])) as { Statement: Record<string, unknown>[] };
  return policy.Statement;
}

/** What a use adds to the policy of a key in eu-west-1, and to that of its replica in eu-central-1. */
async function grantsOf(use: KeyUse): Promise<{ primary: unknown; replica: unknown }> {
  const domains = { data: { uses: [use], replicate: true } };
  const { one } = await previewKeys({ ...replicated, domains });
  return { primary: statementsOf(one(key))[1], replica: statementsOf(one(replica))[1] };
}

function prefixed<T>(prefix: string, record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [prefix + key, value]));
}

const account = { AWS: "arn:aws:iam::123456789012:root" };

describe("Keys", () => {
  it("makes a key and an alias for each domain, and nothing else", async () => {
    assert.deepEqual(namesOf(await previewKeys(args)), [
      "aws:kms/alias:Alias keys-data",
      "aws:kms/alias:Alias keys-logs",
      "aws:kms/key:Key keys-data",
      "aws:kms/key:Key keys-logs",
      "groundwork:platform:Keys keys",
    ]);
  });

  it("makes a replica and its alias for each domain that replicates", async () => {
    assert.deepEqual(namesOf(await previewKeys(replicated)), [
      "aws:kms/alias:Alias keys-data",
      "aws:kms/alias:Alias keys-data-replica",
      "aws:kms/alias:Alias keys-logs",
      "aws:kms/key:Key keys-data",
      "aws:kms/key:Key keys-logs",
      "aws:kms/replicaKey:ReplicaKey keys-data-replica",
      "groundwork:platform:Keys keys",
    ]);
  });

  it("gives the keys of one domain nothing of another's", async () => {
    const { one } = await previewKeys(args);

    const sids = (name: string) => statementsOf(one(key, name)).map(({ Sid }) => Sid);
    assert.deepEqual(sids("keys-data"), ["Administer", "Rds"]);
    assert.deepEqual(sids("keys-logs"), ["Administer", "CloudwatchLogs"]);
  });

  it("says what a key encrypts", async () => {
    const { inputs } = (await previewKeys(args)).one(key, "keys-data");

    assert.equal(inputs["description"], "Encrypts the data of shop-production.");
    assert.deepEqual(inputs["tags"], { Name: "shop-production/data" });
  });

  it("rotates every key each year", async () => {
    const { all } = await previewKeys(args);

    assert.deepEqual(
      all(key).map(({ inputs }) => [inputs["enableKeyRotation"], inputs["rotationPeriodInDays"]]),
      [
        [true, 365],
        [true, 365],
      ],
    );
  });

  it("rotates as often as it is told", async () => {
    const { one } = await previewKeys({ ...args, rotationDays: 90 });

    assert.equal(one(key, "keys-data").inputs["rotationPeriodInDays"], 90);
  });

  it("lets a deletion be cancelled for 30 days, in both regions", async () => {
    const { one } = await previewKeys(replicated);

    assert.equal(one(key, "keys-data").inputs["deletionWindowInDays"], 30);
    assert.equal(one(replica).inputs["deletionWindowInDays"], 30);
  });

  it("lets a deletion be cancelled for as long as it is told, in both regions", async () => {
    const { one } = await previewKeys({ ...replicated, deletionWindowDays: 7 });

    assert.equal(one(key, "keys-data").inputs["deletionWindowInDays"], 7);
    assert.equal(one(replica).inputs["deletionWindowInDays"], 7);
  });

  it("protects keys and replicas, whose loss is that of the data", async () => {
    const { one, all } = await previewKeys(replicated);

    assert.deepEqual(
      all(key).map(({ options }) => options.protect),
      [true, true],
    );
    assert.equal(one(replica).options.protect, true);
  });

  it("protects nothing when it is told so", async () => {
    const { resources } = await previewKeys({ ...replicated, deletionProtection: false });

    assert.deepEqual(
      resources.filter(({ options }) => options.protect),
      [],
    );
  });

  it("names the key of a domain by an alias", async () => {
    const previewed = await previewKeys(args);
    const { inputs, propertyDependencies } = previewed.one(alias, "keys-data");

    assert.equal(inputs["name"], "alias/shop-production/data");
    assert.deepEqual(propertyDependencies["targetKeyId"], [previewed.one(key, "keys-data").urn]);
  });

  it("names a replica by the alias that its key has, in the other region", async () => {
    const previewed = await previewKeys(replicated);
    const { inputs, propertyDependencies } = previewed.one(alias, "keys-data-replica");

    assert.equal(inputs["name"], "alias/shop-production/data");
    assert.equal(inputs["region"], "eu-central-1");
    assert.deepEqual(propertyDependencies["targetKeyId"], [previewed.one(replica).urn]);
  });

  it("replicates a multi-region key into the other region", async () => {
    const previewed = await previewKeys(replicated);
    const primary = previewed.one(key, "keys-data");
    const { inputs, propertyDependencies } = previewed.one(replica);

    assert.equal(primary.inputs["multiRegion"], true);
    assert.equal(primary.inputs["region"], "eu-west-1");
    assert.equal(inputs["region"], "eu-central-1");
    assert.deepEqual(propertyDependencies["primaryKeyArn"], [primary.urn]);
  });

  it("leaves a key that does not replicate in one region", async () => {
    const { one } = await previewKeys(replicated);

    assert.equal(one(key, "keys-logs").inputs["multiRegion"], false);
  });

  it("hands out the ARN of each key, and of each replica", async () => {
    const { one } = await preview((providers) => {
      const { arns, replicaArns } = new Keys("keys", replicated, { providers });
      const handedOut = { ...arns, ...prefixed("replica of ", replicaArns) };
      for (const [what, arn] of Object.entries(handedOut)) {
        new aws.sns.Topic(what, { kmsMasterKeyId: arn }, { provider: providers[0] });
      }
    });

    const keyOf = (topic: string) =>
      one("aws:sns/topic:Topic", topic).propertyDependencies["kmsMasterKeyId"];
    assert.deepEqual(keyOf("data"), [one(key, "keys-data").urn]);
    assert.deepEqual(keyOf("logs"), [one(key, "keys-logs").urn]);
    assert.deepEqual(keyOf("replica of data"), [one(replica).urn]);
    assert.throws(() => keyOf("replica of logs"));
  });

  it("fails when domains replicate and there is no region for it", async () => {
    const domains = {
      data: { uses: [], replicate: true },
      logs: { uses: [] },
      secrets: { uses: [], replicate: true },
    };

    await assert.rejects(previewKeys({ ...args, domains }), {
      message:
        "replicaRegion must be set for the domains that replicate (data, secrets), got undefined",
    });
  });

  describe("policy", () => {
    it("lets the account administer a key, and neither use it nor let others use it", async () => {
      const domains = { data: { uses: [] } };
      const { one } = await previewKeys({ ...args, domains });

      assert.deepEqual(JSON.parse(String(one(key).inputs["policy"])), {
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Administer",
            Effect: "Allow",
            Principal: account,
            Action: [
              "kms:CancelKeyDeletion",
              "kms:CreateAlias",
              "kms:DeleteAlias",
              "kms:DescribeKey",
              "kms:DisableKey",
              "kms:DisableKeyRotation",
              "kms:EnableKey",
              "kms:EnableKeyRotation",
              "kms:GetKeyPolicy",
              "kms:GetKeyRotationStatus",
              "kms:ListGrants",
              "kms:ListKeyPolicies",
              "kms:ListKeyRotations",
              "kms:ListResourceTags",
              "kms:PutKeyPolicy",
              "kms:RetireGrant",
              "kms:RevokeGrant",
              "kms:RotateKeyOnDemand",
              "kms:ScheduleKeyDeletion",
              "kms:TagResource",
              "kms:UntagResource",
              "kms:UpdateAlias",
              "kms:UpdateKeyDescription",
            ],
            Resource: "*",
          },
        ],
      });
    });

    it("lets the account replicate a multi-region key, in both regions", async () => {
      const { one } = await previewKeys(replicated);

      for (const made of [one(key, "keys-data"), one(replica)]) {
        const [administer] = statementsOf(made);
        assert.deepEqual((administer?.["Action"] as string[]).slice(-3), [
          "kms:ReplicateKey",
          "kms:SynchronizeMultiRegionKey",
          "kms:UpdatePrimaryRegion",
        ]);
      }
    });

    it("has a statement for each use, in their order", async () => {
      const uses: KeyUse[] = ["sns", "cloudwatchAlarms", "rdsEvents"];
      const { one } = await previewKeys({ ...args, domains: { messaging: { uses } } });

      assert.deepEqual(
        statementsOf(one(key)).map(({ Sid }) => Sid),
        ["Administer", "Sns", "CloudwatchAlarms", "RdsEvents"],
      );
    });

    it("lets Auto Scaling of the account start instances with encrypted volumes", async () => {
      const autoscaling = {
        Sid: "Autoscaling",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:CreateGrant",
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: {
          ArnEquals: {
            "aws:PrincipalArn":
              "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
          },
          BoolIfExists: { "kms:GrantIsForAWSResource": "true" },
        },
      };

      assert.deepEqual(await grantsOf("autoscaling"), {
        primary: autoscaling,
        replica: autoscaling,
      });
    });

    it("lets principals use it through EC2 of the key's region, with grants to services only", async () => {
      const ebs = (region: string) => ({
        Sid: "Ebs",
        Effect: "Allow",
        Principal: account,
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:CreateGrant",
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": `ec2.${region}.amazonaws.com` },
          BoolIfExists: { "kms:GrantIsForAWSResource": "true" },
        },
      });

      assert.deepEqual(await grantsOf("ebs"), {
        primary: ebs("eu-west-1"),
        replica: ebs("eu-central-1"),
      });
    });

    it("lets the roles that deploy encrypt and decrypt with it themselves, and nobody else", async () => {
      const deployers = ["arn:aws:iam::123456789012:role/groundwork-deploy-production"];
      const secrets = { uses: ["deployment"] as const, deployers, replicate: true };
      const { one } = await previewKeys({ ...replicated, domains: { secrets } });
      const deployment = {
        Sid: "Deployment",
        Effect: "Allow",
        Principal: account,
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt"],
        Resource: "*",
        Condition: { ArnLike: { "aws:PrincipalArn": deployers } },
      };

      assert.deepEqual(statementsOf(one(key))[1], deployment);
      assert.deepEqual(statementsOf(one(replica))[1], deployment);
    });

    it("lets nobody deploy with it where nobody is named", async () => {
      const { primary } = await grantsOf("deployment");

      assert.deepEqual((primary as Record<string, unknown>)["Condition"], {
        ArnLike: { "aws:PrincipalArn": [] },
      });
    });

    it("lets Route 53 sign the names of the account's hosted zones", async () => {
      const dnssec = {
        Sid: "Dnssec",
        Effect: "Allow",
        Principal: { Service: "dnssec-route53.amazonaws.com" },
        Action: ["kms:CreateGrant", "kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnLike: { "aws:SourceArn": "arn:aws:route53:::hostedzone/*" },
          BoolIfExists: { "kms:GrantIsForAWSResource": "true" },
        },
      };

      assert.deepEqual(await grantsOf("dnssec"), { primary: dnssec, replica: dnssec });
    });

    it("lets principals give it to ECR of the key's region for their repositories", async () => {
      const through = (region: string) => ({
        Sid: "Ecr",
        Effect: "Allow",
        Principal: account,
        Action: ["kms:CreateGrant", "kms:DescribeKey", "kms:RetireGrant"],
        Resource: "*",
        Condition: { StringEquals: { "kms:ViaService": `ecr.${region}.amazonaws.com` } },
      });

      assert.deepEqual(await grantsOf("ecr"), {
        primary: through("eu-west-1"),
        replica: through("eu-central-1"),
      });
    });

    it("lets the roles of control planes encrypt secrets, and nobody else", async () => {
      const eks = {
        Sid: "Eks",
        Effect: "Allow",
        Principal: account,
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"],
        Resource: "*",
        Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/eks/*" } },
      };

      assert.deepEqual(await grantsOf("eks"), { primary: eks, replica: eks });
    });

    it("lets principals give it to a service for a cluster that they make", async () => {
      const creation = {
        Sid: "EksCreation",
        Effect: "Allow",
        Principal: account,
        Action: ["kms:CreateGrant"],
        Resource: "*",
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      };

      assert.deepEqual(await grantsOf("eksCreation"), { primary: creation, replica: creation });
    });

    it("lets CloudWatch Logs encrypt the log groups of the account in the key's region", async () => {
      const logs = (region: string) => ({
        Sid: "CloudwatchLogs",
        Effect: "Allow",
        Principal: { Service: `logs.${region}.amazonaws.com` },
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: {
          ArnLike: {
            "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:123456789012:log-group:*`,
          },
        },
      });

      assert.deepEqual(await grantsOf("cloudwatchLogs"), {
        primary: logs("eu-west-1"),
        replica: logs("eu-central-1"),
      });
    });

    it("lets principals use it through ElastiCache of the key's region, by both names that it calls under", async () => {
      const elasticache = (region: string) => ({
        Sid: "Elasticache",
        Effect: "Allow",
        Principal: account,
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:CreateGrant",
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:ViaService": [
              `elasticache.${region}.amazonaws.com`,
              `dax.${region}.amazonaws.com`,
            ],
          },
          BoolIfExists: { "kms:GrantIsForAWSResource": "true" },
        },
      });

      assert.deepEqual(await grantsOf("elasticache"), {
        primary: elasticache("eu-west-1"),
        replica: elasticache("eu-central-1"),
      });
    });

    it("lets principals use it through MSK of the key's region, with grants to services only", async () => {
      const kafka = (region: string) => ({
        Sid: "Kafka",
        Effect: "Allow",
        Principal: account,
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:CreateGrant",
          "kms:ListGrants",
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": `kafka.${region}.amazonaws.com` },
          BoolIfExists: { "kms:GrantIsForAWSResource": "true" },
        },
      });

      assert.deepEqual(await grantsOf("kafka"), {
        primary: kafka("eu-west-1"),
        replica: kafka("eu-central-1"),
      });
    });

    it("lets MSK read the users' secrets under it, itself or through Secrets Manager", async () => {
      const users = (region: string) => ({
        Sid: "KafkaScram",
        Effect: "Allow",
        Principal: account,
        Action: ["kms:Decrypt", "kms:CreateGrant", "kms:DescribeKey"],
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:ViaService": [
              `kafka.${region}.amazonaws.com`,
              `secretsmanager.${region}.amazonaws.com`,
            ],
          },
          BoolIfExists: { "kms:GrantIsForAWSResource": "true" },
        },
      });

      assert.deepEqual(await grantsOf("kafkaScram"), {
        primary: users("eu-west-1"),
        replica: users("eu-central-1"),
      });
    });

    it("lets principals use it through RDS of the key's region, with grants to services only", async () => {
      const rds = (region: string) => ({
        Sid: "Rds",
        Effect: "Allow",
        Principal: account,
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:CreateGrant",
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": `rds.${region}.amazonaws.com` },
          BoolIfExists: { "kms:GrantIsForAWSResource": "true" },
        },
      });

      assert.deepEqual(await grantsOf("rds"), {
        primary: rds("eu-west-1"),
        replica: rds("eu-central-1"),
      });
    });

    it("lets RDS keep a master password, itself or through Secrets Manager", async () => {
      const password = (region: string) => ({
        Sid: "RdsMasterPassword",
        Effect: "Allow",
        Principal: account,
        Action: ["kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant", "kms:DescribeKey"],
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:ViaService": [
              `rds.${region}.amazonaws.com`,
              `secretsmanager.${region}.amazonaws.com`,
            ],
          },
          BoolIfExists: { "kms:GrantIsForAWSResource": "true" },
        },
      });

      assert.deepEqual(await grantsOf("rdsMasterPassword"), {
        primary: password("eu-west-1"),
        replica: password("eu-central-1"),
      });
    });

    it("lets principals use it through S3 of the key's region, also to replicate from or to there", async () => {
      const s3 = (region: string) => ({
        Sid: "S3",
        Effect: "Allow",
        Principal: account,
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
      });

      assert.deepEqual(await grantsOf("s3"), {
        primary: s3("eu-west-1"),
        replica: s3("eu-central-1"),
      });
    });

    it("lets Secrets Manager use it, and fill a replica from the first region", async () => {
      const secrets = (regions: string[]) => ({
        Sid: "SecretsManager",
        Effect: "Allow",
        Principal: account,
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:ViaService": regions.map((region) => `secretsmanager.${region}.amazonaws.com`),
          },
        },
      });

      assert.deepEqual(await grantsOf("secretsManager"), {
        primary: secrets(["eu-west-1"]),
        replica: secrets(["eu-central-1", "eu-west-1"]),
      });
    });

    it("lets principals publish through SNS of the key's region", async () => {
      const sns = (region: string) => ({
        Sid: "Sns",
        Effect: "Allow",
        Principal: account,
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "kms:ViaService": `sns.${region}.amazonaws.com` } },
      });

      assert.deepEqual(await grantsOf("sns"), {
        primary: sns("eu-west-1"),
        replica: sns("eu-central-1"),
      });
    });

    for (const [use, Sid, Service] of [
      ["cloudwatchAlarms", "CloudwatchAlarms", "cloudwatch.amazonaws.com"],
      ["rdsEvents", "RdsEvents", "events.rds.amazonaws.com"],
    ] as const) {
      it(`lets ${use} of the account publish to topics under it`, async () => {
        const publisher = {
          Sid,
          Effect: "Allow",
          Principal: { Service },
          Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        };

        assert.deepEqual(await grantsOf(use), { primary: publisher, replica: publisher });
      });
    }

    it("speaks of the partition that the region belongs to", async () => {
      const { one } = await previewKeys({
        ...args,
        region: "cn-north-1",
        domains: { logs: { uses: ["cloudwatchLogs"] } },
      });
      const [administer, logs] = statementsOf(one(key));

      assert.deepEqual(administer?.["Principal"], { AWS: "arn:aws-cn:iam::123456789012:root" });
      assert.deepEqual(logs?.["Principal"], { Service: "logs.cn-north-1.amazonaws.com.cn" });
    });
  });
});
