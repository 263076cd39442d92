import assert from "node:assert/strict";
import { ImageRepositories } from "../../components/image-repositories";
import type { ImageRepositoriesArgs } from "../../components/image-repositories/args";
import { preview, type Previewed } from "../support/preview";

const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";
const replica = {
  region: "eu-central-1",
  keyArn: "arn:aws:kms:eu-central-1:123456789012:key/5678efab",
};

const args: ImageRepositoriesArgs = {
  accountId: "123456789012",
  region: "eu-west-1",
  keyArn,
  repositories: ["shop/orders", "shop/payments"],
};

function previewImages(changed: Partial<ImageRepositoriesArgs> = {}): Promise<Previewed> {
  return preview(
    (providers) => new ImageRepositories("images", { ...args, ...changed }, { providers }),
  );
}

const repository = "aws:ecr/repository:Repository";
const lifecycle = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
const scanning = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";
const replication = "aws:ecr/replicationConfiguration:ReplicationConfiguration";
const access = "aws:ecr/repositoryPolicy:RepositoryPolicy";

describe("ImageRepositories", () => {
  it("makes repositories whose tags never change, scanned, encrypted and protected", async () => {
    const { inputs, options } = (await previewImages()).one(repository, "images-shop-orders");
    assert.deepEqual(inputs, {
      region: "eu-west-1",
      name: "shop/orders",
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: keyArn }],
      forceDelete: false,
      tags: { Name: "shop/orders" },
    });
    assert.equal(options.protect, true);
  });

  it("lets repositories go with their images where it is told so", async () => {
    const { inputs, options } = (await previewImages({ deletionProtection: false })).one(
      ...[repository, "images-shop-orders"],
    );
    assert.equal(inputs["forceDelete"], true);
    assert.equal(options.protect, false);
  });

  it("keeps the newest 200 images, and those without a tag for 14 days", async () => {
    const { inputs } = (await previewImages()).one(lifecycle, "images-shop-orders");
    const { rules } = JSON.parse(String(inputs["policy"])) as { rules: { selection: unknown }[] };
    assert.deepEqual(
      rules.map(({ selection }) => selection),
      [
        {
          tagStatus: "untagged",
          countType: "sinceImagePushed",
          countUnit: "days",
          countNumber: 14,
        },
        { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 200 },
      ],
    );
  });

  it("keeps as many, and as long, as it is told", async () => {
    const { one } = await previewImages({ keptImages: 50, untaggedDays: 3 });
    const policy = String(one(lifecycle, "images-shop-orders").inputs["policy"]);
    assert.match(policy, /"countNumber":3}/);
    assert.match(policy, /"countNumber":50}/);
  });

  it("scans all images of the registry when they come", async () => {
    const { inputs } = (await previewImages()).one(scanning);
    assert.equal(inputs["scanType"], "BASIC");
    assert.deepEqual(inputs["rules"], [
      {
        scanFrequency: "SCAN_ON_PUSH",
        repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }],
      },
    ]);
  });

  it("has Inspector scan them as long as they stay where that is asked for", async () => {
    const { inputs } = (await previewImages({ scanning: "enhanced" })).one(scanning);
    assert.equal(inputs["scanType"], "ENHANCED");
    assert.match(JSON.stringify(inputs["rules"]), /CONTINUOUS_SCAN/);
  });

  it("copies images to repositories of the other region, which stand before", async () => {
    const { all, one } = await previewImages({ replica });
    const { inputs, dependencies } = one(replication);
    const copies = all(repository).filter(({ name }) => name.endsWith("-replica"));
    assert.deepEqual(inputs["replicationConfiguration"], {
      rules: [
        {
          destinations: [{ region: "eu-central-1", registryId: "123456789012" }],
          repositoryFilters: [{ filter: "shop/", filterType: "PREFIX_MATCH" }],
        },
      ],
    });
    assert.deepEqual([...dependencies].sort(), copies.map(({ urn }) => urn).sort());
    assert.deepEqual(
      copies.map(({ inputs: { region, name } }) => [region, name]),
      [
        ["eu-central-1", "shop/orders"],
        ["eu-central-1", "shop/payments"],
      ],
    );
    assert.equal(all(scanning).length, 2);
  });

  it("copies nothing where there is no other region", async () => {
    assert.deepEqual((await previewImages()).all(replication), []);
  });

  it("lets other accounts pull, and nothing else", async () => {
    const { one } = await previewImages({ pullAccounts: ["111122223333"] });
    const policy = String(one(access, "images-shop-orders").inputs["policy"]);
    const { Statement } = JSON.parse(policy) as { Statement: unknown };
    assert.deepEqual(Statement, [
      {
        Sid: "Pull",
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::111122223333:root"] },
        Action: [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:GetDownloadUrlForLayer",
        ],
      },
    ]);
    assert.deepEqual((await previewImages()).all(access), []);
  });

  it("says where each repository is", async () => {
    const { outputs } = await preview((providers) => {
      const { urls, arns } = new ImageRepositories("images", args, { providers });
      return { urls, arns };
    });
    const unknown = { $unknown: true };
    const each = { "shop/orders": unknown, "shop/payments": unknown };
    assert.deepEqual(outputs, { urls: each, arns: each });
  });

  it("fails when AWS would refuse it, with everything that is wrong", async () => {
    await assert.rejects(
      previewImages({
        repositories: ["Shop", "shop/orders", "shop/orders"],
        replica: { ...replica, region: "eu-west-1" },
        keptImages: 0,
        untaggedDays: 1.5,
        pullAccounts: ["1234"],
      }),
      {
        message: [
          "repositories must be lower-case words that single marks part, in folders by slashes, got Shop",
          "repositories must be named once each, got shop/orders again",
          "replica.region must be another than region, got eu-west-1",
          "keptImages must be a whole number from 1 to 10000, got 0",
          "untaggedDays must be a whole number from 1 to 36500, got 1.5",
          "accounts must be 12 digits, got 1234",
        ].join("\n"),
      },
    );
  });
});
