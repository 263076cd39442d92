import { all, fail, type Judgement, pass, undecided } from "./judgement";
import { given } from "./must";
import type { Property } from "./property";

/** One test of a statement's condition: `"StringEquals": { "aws:SourceAccount": "123456789012" }`. */
export interface Condition {
  /** In lower case: `stringequals`. */
  readonly operator: string;
  /** In lower case: `aws:sourceaccount`. */
  readonly key: string;
  /** One of them must match. */
  readonly values: readonly Property[];
}

type Element = "Action" | "NotAction" | "NotPrincipal" | "NotResource" | "Resource";

/** One statement of a policy in AWS's JSON. What may hold one value or several reads as a list. */
export class Statement {
  constructor(private readonly content: Property) {}

  /** Where it stands in the resource: `policy.Statement[0]`. */
  get path(): string {
    return this.content.path;
  }

  /** `Allow` or `Deny`. */
  get effect(): Property {
    return this.content.at("Effect");
  }

  elements(key: Element): readonly Property[] {
    return valuesOf(this.content.at(key));
  }

  /** Whom it is about, of whatever kind: `*`, accounts, ARNs, services, identity providers. */
  get principals(): readonly Property[] {
    const principal = this.content.at("Principal");
    const kinds = principal.entries;
    return kinds.length > 0 ? kinds.flatMap(valuesOf) : valuesOf(principal);
  }

  /** Whom it is about, of one kind. */
  principalsOf(kind: "AWS" | "Federated" | "Service"): readonly Property[] {
    return valuesOf(this.content.at("Principal").at(kind));
  }

  /** All of them must hold. */
  get conditions(): readonly Condition[] {
    return this.content.at("Condition").entries.flatMap((operator) =>
      operator.entries.map((key) => ({
        operator: lastNameOf(operator, this.content.at("Condition")),
        key: lastNameOf(key, operator),
        values: valuesOf(key),
      })),
    );
  }

  /** A failure is undecided while a condition that might avert it is not known. */
  unlessCondition(judgement: Judgement): Judgement {
    const condition = this.content.at("Condition");
    return condition.entries.reduce(
      (soFar, operator) => given(operator, soFar),
      given(condition, judgement),
    );
  }
}

/**
 * Judges a policy in JSON by all its statements; undecided while one of them is not known. A policy that
 * is absent or empty has none.
 */
export function judgePolicy(
  policy: Property,
  check: (statements: readonly Statement[]) => Judgement,
): Judgement {
  const document = policy.json;
  if (document === undefined) return fail(`${policy.path} must be JSON, ${policy.finding}`);
  const statements = valuesOf(document.at("Statement"));
  const unknown = statements.filter(({ isUnknown }) => isUnknown);
  if (document.isUnknown) return undecided(policy.path);
  if (unknown.length > 0) return undecided(...unknown.map(({ path }) => path));
  return check(statements.map((statement) => new Statement(statement)));
}

/** Judges each statement of a policy that allows something. */
export function judgeAllowed(
  policy: Property,
  judge: (statement: Statement) => Judgement,
): Judgement {
  return judgePolicy(policy, (statements) =>
    all(
      ...statements
        .filter(({ effect }) => effect.value !== "Deny")
        .map((statement) => given(statement.effect, judge(statement))),
      pass,
    ),
  );
}

/** The elements of a list, the value itself where it is none. */
function valuesOf(element: Property): readonly Property[] {
  if (element.isList) return element.items;
  return element.isSet ? [element] : [];
}

/** `aws:sourcearn` for `policy.Statement[0].Condition.ArnLike.aws:SourceArn`. */
function lastNameOf(property: Property, owner: Property): string {
  return property.path.slice(owner.path.length + 1).toLowerCase();
}
