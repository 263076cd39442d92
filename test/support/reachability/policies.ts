import { isData } from "../../../preview/engine/wire";
import { at, listAt, parsed, recordAt, textsAt } from "./read";

/** What somebody asks AWS to do, and what AWS knows of the request besides. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** Whether documents of policies let a request through: one statement allows it, and none denies it. */
export function allow(documents: readonly unknown[], request: Request): boolean {
  const effects = documents
    .flatMap((document) => listAt(parsed(document), "Statement"))
    .filter((statement) => isAbout(statement, request))
    .map((statement) => at(statement, "Effect"));
  return effects.includes("Allow") && !effects.includes("Deny");
}

/** Whether a statement is about a request, and its conditions hold. */
export function isAbout(statement: unknown, request: Request): boolean {
  const { action, resource, context = {} } = request;
  for (const inverse of ["NotAction", "NotPrincipal", "NotResource"])
    if (at(statement, inverse) !== undefined) throw new Error(`the model knows no ${inverse}`);
  return (
    textsAt(statement, "Action").some((pattern) => isLike(action, pattern)) &&
    textsAt(statement, "Resource").some((pattern) => isLike(resource, pattern)) &&
    Object.entries(recordAt(statement, "Condition")).every(([operator, wanted]) =>
      Object.entries(isData(wanted) ? wanted : {}).every(([key, values]) =>
        holds(operator, context[key], textsAt({ values }, "values")),
      ),
    )
  );
}

type Operator = (actual: string, wanted: string) => boolean;

const equals: Operator = (actual, wanted) => actual === wanted;

/** How each operator compares; those with `Not` hold where none of the values is met. */
const operators: Readonly<Record<string, Operator>> = {
  ArnEquals: isLike,
  ArnLike: isLike,
  Bool: equals,
  NumericLessThan: (actual, wanted) => Number(actual) < Number(wanted),
  StringEquals: equals,
  StringLike: isLike,
};

function holds(operator: string, actual: string | undefined, wanted: readonly string[]): boolean {
  if (operator === "Null") return wanted.includes(String(actual === undefined));
  const isOptional = operator.endsWith("IfExists");
  const name = operator.replace("IfExists", "");
  const isNegative = name.includes("Not");
  const compare = operators[name.replace("Not", "")];
  if (compare === undefined) throw new Error(`the model knows no ${operator}`);
  if (actual === undefined) return isOptional || isNegative;
  return wanted.some((value) => compare(actual, value)) !== isNegative;
}

/** Whether a text is what a pattern with `*` and `?` means. */
function isLike(text: string, pattern: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`).test(text);
}

/** Who a statement is for, as `AWS <ARN>` and `Service <name>`; `AWS *` for everyone. */
export function principalsOf(statement: unknown): readonly string[] {
  const principal = at(statement, "Principal");
  if (typeof principal === "string") return [`AWS ${principal}`];
  return Object.entries(isData(principal) ? principal : {}).flatMap(([kind, names]) =>
    textsAt({ names }, "names").map((name) => `${kind} ${name}`),
  );
}
