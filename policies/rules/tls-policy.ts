import { all, any, fail, type Judgement } from "../judgement";
import { oneMust } from "../must";
import { judgePolicy, type Statement } from "../policy-document";
import type { Property } from "../property";
import { covers } from "../wildcard";

/** The policy of a bucket must refuse everyone every request that comes without TLS. */
export function mustRefuseWithoutTls(policy: Property): Judgement {
  const failure = `${policy.path} must refuse every request without TLS, but does not`;
  return judgePolicy(policy, (statements) => any(statements.map(refuses), failure));
}

/** Passes where the statement refuses all that, and nothing narrower. */
function refuses(statement: Statement): Judgement {
  const resources = statement.elements("Resource");
  return all(
    oneMust([statement.effect], (effect) => effect === "Deny"),
    oneMust(statement.principals, (principal) => principal === "*"),
    oneMust(statement.elements("Action"), (action) => covers(String(action), "s3:*")),
    oneMust(resources, (arn) => String(arn).endsWith("*")),
    oneMust(resources, (arn) => arn === "*" || /^arn:[^/]*$/.test(String(arn))),
    statement.unlessCondition(isWithoutTls(statement)),
  );
}

/** A second condition would let through the requests that do not meet it. */
function isWithoutTls({ conditions }: Statement): Judgement {
  const [condition, ...others] = conditions;
  const isOnTls =
    condition?.key === "aws:securetransport" && /^bool(ifexists)?$/.test(condition.operator);
  return isOnTls && others.length === 0
    ? oneMust(condition.values, (value) => String(value) === "false")
    : fail("it is not about TLS alone");
}
