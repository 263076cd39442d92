import type { DeployRolesArgs } from "./args";
import { mostPolicies } from "./statement";

/** What AWS would refuse, or what would let in others than are meant. */
export function validateDeployRoles(
  { codeHost, environments }: DeployRolesArgs,
  policies: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return [
    ...repositoryProblems(codeHost),
    ...Object.entries(environments).flatMap(([environment, { deployFrom }]) =>
      sourceProblems(codeHost.kind, environment, deployFrom),
    ),
    ...Object.entries(policies).flatMap(([environment, { length }]) =>
      length <= mostPolicies
        ? []
        : [
            `environments.${environment}.systems must need at most ${mostPolicies.toString()} policies, got ${length.toString()}: give fewer systems to the environment`,
          ],
    ),
  ];
}

/** A wildcard would let the jobs of other repositories in. */
function repositoryProblems({ kind, repository }: DeployRolesArgs["codeHost"]): readonly string[] {
  const form = kind === "github" ? /^[\w.@-]+\/[\w.@-]+$/ : /^[\w.-]+(\/[\w.-]+)+$/;
  return form.test(repository)
    ? []
    : [`codeHost.repository must be owner/name, got ${JSON.stringify(repository)}`];
}

function sourceProblems(
  kind: DeployRolesArgs["codeHost"]["kind"],
  environment: string,
  source: DeployRolesArgs["environments"][string]["deployFrom"],
): readonly string[] {
  const path = `environments.${environment}.deployFrom`;
  const name = "branch" in source ? source.branch : source.environment;
  return [
    ...(/^[\w./-]+$/.test(name)
      ? []
      : [`${path} must name one branch or environment, got ${JSON.stringify(name)}`]),
    ...(kind === "gitlab" && "environment" in source
      ? [`${path} must be a branch: the tokens of GitLab name no environment`]
      : []),
  ];
}
