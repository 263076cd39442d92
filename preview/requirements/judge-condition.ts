import type { ResourceDocument } from "../document";
import type { Condition } from "./condition";
import type { Graph } from "./graph";
import { operators, type Match, type Operator } from "./operators";
import { inputOf, parsePath, readPath } from "./path";
import { show, showOrigin } from "./show";

/** How a value of a resource fares against a condition. */
export interface Judgement {
  readonly match: Match;
  /** What was found: `10000`. */
  readonly found: string;
  /** What is wrong where it does not hold: `iops must be at least 10000, got 3000`. */
  readonly wrong: string;
}

/** A value, and what it is made from. */
interface Subject {
  readonly name: string;
  readonly value: unknown;
  readonly origins: readonly string[];
}

const operatorNames = Object.keys(operators) as (keyof Condition)[];

/** Judges the input of a resource at a path. */
export function judgeInput(
  resource: ResourceDocument,
  path: string,
  condition: Condition,
  graph: Graph,
): Judgement {
  const steps = parsePath(path) ?? [];
  const value = readPath(resource.inputs, steps);
  return judge({ name: path, value, origins: graph.origins(resource, inputOf(steps)) }, condition);
}

/** Judges a text that is no input. */
export function judgeText(name: string, value: string, condition: Condition): Judgement {
  return judge({ name, value, origins: [] }, condition);
}

/** A condition in words: `at least 500`. */
export function showCondition(condition: Condition): string {
  const parts = given(condition).map((name) => sayingOf(name, condition));
  return parts.join(" and ");
}

function judge(subject: Subject, condition: Condition): Judgement {
  const results = given(condition).map((name) => ({
    match: matchOf(name, subject, condition),
    wrong: `must be ${sayingOf(name, condition)}, got ${gotOf(name, subject)}`,
  }));
  const wrong =
    results.find(({ match }) => match === "fails") ??
    results.find(({ match }) => match === "undecided");
  return {
    match: wrong?.match ?? "holds",
    found: condition.from === undefined ? show(subject.value) : showCondition(condition),
    wrong: wrong === undefined ? "" : `${subject.name} ${wrong.wrong}`,
  };
}

function given(condition: Condition): readonly (keyof Condition)[] {
  return operatorNames.filter((name) => condition[name] !== undefined);
}

function matchOf(name: keyof Condition, { value, origins }: Subject, condition: Condition): Match {
  const operator: Operator<unknown> = operators[name];
  return operator.match(name === "from" ? origins : value, condition[name]);
}

function sayingOf(name: keyof Condition, condition: Condition): string {
  const operator: Operator<unknown> = operators[name];
  return operator.says(condition[name]);
}

function gotOf(name: keyof Condition, { value, origins }: Subject): string {
  if (name !== "from") return show(value);
  return origins.length === 0 ? "nothing" : show(origins.map(showOrigin));
}
