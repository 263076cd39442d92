import { groupBy } from "../reports/group";
import type { Evaluation } from "./evaluate";
import type { Row } from "./row";

type Verdict = Evaluation["verdict"];

/** A stack of a system, with what its requirements come to. */
export interface ProvedStack {
  readonly system: string;
  /** The system's name in prose. */
  readonly title: string;
  readonly stack: string;
  readonly environment: string;
  /** In the order of the guide. */
  readonly requirements: readonly Evaluation[];
}

/** A requirement, and what it comes to on each stack of its system. */
export interface ListedRequirement {
  readonly row: Row;
  /** In the order of the listing's stacks. */
  readonly on: readonly Evaluation[];
}

/** The requirements of one system. */
export interface Listing {
  readonly system: string;
  readonly title: string;
  readonly stacks: readonly Pick<ProvedStack, "stack" | "environment">[];
  /** In the order of the guide. */
  readonly requirements: readonly ListedRequirement[];
}

/** Puts together what is known of the same requirements on several stacks, system by system. */
export function listingsOf(stacks: readonly ProvedStack[]): readonly Listing[] {
  return [...groupBy(stacks, ({ system }) => system).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { system, title } = first;
    const requirements = first.requirements.map(({ row }, index) => ({
      row,
      on: group.flatMap((stack) => stack.requirements[index] ?? []),
    }));
    const named = group.map(({ stack, environment }) => ({ stack, environment }));
    return [{ system, title, stacks: named, requirements }];
  });
}

/** How many of the requirements come to each verdict on a stack, given by its place in the listing. */
export function countVerdicts(
  requirements: readonly ListedRequirement[],
  stack: number,
): Readonly<Record<Verdict, number>> {
  const count = (verdict: Verdict): number =>
    requirements.filter(({ on }) => on[stack]?.verdict === verdict).length;
  return {
    proved: count("proved"),
    failed: count("failed"),
    unproved: count("unproved"),
    notApplicable: count("notApplicable"),
  };
}

/** Whether a requirement has one of the verdicts on a stack. */
export function comesTo({ on }: ListedRequirement, ...verdicts: readonly Verdict[]): boolean {
  return on.some(({ verdict }) => verdicts.includes(verdict));
}
