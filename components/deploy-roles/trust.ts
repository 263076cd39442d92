import { partitionOf } from "../../spec/partition";
import type { AccountPlace } from "./names";

/** The repository that the program is deployed from, at the code host that proves to AWS whose jobs run. */
export interface CodeHost {
  /** Which claims its tokens have. */
  readonly kind: "github" | "gitlab";
  /**
   * Host that issues the tokens.
   *
   * @default - token.actions.githubusercontent.com for GitHub, gitlab.com for GitLab
   */
  readonly issuer?: string | undefined;
  /**
   * The repository as the subject of its tokens names it: `owner/name`, of newer repositories of GitHub with the
   * ids of both, of GitLab with all groups.
   */
  readonly repository: string;
  /**
   * The repository's number, which no other repository gets that takes over the name. AWS knows it of
   * github.com and gitlab.com.
   *
   * @default - the name alone counts
   */
  readonly repositoryId?: string | undefined;
}

/** Which jobs of the repository deploy: those of a branch, or those of an environment of GitHub. */
export type DeploySource = { readonly branch: string } | { readonly environment: string };

/** What must be true of a job, by the claim of its token. A value with `*` is a pattern. */
type Claims = Readonly<Record<string, string | readonly string[]>>;

/** For whom a token is. A value with `*` is a pattern. */
interface Subject {
  readonly sub: string;
}

interface Provider {
  readonly issuer: string;
  /** Claim that holds the repository's number. */
  readonly idClaim: string;
  readonly deploys: (repository: string, source: DeploySource) => Subject;
  readonly previews: (repository: string) => Subject;
}

/** For whom the tokens are made out. */
export const audience = "sts.amazonaws.com";

/**
 * @see https://docs.github.com/en/actions/reference/openid-connect-reference
 * @see https://docs.gitlab.com/ci/cloud_services/aws/
 */
const providers: Readonly<Record<CodeHost["kind"], Provider>> = {
  github: {
    issuer: "token.actions.githubusercontent.com",
    idClaim: "repository_id",
    deploys: (repository, source) => ({
      sub:
        "branch" in source
          ? `repo:${repository}:ref:refs/heads/${source.branch}`
          : `repo:${repository}:environment:${source.environment}`,
    }),
    previews: (repository) => ({ sub: `repo:${repository}:pull_request` }),
  },
  gitlab: {
    issuer: "gitlab.com",
    idClaim: "project_id",
    deploys: (repository, source) => ({
      sub: `project_path:${repository}:ref_type:branch:ref:${"branch" in source ? source.branch : source.environment}`,
    }),
    previews: (repository) => ({ sub: `project_path:${repository}:ref_type:branch:ref:*` }),
  },
};

/** Host that issues the tokens: the identity provider's name in AWS. */
export function issuerOf({ kind, issuer }: CodeHost): string {
  return issuer ?? providers[kind].issuer;
}

/** Lets the jobs of one source deploy, and none else. */
export function deployTrust(place: AccountPlace, host: CodeHost, source: DeploySource): string {
  return trust(place, host, { ...providers[host.kind].deploys(host.repository, source) });
}

/** Lets the jobs of pull requests preview. */
export function previewTrust(place: AccountPlace, host: CodeHost): string {
  return trust(place, host, { ...providers[host.kind].previews(host.repository) });
}

/** Lets the jobs of several repositories push images: those of one source each. */
export function pushTrust(
  place: AccountPlace,
  { kind, issuer }: CodeHost,
  sources: Readonly<Record<string, DeploySource>>,
): string {
  const subjects = Object.entries(sources).map(
    ([repository, source]) => providers[kind].deploys(repository, source).sub,
  );
  return trust(place, { kind, issuer, repository: "" }, { sub: subjects });
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html */
function trust({ accountId, region }: AccountPlace, host: CodeHost, claims: Claims): string {
  const issuer = issuerOf(host);
  const { repositoryId } = host;
  const required = Object.entries({
    aud: audience,
    ...claims,
    ...(repositoryId === undefined ? {} : { [providers[host.kind].idClaim]: repositoryId }),
  });
  const exact = required.filter(([, value]) => !isPattern(value));
  const patterns = required.filter(([, value]) => isPattern(value));
  const named = (entries: typeof required) =>
    Object.fromEntries(entries.map(([claim, value]) => [`${issuer}:${claim}`, value]));
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: {
          Federated: `arn:${partitionOf(region)}:iam::${accountId}:oidc-provider/${issuer}`,
        },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: named(exact),
          ...(patterns.length === 0 ? {} : { StringLike: named(patterns) }),
        },
      },
    ],
  });
}

function isPattern(value: Claims[string]): boolean {
  return typeof value === "string" && value.includes("*");
}
