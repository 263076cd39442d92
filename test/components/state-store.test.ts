import assert from "node:assert/strict";
import { StateStore, stateBucketNameOf, type StateStoreArgs } from "../../components/state-store";
import { preview, type Previewed } from "../support/preview";

const args: StateStoreArgs = {
  accountId: "123456789012",
  region: "eu-west-1",
  environments: {
    production: { roles: ["groundwork-deploy-production"] },
    staging: { roles: ["groundwork-deploy-staging", "operators/*"] },
  },
};

function previewStore(changed: Partial<StateStoreArgs> = {}): Promise<Previewed> {
  return preview((providers) => new StateStore("state", { ...args, ...changed }, { providers }));
}

const bucket = "aws:s3/bucket:Bucket";
const key = "aws:kms/key:Key";

describe("StateStore", () => {
  it("keeps states in a bucket with versions, under a key, closed to the public and without TLS", async () => {
    const { one } = await previewStore();
    const versioning = one("aws:s3/bucketVersioning:BucketVersioning", "state-state").inputs;
    const encryption = one(
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      "state-state",
    );
    const block = one("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "state-state");
    const policy = one("aws:s3/bucketPolicy:BucketPolicy", "state-state").inputs["policy"];
    assert.equal(one(bucket, "state-state").inputs["bucket"], "groundwork-state-123456789012");
    assert.deepEqual(versioning["versioningConfiguration"], { status: "Enabled" });
    assert.deepEqual(Object.values(encryption.propertyDependencies).flat().sort(), [
      one(key, "state-keys-state").urn,
      one(bucket, "state-state").urn,
    ]);
    assert.equal(block.inputs["restrictPublicBuckets"], true);
    assert.match(String(policy), /"aws:SecureTransport":"false"/);
  });

  it("locks each state for 30 days, and keeps old ones for 90, the newest 10 for ever", async () => {
    const { one } = await previewStore();
    const lock = one("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration");
    const lifecycle = one(
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "state-state",
    );
    const [rule] = lifecycle.inputs["rules"] as readonly Record<string, unknown>[];
    assert.deepEqual(lock.inputs["rule"], { defaultRetention: { mode: "GOVERNANCE", days: 30 } });
    assert.deepEqual(rule?.["noncurrentVersionExpiration"], {
      newerNoncurrentVersions: 10,
      noncurrentDays: 90,
    });
  });

  it("locks and keeps states as long as it is told", async () => {
    const { one } = await previewStore({ lockDays: 7, oldStateDays: 400 });
    const lock = one("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration");
    const lifecycle = one(
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "state-state",
    );
    assert.match(JSON.stringify(lock.inputs), /"days":7/);
    assert.match(JSON.stringify(lifecycle.inputs), /"noncurrentDays":400/);
  });

  it("encrypts the secrets of each environment by a key that its roles alone use", async () => {
    const { one } = await previewStore();
    const usersOf = (name: string): unknown => {
      const { policy } = one(key, name).inputs;
      const { Statement } = JSON.parse(String(policy)) as { Statement: Record<string, unknown>[] };
      return Statement.find(({ Sid }) => Sid === "Deployment")?.["Condition"];
    };
    const role = "arn:aws:iam::123456789012:role";
    assert.deepEqual(usersOf("state-keys-secrets-production"), {
      ArnLike: { "aws:PrincipalArn": [`${role}/groundwork-deploy-production`] },
    });
    assert.deepEqual(usersOf("state-keys-secrets-staging"), {
      ArnLike: { "aws:PrincipalArn": [`${role}/groundwork-deploy-staging`, `${role}/operators/*`] },
    });
  });

  it("says what Pulumi is to be given for each environment", async () => {
    const { outputs } = await preview((providers) => {
      const { backendUrls, secretsProviders, keyAliases } = new StateStore("state", args, {
        providers,
      });
      return { backendUrls, secretsProviders, keyAliases };
    });
    assert.deepEqual(outputs["backendUrls"], {
      production: "s3://groundwork-state-123456789012/production?region=eu-west-1",
      staging: "s3://groundwork-state-123456789012/staging?region=eu-west-1",
    });
    assert.deepEqual(outputs["secretsProviders"], {
      production: "awskms://alias/groundwork/secrets-production?region=eu-west-1",
      staging: "awskms://alias/groundwork/secrets-staging?region=eu-west-1",
    });
    assert.deepEqual(outputs["keyAliases"], {
      production: ["alias/groundwork/state", "alias/groundwork/secrets-production"],
      staging: ["alias/groundwork/state", "alias/groundwork/secrets-staging"],
    });
  });

  it("names the aliases that it speaks of", async () => {
    const { all } = await previewStore();
    assert.deepEqual(
      all("aws:kms/alias:Alias").map(({ inputs }) => inputs["name"]),
      [
        "alias/groundwork/secrets-production",
        "alias/groundwork/secrets-staging",
        "alias/groundwork/state",
      ],
    );
  });

  it("protects bucket and keys, unless it is told otherwise", async () => {
    const isProtected = async (changed: Partial<StateStoreArgs>) => {
      const { all } = await previewStore(changed);
      return [...all(bucket), ...all(key)].map(({ options }) => options.protect);
    };
    assert.deepEqual(new Set(await isProtected({})), new Set([true]));
    assert.deepEqual(new Set(await isProtected({ deletionProtection: false })), new Set([false]));
  });

  it("copies every state to the other region where there is one", async () => {
    const { one } = await previewStore({ replicaRegion: "eu-central-1" });
    const replica = one(bucket, "state-state-replica").inputs;
    assert.equal(replica["region"], "eu-central-1");
    assert.equal(replica["bucket"], "groundwork-state-replica-123456789012");
    assert.ok(one("aws:s3/bucketReplicationConfig:BucketReplicationConfig"));
  });

  it("takes another prefix for all names", async () => {
    const { one, all } = await previewStore({ namePrefix: "infra" });
    assert.equal(one(bucket, "state-state").inputs["bucket"], "infra-state-123456789012");
    assert.equal(all("aws:kms/alias:Alias")[0]?.inputs["name"], "alias/infra/secrets-production");
    assert.equal(stateBucketNameOf({ ...args, namePrefix: "infra" }), "infra-state-123456789012");
  });
});
