import { all, fail, type Judgement, pass, undecided } from "../judgement";
import { judgeAllowed, type Statement } from "../policy-document";
import type { Property } from "../property";
import { isWholeInternet } from "./whole-internet";

/** The policy may let everyone in only on a condition that says whose requests count. */
export function mustNotAdmitEveryone(policy: Property): Judgement {
  return judgeAllowed(policy, (statement) => {
    if (namesWho(statement)) return pass;
    return statement.unlessCondition(
      all(
        ...statement.principals.map(mustNotBeEveryone),
        ...statement
          .elements("NotPrincipal")
          .map(({ path }) => fail(`${path} must not be used to allow: it admits everyone else`)),
        pass,
      ),
    );
  });
}

function mustNotBeEveryone(principal: Property): Judgement {
  if (principal.isUnknown) return undecided(principal.path);
  if (principal.value !== "*") return pass;
  return fail(
    `${principal.path} must not be everyone without a condition on who asks, ${principal.finding}`,
  );
}

/** The keys by which a request is known to come from one account, organization, resource or network. */
const keysOfWho = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceip",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
  "kms:calleraccount",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
]);

/** Those that match nothing where the key is missing from the request. */
const matching =
  /^(foranyvalue:)?(stringequals|stringequalsignorecase|stringlike|arnequals|arnlike|ipaddress)$/;

/** Whether a condition of the statement says whose requests count. */
export function namesWho(statement: Statement): boolean {
  return statement.conditions.some(
    ({ operator, key, values }) =>
      keysOfWho.has(key) && matching.test(operator) && values.every(isNarrow),
  );
}

/** Whether it leaves open neither the account nor, where there is none, what the value begins with. */
function isNarrow({ value, isUnknown }: Property): boolean {
  if (isUnknown) return true;
  const text = typeof value === "number" ? value.toString() : value;
  if (typeof text !== "string") return false;
  if (text.startsWith("arn:")) return /^[^*?]*$/.test(text.split(":")[4] ?? "*");
  return /^[^*?]/.test(text) && !(text.includes("/") && isWholeInternet(text));
}
