import { type Judgement, notApplicable, undecided } from "../judgement";
import type { Stack, StackResource } from "../stack";
import { mustName, related } from "./kubernetes-names";
import { titleOf } from "./title";

/** Helm releases, whose objects no policy sees. */
export const releaseType = "kubernetes:helm.sh/v3:Release";

/** What the pods of a chart need, and how much, only the chart knows: its namespace is not judged by that. */
export function unlessOfChart(
  namespace: StackResource,
  stack: Stack,
  judgement: Judgement,
): Judgement {
  if (judgement.verdict !== "fail") return judgement;
  const { found, possible } = related(stack.ofType(releaseType), (release) =>
    mustName(release.at("namespace"), release, namespace),
  );
  if (found.length > 0) return notApplicable("a Helm chart is installed in it");
  return possible.length > 0
    ? undecided(...possible.map((release) => `namespace of ${titleOf(release)}`))
    : judgement;
}
