import { dnsSuffixOf, partitionOf } from "../../spec/partition";

/** Where the key stands whose policy is written. */
export interface KeyPlace {
  /** Account that owns the key, 12 digits. */
  readonly accountId: string;
  /** Region of the key. */
  readonly region: string;
  /** Region of the key it replicates; left out for a key of its own. */
  readonly primaryRegion?: string;
  /** Who alone has the use `deployment`: ARNs of roles, with wildcards where they are of many. */
  readonly deployers?: readonly string[] | undefined;
}

/** One statement of a key policy. `Resource` is always the key that carries the policy. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Principal: Readonly<Record<string, string>>;
  readonly Action: readonly string[];
  readonly Resource: "*";
  readonly Condition?: Condition;
}

/** Tests of a statement, by operator and key. */
export type Condition = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[]>>>
>;

/** The account, which is every principal of it that IAM allows the same. */
export function accountOf({ accountId, region }: KeyPlace): string {
  return `arn:${partitionOf(region)}:iam::${accountId}:root`;
}

/** The role that Auto Scaling has in the account. */
export function autoscalingRoleOf(place: KeyPlace): string {
  return roleOf(place, "aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling");
}

/** A role of the account, by its path and name. */
export function roleOf({ accountId, region }: KeyPlace, path: string): string {
  return `arn:${partitionOf(region)}:iam::${accountId}:role/${path}`;
}

/** Name of a service in a region. */
export function hostOf(service: string, region: string): string {
  return `${service}.${region}.${dnsSuffixOf(region)}`;
}

/** The account's distributions. */
export function distributionsOf({ accountId, region }: KeyPlace): string {
  return `arn:${partitionOf(region)}:cloudfront::${accountId}:distribution/*`;
}

/** The account's log groups in the key's region. */
export function logGroupsOf({ accountId, region }: KeyPlace): string {
  return `arn:${partitionOf(region)}:logs:${region}:${accountId}:log-group:*`;
}
