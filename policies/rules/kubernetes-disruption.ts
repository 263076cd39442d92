import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given, must, mustBe } from "../must";
import type { Property } from "../property";
import { resourceRule, stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { mustShareNamespace, related } from "./kubernetes-names";
import { judgeFewest, mustBeSingle } from "./kubernetes-scaling";
import { mustSelect } from "./kubernetes-selector";
import { Workload, withPatches } from "./pod-workload";
import { titleOf } from "./title";

const budgetType = "kubernetes:policy/v1:PodDisruptionBudget";
const budgeted = ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet"];
const onlyInProduction = { staging: { level: "disabled" } } as const;

/** The budget must be that of the workload's pods. One without a selector is of none. */
function mustCover(budget: StackResource, workload: StackResource): Judgement {
  const selector = budget.at("spec").at("selector");
  const { labels } = new Workload(workload);
  return all(
    mustShareNamespace(budget, workload),
    selector.isSet ? mustSelect(selector, labels) : fail(""),
  );
}

export const podDisruptionBudgeted = stackRule({
  id: "pod-disruption-budgeted",
  requires: "A budget limits how many pods of a Deployment or StatefulSet are taken away at once.",
  why: "When nodes are replaced all pods of a workload may go at once; with a budget the next waits until the last is back.",
  fix: `Create a PodDisruptionBudget in the namespace whose selector matches the pods' labels, with the maxUnavailable 1.`,
  severity: "medium",
  standards: {},
  types: budgeted,
  exemptible: true,
  profiles: onlyInProduction,
  check: (workload, _settings, stack) => {
    const single = mustBeSingle(workload, stack);
    if (single.verdict === "pass") return notApplicable("it has one pod at most");
    const { found, possible } = related(stack.ofType(budgetType), (budget) =>
      mustCover(budget, workload),
    );
    if (found.length > 0) return pass;
    if (possible.length > 0) return undecided(...possible.map(titleOf));
    return single.verdict === "undecided"
      ? single
      : fail(`it must have an ${budgetType} that selects its pods, but none does`);
  },
});

export const kubernetesBudgetSatisfiable = stackRule({
  id: "kubernetes-budget-satisfiable",
  requires: "Disruption budgets let at least one pod go.",
  why: "A budget that never lets a pod go holds up every drain: nodes are not replaced, and an upgrade of the cluster hangs.",
  fix: "Set maxUnavailable to 1, or minAvailable to fewer than replicas, or than minReplicas of the HorizontalPodAutoscaler.",
  severity: "high",
  standards: {},
  types: withPatches("policy/v1:PodDisruptionBudget"),
  exemptible: true,
  check: (budget, _settings, stack) => {
    const unavailable = budget.at("spec").at("maxUnavailable");
    const available = budget.at("spec").at("minAvailable");
    const isNone = (value: unknown): boolean => Number.parseFloat(String(value)) === 0;
    return all(
      must(unavailable, "be more than 0", (value) => !isNone(value)),
      must(available, "be less than 100%", (value) => value !== "100%"),
      ...stack.ofType(...budgeted).map((workload) => {
        const covers = mustCover(budget, workload);
        if (covers.verdict === "fail") return pass;
        const judgement = mustBeSpared(available, workload, stack);
        return covers.verdict === "undecided" && judgement.verdict === "fail" ? covers : judgement;
      }),
    );
  },
});

/** Fewer pods must be kept than the workload has at least; of a share Kubernetes rounds up. */
function mustBeSpared(kept: Property, workload: StackResource, stack: Stack): Judgement {
  if (kept.isUnknown) return undecided(kept.path);
  const text = kept.isSet ? String(kept.value) : "0";
  return judgeFewest(workload, stack, (fewest, owner) => {
    const pods = Number(fewest.value ?? 1);
    const number = Number.parseFloat(text);
    const needed = text.endsWith("%") ? Math.ceil((pods * number) / 100) : number;
    const judgement =
      needed < pods || pods === 0 || needed === 0
        ? pass
        : fail(
            `${kept.path} must be less than the ${pods.toString()} of ${titleOf(owner)}, ${kept.finding}`,
          );
    return given(fewest, judgement);
  });
}

export const kubernetesBudgetUnhealthyEvicted = resourceRule({
  id: "kubernetes-budget-unhealthy-evicted",
  requires: "Disruption budgets let pods go that do not work.",
  why: "By default a pod that never gets ready is counted as one to be kept: a broken version holds up the drain of its node.",
  fix: "Set unhealthyPodEvictionPolicy to AlwaysAllow.",
  severity: "low",
  standards: {},
  types: [budgetType],
  exemptible: true,
  level: "advisory",
  check: (budget) => mustBe(budget.at("spec").at("unhealthyPodEvictionPolicy"), "AlwaysAllow"),
});
