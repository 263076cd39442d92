import type { Rule } from "./preflight/rule";
import type { Problem } from "./problem";
import type { Spec } from "./spec";

/** What must hold for a spec to be deployable: what works but is not safe is left to the policy pack. */
const rules: readonly Rule[] = [];

/**
 * Checks what cannot work before anything is created.
 *
 * @param parts - The parts of a spec that are well formed; a rule that reads others does not run.
 * @param today - The date, such as `2026-11-21`: versions leave support.
 */
export function preflight(parts: Partial<Spec>, today: string): readonly Problem[] {
  const present = new Set(Object.keys(parts));
  return rules
    .filter(({ reads }) => reads.every((part) => present.has(part)))
    .flatMap(({ check }) => check(parts as Spec, today));
}
