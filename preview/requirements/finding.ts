import type { ResourceDocument } from "../document";

/** What one resource was held against, and how it fared. */
export interface Fact {
  /** The path of an input, or the id of a rule. */
  readonly subject: string;
  readonly holds: boolean;
  /** What was found, or what is wrong: `10000`, `iops must be at least 10000, got 3000`. */
  readonly text: string;
  /** What an input must be: `at least 10000`; empty for a rule. */
  readonly expected: string;
}

/** A resource that a proof speaks of. */
export interface Witness {
  readonly resource: ResourceDocument;
  readonly facts: readonly Fact[];
}

/** Whether a proof holds, what was found, and on which resources. */
export interface Finding {
  readonly holds: boolean;
  readonly detail: string;
  /** The resources that are selected, or judged by the rule; for an absent one, those it would stand beside. */
  readonly witnesses: readonly Witness[];
}
