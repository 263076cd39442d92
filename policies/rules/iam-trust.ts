import { all, fail, type Judgement, pass, undecided } from "../judgement";
import { type Condition, judgeAllowed, type Statement } from "../policy-document";
import type { Property } from "../property";
import { stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { mustNotAdmitEveryone, namesWho } from "./everyone";

export const iamRoleTrustLimited = stackRule({
  id: "iam-role-trust-limited",
  requires: "IAM roles are taken on only by those that their trust policies name and tie down.",
  why: "A role is as safe as the weakest that may take it on: everyone, another company that confuses its customers, every repository of a code host.",
  fix: "Name roles of this account or services; tie other accounts to an sts:ExternalId or an organization, and tokens to their subject.",
  severity: "critical",
  standards: { checkov: ["CKV_AWS_60", "CKV_AWS_61"] },
  types: ["aws:iam/role:Role"],
  settings: {
    trustedAccounts: {
      kind: "texts",
      description: "Other accounts whose principals may take roles on without a condition.",
      form: "account ids of 12 digits",
      pattern: String.raw`^\d{12}$`,
      default: [],
      stricter: "fewer",
    },
  },
  exemptible: true,
  check: (role, { trustedAccounts }, stack) => {
    const policy = role.at("assumeRolePolicy");
    const own = accountsOf(role, stack);
    const trusted = new Set([...trustedAccounts, ...own]);
    return all(
      mustNotAdmitEveryone(policy),
      judgeAllowed(policy, (statement) =>
        statement.unlessCondition(
          all(
            ...statement
              .principalsOf("AWS")
              .map((principal) => mustBeTied(principal, statement, { trusted, own })),
            ...statement
              .principalsOf("Federated")
              .map((principal) => mustNameSubject(principal, statement)),
            pass,
          ),
        ),
      ),
    );
  },
});

/** The accounts that the stack is deployed to: by the role's ARN, and what its providers allow. */
function accountsOf(role: StackResource, stack: Stack): ReadonlySet<string> {
  const arns = [...role.handles].map(String).filter((handle) => handle.startsWith("arn:"));
  const allowed = stack
    .ofType("pulumi:providers:aws")
    .flatMap((provider) => provider.at("allowedAccountIds").json?.items ?? [])
    .map(({ value }) => String(value));
  const accounts = [...arns, ...allowed].map(accountOf);
  return new Set(accounts.filter((account) => account !== undefined));
}

/** Of an account's id or an ARN. */
function accountOf(principal: string): string | undefined {
  const account = principal.startsWith("arn:") ? principal.split(":")[4] : principal;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

interface Accounts {
  /** Those whose principals need no condition. */
  readonly trusted: ReadonlySet<string>;
  /** Those that are known to be the stack's own. */
  readonly own: ReadonlySet<string>;
}

function mustBeTied(principal: Property, statement: Statement, accounts: Accounts): Judgement {
  if (principal.isUnknown) return undecided(principal.path);
  const account = accountOf(String(principal.value));
  if (account === undefined || accounts.trusted.has(account)) return pass;
  if (namesWho(statement) || statement.conditions.some(isExternalId)) return pass;
  if (accounts.own.size === 0)
    return undecided(`whether ${principal.path} is of the stack's account`);
  return fail(
    `${principal.path} must be of this account, or tied to an sts:ExternalId or an organization, ${principal.finding}`,
  );
}

function isExternalId({ key, operator, values }: Condition): boolean {
  return key === "sts:externalid" && operator === "stringequals" && values.length > 0;
}

function mustNameSubject(principal: Property, statement: Statement): Judgement {
  const claim = claimOf(String(principal.value));
  if (principal.isUnknown || statement.conditions.some((condition) => names(condition, claim))) {
    return principal.isUnknown ? undecided(principal.path) : pass;
  }
  return fail(
    `${principal.path} must be tied to tokens by a condition on ${claim}, ${principal.finding}`,
  );
}

/** The claim that says for whom a token is: of SAML and Cognito, for which application. */
function claimOf(provider: string): string {
  return /:saml-provider\/|^cognito-identity\.amazonaws\.com$/.test(provider) ? ":aud" : ":sub";
}

/** Whether it holds the claim to values that do not begin with a wildcard. */
function names({ key, operator, values }: Condition, claim: string): boolean {
  return (
    key.endsWith(claim) &&
    /^(foranyvalue:)?string(equals|like)$/.test(operator) &&
    values.every(({ value, isUnknown }) => isUnknown || /^[^*?]/.test(String(value)))
  );
}
