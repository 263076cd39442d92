import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { DeployRolesArgs } from "./deploy-roles/args";
import { deployBoundary, workloadBoundary } from "./deploy-roles/boundaries";
import { deployBoundaryName, workloadBoundaryName } from "./deploy-roles/names";
import { permissionTable } from "./deploy-roles/permission-table";
import type { EnvironmentPlan } from "./deploy-roles/plan";
import { createDeployRole, createPreviewRole, createPushRole } from "./deploy-roles/job-roles";
import { deployPolicies, previewPolicies } from "./deploy-roles/role-policies";
import { audience, issuerOf } from "./deploy-roles/trust";
import { validateDeployRoles } from "./deploy-roles/validate-deploy-roles";
import { mapRecord } from "./map-record";
import { globalRegion } from "../spec/partition";

/**
 * The roles with which jobs deploy and preview stacks and push images, without keys that could be lost: the code
 * host proves whose jobs they are. Each may do what the types of the stacks' resources need, in its environment,
 * and never more than its boundary; what it makes roles for is held by another.
 */
export class DeployRoles extends pulumi.ComponentResource {
  /** ARN of the role that deploys each environment. */
  readonly deployRoleArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of the role that previews each environment, for those that pull requests preview. */
  readonly previewRoleArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of the role that pushes images; undefined where no job does. */
  readonly pushRoleArn: pulumi.Output<string> | undefined;
  /** ARN of the boundary that every role of a stack must have. */
  readonly workloadBoundaryArn: pulumi.Output<string>;

  /** @throws {pulumi.ResourceError} When AWS would refuse the arguments: every problem is listed. */
  constructor(name: string, args: DeployRolesArgs, opts?: pulumi.ComponentResourceOptions) {
    const { accountId, region, environments } = args;
    super("groundwork:platform:DeployRoles", name, { accountId, region }, opts);

    const plans = mapRecord(environments, (_, environment) => planOf(args, environment));
    const policies = mapRecord(plans, deployPolicies);
    const problems = validateDeployRoles(args, policies);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const boundaries = createBoundaries(name, args, { parent: this });
    const provider = createProvider(name, args, { parent: this });
    const options = { parent: this, dependsOn: [provider] };
    const scope = { name, args, boundary: boundaries.deploy, options };
    this.deployRoleArns = mapRecord(policies, (own, environment) =>
      createDeployRole(scope, environment, own),
    );
    this.previewRoleArns = mapRecord(previewed(plans, args), (plan, environment) =>
      createPreviewRole(scope, environment, previewPolicies(plan)),
    );
    this.pushRoleArn = args.images && createPushRole(scope, args.images);
    this.workloadBoundaryArn = boundaries.workload.arn;
    this.registerOutputs({
      deployRoleArns: this.deployRoleArns,
      previewRoleArns: this.previewRoleArns,
      workloadBoundaryArn: this.workloadBoundaryArn,
    });
  }
}

/** Lets the account know the code host by its tokens. */
function createProvider(
  name: string,
  { codeHost }: DeployRolesArgs,
  options: pulumi.CustomResourceOptions,
): aws.iam.OpenIdConnectProvider {
  return new aws.iam.OpenIdConnectProvider(
    name,
    {
      url: `https://${issuerOf(codeHost)}`,
      clientIdLists: [audience],
      tags: { Name: issuerOf(codeHost) },
    },
    options,
  );
}

function planOf(args: DeployRolesArgs, environment: string): EnvironmentPlan {
  const { accountId, region, regions, environments, stateBucketName, stateKeyAliases } = args;
  const { systems = [], domains = [] } = environments[environment] ?? {};
  return {
    ...{ accountId, region, environment, systems, domains, stateBucketName },
    regions: [...new Set([...regions, globalRegion])].sort(),
    stateKeyAliases: stateKeyAliases[environment] ?? [],
    table: permissionTable,
  };
}

function previewed(
  plans: Readonly<Record<string, EnvironmentPlan>>,
  { environments }: DeployRolesArgs,
): Readonly<Record<string, EnvironmentPlan>> {
  const kept = Object.entries(plans).filter(
    ([environment]) => environments[environment]?.pullRequestPreviews ?? true,
  );
  return Object.fromEntries(kept);
}

function createBoundaries(
  name: string,
  { accountId, region, stateBucketName }: DeployRolesArgs,
  options: pulumi.CustomResourceOptions,
) {
  const plan = { accountId, region, stateBucketName, table: permissionTable };
  return {
    deploy: new aws.iam.Policy(
      `${name}-deploy-boundary`,
      {
        name: deployBoundaryName,
        description: "The most that roles which jobs take on may do.",
        policy: deployBoundary(plan),
        tags: { Name: deployBoundaryName },
      },
      options,
    ),
    workload: new aws.iam.Policy(
      `${name}-workload-boundary`,
      {
        name: workloadBoundaryName,
        description: "The most that roles which stacks make may do.",
        policy: workloadBoundary(plan),
        tags: { Name: workloadBoundaryName },
      },
      options,
    ),
  };
}
