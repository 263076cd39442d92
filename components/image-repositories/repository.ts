import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../../spec/partition";
import type { ImageRepositoriesArgs, RepositorySite } from "./args";

/** Where a repository is made. */
interface Place {
  readonly site: RepositorySite;
  readonly options: pulumi.CustomResourceOptions;
}

/** Makes a repository with all that its images are subject to. */
export function createRepository(
  component: string,
  repository: string,
  args: ImageRepositoriesArgs,
  { site, options }: Place,
): aws.ecr.Repository {
  const {
    keptImages = 200,
    untaggedDays = 14,
    pullAccounts = [],
    deletionProtection = true,
  } = args;
  const name = `${component}-${repository.replaceAll("/", "-")}${site.suffix}`;
  const { region, keyArn } = site;
  const made = new aws.ecr.Repository(
    name,
    {
      region,
      name: repository,
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: keyArn }],
      forceDelete: !deletionProtection,
      tags: { Name: repository },
    },
    { ...options, protect: deletionProtection },
  );
  new aws.ecr.LifecyclePolicy(
    name,
    { region, repository: made.name, policy: lifecyclePolicy(keptImages, untaggedDays) },
    options,
  );
  if (pullAccounts.length > 0) {
    new aws.ecr.RepositoryPolicy(
      name,
      { region, repository: made.name, policy: pullPolicy(region, pullAccounts) },
      options,
    );
  }
  return made;
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html */
function lifecyclePolicy(keptImages: number, untaggedDays: number): string {
  return JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        description: `Images without a tag end after ${untaggedDays.toString()} days.`,
        selection: {
          tagStatus: "untagged",
          countType: "sinceImagePushed",
          countUnit: "days",
          countNumber: untaggedDays,
        },
        action: { type: "expire" },
      },
      {
        rulePriority: 2,
        description: `The newest ${keptImages.toString()} images stay.`,
        selection: {
          tagStatus: "any",
          countType: "imageCountMoreThan",
          countNumber: keptImages,
        },
        action: { type: "expire" },
      },
    ],
  });
}

function pullPolicy(region: string, accounts: readonly string[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Pull",
        Effect: "Allow",
        Principal: {
          AWS: accounts.map((account) => `arn:${partitionOf(region)}:iam::${account}:root`),
        },
        Action: [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:GetDownloadUrlForLayer",
        ],
      },
    ],
  });
}
