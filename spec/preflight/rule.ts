import type { Problem } from "../problem";
import type { Spec } from "../spec";

/** One thing that must hold for a spec to be deployable at all. */
export interface Rule {
  /** The parts of the spec that it looks at: it runs when all of them are well formed. */
  readonly reads: readonly (keyof Spec)[];
  /** Every way in which it does not hold; `today` is a date such as `2026-11-21`. */
  readonly check: (spec: Spec, today: string) => readonly Problem[];
}

/** A rule that sees only the parts it says it reads. */
export function rule<K extends keyof Spec>(
  reads: readonly K[],
  check: (spec: Pick<Spec, K>, today: string) => readonly Problem[],
): Rule {
  return { reads, check };
}

/** A rule of an optional section and other parts, which says nothing of a stack without the section. */
export function sectionRule<S extends keyof Spec, K extends keyof Spec = never>(
  section: S,
  reads: readonly K[],
  check: (part: NonNullable<Spec[S]>, spec: Pick<Spec, K>, today: string) => readonly Problem[],
): Rule {
  return rule([section, ...reads], (spec, today) => {
    const part = spec[section];
    return part === undefined ? [] : check(part, spec, today);
  });
}
