import type { Data } from "../../policies/data";
import type { Rule } from "../../policies/rule";
import { judge, resource, type Resource, root, unknown } from "./kit";

/** A resource made from others, whose ids are not known yet. */
export function made(
  type: string,
  name: string,
  sources: Readonly<Record<string, Resource>>,
  inputs: Data = {},
): Resource {
  const keys = Object.keys(sources);
  const references = Object.fromEntries(keys.map((key) => [key, unknown]));
  const dependencies = Object.fromEntries(
    Object.entries(sources).map(([key, value]) => [key, [value]]),
  );
  return resource(type, { ...references, ...inputs }, { name, dependencies });
}

/** A rule about how resources relate, asked about one of them. */
export interface Question {
  readonly rule: Rule;
  readonly about: Resource;
  /** The other resources of the stack. */
  readonly among?: readonly Resource[];
  readonly settings?: Data;
}

/** The verdict of a rule on one resource of a stack, with its message where it has one. */
export async function verdictOn(question: Question): Promise<readonly unknown[]> {
  const { rule, about, among = [], settings = {} } = question;
  const { verdicts } = await judge([rule], [root, about, ...among], {
    configuration: { [rule.id]: settings },
  });
  const found = verdicts.find(({ urn }) => urn === about.urn);
  return found?.message === undefined ? [found?.verdict] : [found.verdict, found.message];
}

/** What a rule says that waits for values. */
export function waiting(...values: readonly string[]): readonly string[] {
  return ["undecided", `not known until deployed: ${values.join(", ")}`];
}
