import { all, any, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given, must, mustBe } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { mustSelect } from "./kubernetes-selector";
import { Workload, withPatches } from "./pod-workload";

const zone = "topology.kubernetes.io/zone";

export const podSpread = resourceRule({
  id: "pod-spread",
  requires: "The pods of a Deployment or StatefulSet are spread over availability zones.",
  why: "The scheduler may put all of them into one zone, and all are lost with it.",
  fix: `Give the pod a topologySpreadConstraint, or an anti-affinity, with the topologyKey ${zone} and a labelSelector of the pod's own labels.`,
  severity: "medium",
  standards: {},
  types: withPatches("apps/v1:Deployment", "apps/v1:StatefulSet"),
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (resource) => {
    const workload = new Workload(resource);
    const replicas = resource.at("spec").at("replicas");
    if (typeof replicas.value === "number" && replicas.value < 2) {
      return notApplicable("it has one pod at most");
    }
    const { pod, isPatch } = workload;
    const constraints = pod.at("topologySpreadConstraints");
    const affinity = pod.at("affinity").at("podAntiAffinity");
    if (isPatch && !constraints.isSet && !affinity.isSet) {
      return notApplicable("a patch says only what it changes");
    }
    return given(replicas, mustSpread(workload, constraints, affinity));
  },
});

function mustSpread(workload: Workload, constraints: Property, affinity: Property): Judgement {
  const required = affinity.at("requiredDuringSchedulingIgnoredDuringExecution");
  const preferred = affinity.at("preferredDuringSchedulingIgnoredDuringExecution");
  const terms = [
    ...constraints.items,
    ...required.items,
    ...preferred.items.map((each) => each.at("podAffinityTerm")),
  ];
  const unknown = [constraints, required, preferred].filter(({ isUnknown }) => isUnknown);
  return any(
    [
      ...terms.map((term) => mustKeepApart(term, workload)),
      ...unknown.map(({ path }) => undecided(path)),
    ],
    `${constraints.path} must spread the pods over zones by a labelSelector that matches them`,
  );
}

/** A term without a labelSelector is about no pods; a patch may leave out the labels that it has to match. */
function mustKeepApart(term: Property, { labels, isPatch }: Workload): Judgement {
  const selector = term.at("labelSelector");
  if (term.isUnknown) return undecided(term.path);
  const matches = isPatch && !labels.isSet ? pass : mustSelect(selector, labels);
  return all(mustBe(term.at("topologyKey"), zone), selector.isSet ? matches : fail(""));
}

const strategies: Readonly<Record<string, string>> = {
  "kubernetes:apps/v1:Deployment": "strategy",
  "kubernetes:apps/v1:DaemonSet": "updateStrategy",
  "kubernetes:apps/v1:StatefulSet": "updateStrategy",
};

export const podUpdateRolling = resourceRule({
  id: "pod-update-rolling",
  requires: "A new version replaces pods one after another, and never all at once.",
  why: "With Recreate, or with every pod unavailable, each new version is an outage; with OnDelete it never arrives.",
  fix: "Set the type of the strategy to RollingUpdate, and maxUnavailable to fewer than there are.",
  severity: "medium",
  standards: {},
  types: Object.keys(strategies).flatMap((type) => [type, `${type}Patch`]),
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (resource) => {
    const spec = resource.at("spec");
    const strategy = spec.at(strategies[resource.type.replace(/Patch$/, "")] ?? "");
    const unavailable = strategy.at("rollingUpdate").at("maxUnavailable");
    const replicas = spec.at("replicas");
    return all(
      must(strategy.at("type"), 'be "RollingUpdate"', (value) =>
        [undefined, "RollingUpdate"].some((type) => type === value),
      ),
      given(
        replicas,
        must(unavailable, "leave pods", (value) => leavesPods(value, replicas.value)),
      ),
    );
  },
});

function leavesPods(unavailable: unknown, replicas: unknown): boolean {
  if (unavailable === "100%") return false;
  return !(
    typeof unavailable === "number" &&
    typeof replicas === "number" &&
    unavailable >= replicas
  );
}
