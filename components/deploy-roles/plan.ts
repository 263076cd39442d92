import { partitionOf } from "../../spec/partition";
import type { AccountPlace } from "./names";
import { scopes } from "./scopes";
import type { Condition } from "./statement";
import type { TypePermissions } from "./type-permissions";

/** What the rights of one environment are made from. */
export interface EnvironmentPlan extends AccountPlace {
  /** The environment, as its resources say it in their tag `Environment`, be it in another case. */
  readonly environment: string;
  /** The systems that stand in it. */
  readonly systems: readonly string[];
  /** Regions in which they have resources. */
  readonly regions: readonly string[];
  /** Names in DNS that they may have, with all below each. */
  readonly domains: readonly string[];
  /** Bucket of the stacks' states, in which each environment has a folder. */
  readonly stateBucketName: string;
  /** Aliases of the keys of that bucket and of the secrets in the environment's states. */
  readonly stateKeyAliases: readonly string[];
  /** What must be allowed, by the types of the stacks' resources. */
  readonly table: TypePermissions;
}

/** The resources of an environment that a service's actions are limited to. */
export function resourcesOf(plan: EnvironmentPlan, service: string): readonly string[] {
  const { systems, environment } = plan;
  const found = (scopes[service] ?? []).flatMap((scope) =>
    systems.map((system) =>
      scope
        .replaceAll("{name}", `${system}-${environment}`)
        .replaceAll("{path}", `${system}/${environment}`),
    ),
  );
  return [...new Set(found)].map((scope) => arnOf(plan, scope));
}

function arnOf({ accountId, region }: AccountPlace, scope: string): string {
  return scope === "*"
    ? "*"
    : `arn:${partitionOf(region)}:${scope.replace("{account}", accountId)}`;
}

/** Only in the regions that the environment stands in. */
export function withinRegions({ regions }: EnvironmentPlan): Condition {
  return { StringEquals: { "aws:RequestedRegion": regions } };
}

/** Only what carries the environment's tag. */
export function ofEnvironment({ environment }: EnvironmentPlan): Condition {
  return { StringEqualsIgnoreCase: { "aws:ResourceTag/Environment": environment } };
}
