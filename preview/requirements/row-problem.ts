import type { z } from "zod";
import type { Problem } from "../../spec/problem";

type Issue = z.core.$ZodIssue;

/** What the schema found wrong with a row, in the words of the row. */
export function problemsOf(issue: Issue, id: string): readonly Problem[] {
  const path = [id, ...placeOf(issue)].reduce((whole, part) => whole + shown(part));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: path + shown(key),
      rule: "must be a key that a row knows",
      fix: "remove it, or mend its spelling",
    }));
  }
  return [{ path, rule: ruleOf(issue), fix: "mend the row" }];
}

/** Where it is; the kind of a proof is not a key that anyone writes. */
function placeOf(issue: Issue): readonly string[] {
  const place = issue.path.map(String);
  return "discriminator" in issue ? place.slice(0, -1) : place;
}

/** A part of a path: `.name`, `[0]`, or `["a.b"]` where it is no plain name. */
function shown(part: string): string {
  if (/^\d+$/.test(part)) return `[${part}]`;
  return /^[\w$-]+$/.test(part) ? `.${part}` : `["${part}"]`;
}

function ruleOf(issue: Issue): string {
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  return issue.message.startsWith("must ") ? issue.message : `must be valid: ${issue.message}`;
}
