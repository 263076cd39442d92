import { isDeepStrictEqual } from "node:util";
import type { Condition, Count } from "./condition";
import { isOrigin } from "./origin";
import { isMark, isSecret } from "./path";
import { show, showOrigin } from "./show";

/** Whether something is so; `undecided` where a secret or a value not known yet hides it. */
export type Match = "holds" | "fails" | "undecided";

/** A value, and how it stands to the resources around it. */
export interface Subject {
  readonly value: unknown;
  /** The resources that it is made from, as `type::name`. */
  readonly origins: readonly string[];
  /** What resources, given as `type` or `type::name`, have at a path. */
  readonly elsewhere: (resources: string, path: string) => readonly unknown[];
}

/** How a value is held against an operand. */
export interface Operator<Operand> {
  /** What the value must be, as words that follow `must be`. */
  says(operand: Operand): string;
  match(subject: Subject, operand: Operand): Match;
}

type Operators = { readonly [Name in keyof Condition]-?: Operator<NonNullable<Condition[Name]>> };

/** The operators of a condition. */
export const operators: Operators = {
  equals: {
    says: show,
    match: ({ value }, operand) =>
      isDeepStrictEqual(value, operand) ? "holds" : holdsMark(value) ? "undecided" : "fails",
  },
  oneOf: {
    says: (operand) => `one of ${show(operand)}`,
    match: known((value, operand) => operand.some((one) => one === value)),
  },
  atLeast: {
    says: (operand) => `at least ${show(operand)}`,
    match: known((value, operand) => typeof value === "number" && value >= operand),
  },
  atMost: {
    says: (operand) => `at most ${show(operand)}`,
    match: known((value, operand) => typeof value === "number" && value <= operand),
  },
  includes: {
    says: (operand) => `a list with ${show(operand)}`,
    match: ({ value }, operand) => {
      const elements = [value].flat();
      if ([operand].flat().every((one) => elements.includes(one))) return "holds";
      return elements.some(isMark) ? "undecided" : "fails";
    },
  },
  matches: {
    says: (operand) => `text that matches ${operand}`,
    match: known(
      (value, operand) => typeof value === "string" && new RegExp(operand, "u").test(value),
    ),
  },
  length: {
    says: (operand) => `${showCount(operand)} long`,
    match: known(
      (value, operand) =>
        (Array.isArray(value) || typeof value === "string") && satisfies(value.length, operand),
    ),
  },
  set: {
    says: (operand) => (operand ? "set" : "left out"),
    match: ({ value }, operand) => matchOf((value !== undefined && value !== null) === operand),
  },
  secret: {
    says: (operand) => (operand ? "a secret" : "no secret"),
    match: ({ value }, operand) => matchOf(isSecret(value) === operand),
  },
  from: {
    says: (operand) => `made from ${[operand].flat().map(showOrigin).join(", ")}`,
    match: ({ origins }, operand) => {
      const wanted = [operand].flat();
      const allWanted = origins.every((one) => wanted.some((other) => isOrigin(one, other)));
      const allThere = wanted.every((one) => origins.some((other) => isOrigin(other, one)));
      return matchOf(allWanted && allThere);
    },
  },
  unlike: {
    says: ({ of, path }) => `unlike ${path} of ${showOrigin(of)}`,
    match: ({ value, elsewhere }, { of, path }) => {
      const others = elsewhere(of, path);
      if (value === undefined || others.length === 0 || others.includes(value)) return "fails";
      return [value, ...others].some(isMark) ? "undecided" : "holds";
    },
  },
};

/** Tells whether a number of things is the one that is asked for. */
export function satisfies(number: number, count: Count): boolean {
  return typeof count === "number" ? number === count : number >= count.atLeast;
}

export function showCount(count: Count): string {
  return typeof count === "number" ? show(count) : `at least ${show(count.atLeast)}`;
}

function known<Operand>(
  test: (value: unknown, operand: Operand) => boolean,
): (subject: Subject, operand: Operand) => Match {
  return ({ value }, operand) => (isMark(value) ? "undecided" : matchOf(test(value, operand)));
}

function matchOf(holds: boolean): Match {
  return holds ? "holds" : "fails";
}

function holdsMark(value: unknown): boolean {
  if (isMark(value)) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsMark);
}
