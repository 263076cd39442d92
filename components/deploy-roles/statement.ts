/** Tests of a statement, by operator and key. */
export type Condition = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[]>>>
>;

/** One statement of a policy of IAM. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Condition;
}

/** Most characters of a managed policy. IAM counts no white space, and there is none. */
const mostCharacters = 6144;

/** Most managed policies of a role, unless AWS is asked for more. */
export const mostPolicies = 10;

/** A policy as JSON. */
export function documentOf(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** Spreads statements over as few policies as keep them in order, each as long as IAM allows. */
export function documentsOf(statements: readonly Statement[]): readonly string[] {
  const groups = statements.flatMap(split).reduce<Statement[][]>((filled, statement) => {
    const last = filled.at(-1);
    if (last === undefined || !fits([...last, statement])) return [...filled, [statement]];
    return [...filled.slice(0, -1), [...last, statement]];
  }, []);
  return groups.map(documentOf);
}

/** A statement that no policy could hold becomes several. */
function split(statement: Statement): readonly Statement[] {
  const { Action = [] } = statement;
  if (fits([statement]) || Action.length < 2) return [statement];
  const middle = Math.ceil(Action.length / 2);
  const halves = [Action.slice(0, middle), Action.slice(middle)];
  return halves.flatMap((half) => split({ ...statement, Action: half }));
}

function fits(statements: readonly Statement[]): boolean {
  return documentOf(statements).length <= mostCharacters;
}
