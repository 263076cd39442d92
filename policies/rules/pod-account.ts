import { all, any, type Judgement, undecided } from "../judgement";
import { must, mustBe } from "../must";
import { resourceRule, stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { mustName, mustShareNamespace, related } from "./kubernetes-names";
import { whereSaid } from "./pod-judge";
import { Workload, workloadTypes } from "./pod-workload";
import { titleOf } from "./title";

export const podAccountOwn = resourceRule({
  id: "pod-account-own",
  requires: "Pods have a service account that was made for them.",
  why: "All that name none share the account called default: a right that one of them needs, each of them has.",
  fix: "Create a ServiceAccount and set serviceAccountName of the pod to its name.",
  severity: "medium",
  standards: { checkov: ["CKV_K8S_41"] },
  types: workloadTypes,
  exemptible: true,
  check: (resource) => {
    const workload = new Workload(resource);
    const account = workload.pod.at("serviceAccountName");
    const judgement = must(
      account,
      'be set, and not "default"',
      (value) => typeof value === "string" && value !== "" && value !== "default",
    );
    return whereSaid(workload, account, judgement);
  },
});

export const podTokenUnmounted = stackRule({
  id: "pod-token-unmounted",
  requires: "Pods get no token for the API server.",
  why: "Hardly any program talks to the API server; whoever gets into one that could, takes its token and does.",
  fix: "Set automountServiceAccountToken to false in the pod, or in its ServiceAccount.",
  severity: "medium",
  standards: { checkov: ["CKV_K8S_38"] },
  types: workloadTypes,
  exemptible: true,
  check: (resource, _settings, stack) => {
    const workload = new Workload(resource);
    const mounted = workload.pod.at("automountServiceAccountToken");
    const judgement = whereSaid(workload, mounted, mustBe(mounted, false));
    return mounted.isSet ? judgement : unlessOfAccount(resource, stack, judgement);
  },
});

/** What a pod does not say, its account does. */
function unlessOfAccount(resource: StackResource, stack: Stack, judgement: Judgement): Judgement {
  if (judgement.verdict !== "fail") return judgement;
  const { pod } = new Workload(resource);
  const accounts = stack.ofType("kubernetes:core/v1:ServiceAccount");
  const { found, possible } = related(accounts, (account) =>
    all(
      mustName(pod.at("serviceAccountName"), resource, account),
      mustShareNamespace(account, resource),
    ),
  );
  const open = possible.map((account) => undecided(titleOf(account)));
  const said = found.map((account) => mustBe(account.at("automountServiceAccountToken"), false));
  const [failure = ""] = judgement.failures;
  return any([...said, ...open], failure);
}
