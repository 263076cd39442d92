import { partitionOf } from "../../spec/partition";

/** Where an account's things stand. */
export interface AccountPlace {
  /** The account, 12 digits. */
  readonly accountId: string;
  /** Region that the account's own resources stand in. */
  readonly region: string;
}

/** What tells the account's own resources from those of a stack in the tag `Environment`. */
export const sharedEnvironment = "shared";

/** Name of the role that deploys an environment: the principal of the cluster's access entry. */
export function deployRoleName(environment: string): string {
  return `groundwork-deploy-${environment}`;
}

/** Name of the role that previews an environment for pull requests. */
export function previewRoleName(environment: string): string {
  return `groundwork-preview-${environment}`;
}

/** Name of the role that pushes images. */
export const pushRoleName = "groundwork-images";

/** Name of the policy that bounds the roles which jobs take on. */
export const deployBoundaryName = "groundwork-deploy-boundary";

/** Name of the policy that bounds every role which a stack makes. */
export const workloadBoundaryName = "groundwork-workload-boundary";

/** ARN of a policy of the account, known before it stands. */
export function policyArnOf({ accountId, region }: AccountPlace, name: string): string {
  return `arn:${partitionOf(region)}:iam::${accountId}:policy/${name}`;
}

/** ARN of a role of the account, by its path and name; known before it stands. */
export function roleArnOf({ accountId, region }: AccountPlace, name: string): string {
  return `arn:${partitionOf(region)}:iam::${accountId}:role/${name}`;
}
