import assert from "node:assert/strict";
import { join } from "node:path";
import { preview, type PreviewOptions } from "../../preview/commands/preview";
import { documentSchema, type StackDocument } from "../../preview/document";
import { root } from "../../preview/root";
import { ran } from "../preview/commands/io";
import { previewOnce } from "../support/preview-once";

/** What the command line says of the stacks of the account program. */
async function previewed(...stack: readonly string[]): Promise<readonly StackDocument[]> {
  const options: PreviewOptions = {
    program: join(root, "account"),
    ...{ stack, set: [], policies: true, failOn: "advisory", full: false, json: true },
  };
  const { code, out } = await ran((io) => preview(options, io, previewOnce));
  const { errors, stacks } = documentSchema.parse(JSON.parse(out));
  assert.deepEqual(errors, []);
  assert.equal(code, 0, JSON.stringify(stacks.flatMap(({ findings }) => findings)));
  return stacks;
}

async function production(): Promise<StackDocument> {
  const [stack] = await previewed("production");
  return stack ?? assert.fail();
}

/** What must not go with the program. */
const lasting = [
  "aws:account/alternativeContact:AlternativeContact",
  "aws:ebs/defaultKmsKey:DefaultKmsKey",
  "aws:ebs/encryptionByDefault:EncryptionByDefault",
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess",
  "aws:ecr/repository:Repository",
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  "aws:kms/key:Key",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:route53/zone:Zone",
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  "aws:s3/bucket:Bucket",
  "aws:ssm/serviceSetting:ServiceSetting",
];

describe("the account program", () => {
  it("is judged as strictly as production, without a finding", async () => {
    const stacks = await previewed();
    assert.deepEqual(
      stacks.map(({ project, stack }) => `${project} ${stack}`),
      ["groundwork-account production", "groundwork-account staging"],
    );
    for (const { rules } of stacks) {
      assert.ok(rules.some(({ id, passed }) => id === "iam-policy-limited" && passed > 5));
      assert.ok(rules.some(({ id, passed }) => id === "iam-role-trust-limited" && passed > 0));
    }
  });

  it("marks what it makes as shared, so that the roles of environments keep off", async () => {
    const { resources } = await production();
    const tags = resources.flatMap(({ inputs }) => inputs["tagsAll"] ?? []);
    assert.ok(tags.length > 20);
    for (const each of tags) {
      assert.equal((each as Record<string, unknown>)["Environment"], "shared");
    }
  });

  it("protects what must outlive it: states, keys, images, names and guards", async () => {
    const { resources } = await production();
    const kept = resources.filter(({ options }) => options.protect).map(({ type }) => type);
    const types = [...new Set(kept)].filter((type) => !type.startsWith("aws:accessanalyzer/"));
    assert.deepEqual(types.sort(), lasting);
  });

  it("hands out what stacks and pipelines need", async () => {
    const { outputs } = await production();
    const unknown = { $unknown: true };
    assert.deepEqual(outputs["backendUrls"], {
      production: "s3://groundwork-state-123456789012/production?region=eu-west-1",
    });
    assert.deepEqual(outputs["deployRoleArns"], { production: unknown });
    assert.deepEqual(outputs["hostedZoneIds"], { "cdfsmarthub.zm": unknown });
    assert.deepEqual(Object.keys(outputs["repositoryUrls"] as object), [
      "cdf-smart-hub/api-gateway",
      "cdf-smart-hub/finance-service",
      "cdf-smart-hub/project-service",
      "cdf-smart-hub/user-service",
    ]);
  });

  it("lets the roles of an environment open the secrets in its own states, and gives them the alias to find the key", async () => {
    const { resources } = await production();
    const key = resources.find(({ urn }) =>
      urn.endsWith("aws:kms/key:Key::state-keys-secrets-production"),
    );
    const policy = JSON.stringify(key?.inputs["policy"]);
    assert.match(policy, /role\/groundwork-deploy-production\\"/);
    assert.match(policy, /role\/groundwork-preview-production\\"/);
    const used = resources
      .filter(({ type }) => type === "aws:iam/policy:Policy")
      .some(({ inputs }) =>
        JSON.stringify(inputs["policy"]).includes("alias/groundwork/secrets-production"),
      );
    assert.ok(used);
  });
});
