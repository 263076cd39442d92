import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ImageRepositoriesArgs, RepositorySite } from "./image-repositories/args";
import { createRepository } from "./image-repositories/repository";
import { validateImageRepositories } from "./image-repositories/validate-image-repositories";

/**
 * Repositories for the images of workloads: a tag, once pushed, always means the same image; each image is scanned
 * when it comes, and stands in the other region too, where workloads start again when the first is lost.
 */
export class ImageRepositories extends pulumi.ComponentResource {
  /** Where each repository is pushed to and pulled from, by its name. */
  readonly urls: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of each repository, by its name. */
  readonly arns: Readonly<Record<string, pulumi.Output<string>>>;

  /** @throws {pulumi.ResourceError} When AWS would refuse the arguments: every problem is listed. */
  constructor(name: string, args: ImageRepositoriesArgs, opts?: pulumi.ComponentResourceOptions) {
    const { accountId, region, replica } = args;
    super("groundwork:platform:ImageRepositories", name, { accountId, region }, opts);

    const problems = validateImageRepositories(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const options = { parent: this };
    const home: RepositorySite = { region, keyArn: args.keyArn, suffix: "" };
    const repositories = createSite(name, args, home, options);
    if (replica !== undefined) {
      const copies = createSite(name, args, { ...replica, suffix: "-replica" }, options);
      replicate(name, args, { ...options, dependsOn: [...copies.values()] });
    }
    this.urls = fromEach(repositories, ({ repositoryUrl }) => repositoryUrl);
    this.arns = fromEach(repositories, ({ arn }) => arn);
    this.registerOutputs({ urls: this.urls, arns: this.arns });
  }
}

type Repositories = ReadonlyMap<string, aws.ecr.Repository>;

/** The repositories of a region, and how its registry scans them. */
function createSite(
  name: string,
  args: ImageRepositoriesArgs,
  site: RepositorySite,
  options: pulumi.CustomResourceOptions,
): Repositories {
  const { repositories, scanning = "basic" } = args;
  new aws.ecr.RegistryScanningConfiguration(
    `${name}${site.suffix}`,
    {
      region: site.region,
      scanType: scanning.toUpperCase(),
      rules: [
        {
          scanFrequency: scanning === "enhanced" ? "CONTINUOUS_SCAN" : "SCAN_ON_PUSH",
          repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }],
        },
      ],
    },
    options,
  );
  return new Map(
    repositories.map((repository) => [
      repository,
      createRepository(name, repository, args, { site, options }),
    ]),
  );
}

/** The copies stand first: a repository that replication makes by itself has none of their settings. */
function replicate(
  name: string,
  { accountId, region, replica, repositories }: ImageRepositoriesArgs,
  options: pulumi.CustomResourceOptions,
): void {
  if (replica === undefined) return;
  new aws.ecr.ReplicationConfiguration(
    name,
    {
      region,
      replicationConfiguration: {
        rules: [
          {
            destinations: [{ region: replica.region, registryId: accountId }],
            repositoryFilters: prefixesOf(repositories).map((filter) => ({
              filter,
              filterType: "PREFIX_MATCH",
            })),
          },
        ],
      },
    },
    options,
  );
}

/** What the repositories' names begin with, up to their first slash. */
function prefixesOf(repositories: readonly string[]): readonly string[] {
  return [...new Set(repositories.map((each) => each.replace(/\/.*/, "/")))].sort();
}

function fromEach<T>(
  repositories: Repositories,
  pick: (repository: aws.ecr.Repository) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries([...repositories].map(([name, made]) => [name, pick(made)]));
}
