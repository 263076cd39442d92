import type { DeployRolesArgs } from "./args";
import { mostPolicies } from "./statement";
import type { CodeHost, DeploySource } from "./trust";

/** What AWS would refuse, or what would let in others than are meant. */
export function validateDeployRoles(
  { codeHost, environments, images }: DeployRolesArgs,
  policies: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return [
    ...repositoryProblems("codeHost.repository", codeHost.kind, codeHost.repository),
    ...Object.entries(environments).flatMap(([environment, { deployFrom }]) =>
      sourceProblems(codeHost.kind, `environments.${environment}.deployFrom`, deployFrom),
    ),
    ...Object.entries(images?.pushFrom ?? {}).flatMap(([repository, source]) => [
      ...repositoryProblems("images.pushFrom", codeHost.kind, repository),
      ...sourceProblems(codeHost.kind, `images.pushFrom.${repository}`, source),
    ]),
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
function repositoryProblems(
  path: string,
  kind: CodeHost["kind"],
  repository: string,
): readonly string[] {
  const form = kind === "github" ? /^[\w.@-]+\/[\w.@-]+$/ : /^[\w.-]+(\/[\w.-]+)+$/;
  return form.test(repository)
    ? []
    : [`${path} must be owner/name, got ${JSON.stringify(repository)}`];
}

function sourceProblems(
  kind: CodeHost["kind"],
  path: string,
  source: DeploySource,
): readonly string[] {
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
