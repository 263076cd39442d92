import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { DeployRolesArgs, PushedImages } from "./args";
import { deployRoleName, previewRoleName, pushRoleName } from "./names";
import { pushPolicy } from "./push-policy";
import { createJobRole } from "./role";
import { deployTrust, previewTrust, pushTrust, type DeploySource } from "./trust";

/** What the roles share. */
interface Scope {
  /** Name of the component. */
  readonly name: string;
  readonly args: DeployRolesArgs;
  readonly boundary: aws.iam.Policy;
  readonly options: pulumi.CustomResourceOptions;
}

/** Makes the role that deploys an environment. */
export function createDeployRole(
  { name, args, boundary, options }: Scope,
  environment: string,
  policies: readonly string[],
): pulumi.Output<string> {
  const source: DeploySource = args.environments[environment]?.deployFrom ?? { environment };
  const role = {
    roleName: deployRoleName(environment),
    description: `Deploys the stacks of ${environment}.`,
    trust: deployTrust(args, args.codeHost, source),
    ...{ policies, boundary },
  };
  return createJobRole(`${name}-deploy-${environment}`, role, options).arn;
}

/** Makes the role that previews an environment for pull requests. */
export function createPreviewRole(
  { name, args, boundary, options }: Scope,
  environment: string,
  policies: readonly string[],
): pulumi.Output<string> {
  const role = {
    roleName: previewRoleName(environment),
    description: `Previews the stacks of ${environment} for pull requests.`,
    trust: previewTrust(args, args.codeHost),
    ...{ policies, boundary },
  };
  return createJobRole(`${name}-preview-${environment}`, role, options).arn;
}

/** Makes the role that pushes images. */
export function createPushRole(
  { name, args, boundary, options }: Scope,
  { repositories, pushFrom }: PushedImages,
): pulumi.Output<string> {
  const role = {
    roleName: pushRoleName,
    description: "Pushes images.",
    trust: pushTrust(args, args.codeHost, pushFrom),
    policies: [pushPolicy(args, repositories)],
    boundary,
  };
  return createJobRole(`${name}-images`, role, options).arn;
}
