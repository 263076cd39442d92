import type { ResourceDocument } from "../document";
import type { Condition } from "./condition";
import type { Graph } from "./graph";
import { operators, type Match, type Operator, type Subject } from "./operators";
import { inputOf, parsePath, readPath } from "./path";
import { show, showOrigin } from "./show";

/** How a value of a resource fares against a condition. */
export interface Judgement {
  readonly match: Match;
  /** What was found: `10000`, or what a value is made from where that is asked. */
  readonly found: string;
  /** What is wrong where it does not hold: `iops must be at least 10000, got 3000`. */
  readonly wrong: string;
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
  const subject: Subject = {
    value: readPath(resource.inputs, steps),
    origins: graph.origins(resource, inputOf(steps)),
    elsewhere: (resources, other) => graph.valuesAt(resources, parsePath(other) ?? []),
  };
  return judge(path, subject, condition);
}

/** Judges a text that is no input. */
export function judgeText(name: string, value: string, condition: Condition): Judgement {
  return judge(name, { value, origins: [], elsewhere: () => [] }, condition);
}

/** A condition in words: `at least 500`. */
export function showCondition(condition: Condition): string {
  return given(condition)
    .map((name) => sayingOf(name, condition))
    .join(" and ");
}

/** Words are found when they are asked for: to select resources takes none. */
function judge(what: string, subject: Subject, condition: Condition): Judgement {
  const results = given(condition).map((name) => ({
    name,
    match: operatorOf(name).match(subject, condition[name]),
  }));
  const broken =
    results.find(({ match }) => match === "fails") ??
    results.find(({ match }) => match === "undecided");
  return {
    match: broken?.match ?? "holds",
    get found() {
      return condition.from === undefined ? show(subject.value) : `made from ${originsOf(subject)}`;
    },
    get wrong() {
      if (broken === undefined) return "";
      const { name } = broken;
      return `${what} must be ${sayingOf(name, condition)}, got ${gotOf(name, subject)}`;
    },
  };
}

function given(condition: Condition): readonly (keyof Condition)[] {
  return operatorNames.filter((name) => condition[name] !== undefined);
}

function operatorOf(name: keyof Condition): Operator<unknown> {
  return operators[name];
}

function sayingOf(name: keyof Condition, condition: Condition): string {
  return operatorOf(name).says(condition[name]);
}

function gotOf(name: keyof Condition, subject: Subject): string {
  return name === "from" ? originsOf(subject) : show(subject.value);
}

function originsOf({ origins }: Subject): string {
  return origins.length === 0 ? "nothing" : show(origins.map(showOrigin));
}
