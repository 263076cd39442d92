/** What a rule's check found on one resource, before exemptions. */
export type Judgement =
  | { readonly verdict: "pass" }
  | { readonly verdict: "fail"; readonly failures: readonly string[] }
  | { readonly verdict: "undecided"; readonly values: readonly string[] }
  | { readonly verdict: "notApplicable"; readonly reason: string };

/** The resource satisfies the rule. */
export const pass: Judgement = { verdict: "pass" };

/** The resource does not; each failure reads `<property> must <requirement>, got <value>`. */
export function fail(...failures: readonly string[]): Judgement {
  return { verdict: "fail", failures };
}

/** It depends on the values named, which are not known before the resource is deployed. */
export function undecided(...values: readonly string[]): Judgement {
  return { verdict: "undecided", values };
}

/** The rule has nothing to say about this resource, for the reason given. */
export function notApplicable(reason: string): Judgement {
  return { verdict: "notApplicable", reason };
}

/**
 * Joins the judgements of a rule's parts: one failure decides, else one undecided part leaves it
 * undecided, else one pass suffices. Parts that do not apply count only where no other does.
 */
export function all(...parts: readonly Judgement[]): Judgement {
  const failures = parts.flatMap((part) => (part.verdict === "fail" ? part.failures : []));
  if (failures.length > 0) return fail(...failures);
  const values = parts.flatMap((part) => (part.verdict === "undecided" ? part.values : []));
  if (values.length > 0) return undecided(...values);
  if (parts.some((part) => part.verdict === "pass")) return pass;
  return parts[0] ?? pass;
}

/**
 * Joins judgements of which one must pass: else one that is undecided leaves it undecided, else it is the
 * failure given, whatever theirs are.
 */
export function any(parts: readonly Judgement[], failure: string): Judgement {
  if (parts.some(({ verdict }) => verdict === "pass")) return pass;
  const values = parts.flatMap((part) => (part.verdict === "undecided" ? part.values : []));
  return values.length > 0 ? undecided(...values) : fail(failure);
}
