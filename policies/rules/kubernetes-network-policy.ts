import { all, any, fail, type Judgement, pass, undecided } from "../judgement";
import type { Property } from "../property";
import { resourceRule, stackRule } from "../rule";
import type { Subject } from "../subject";
import { mustBeIn, mustShareNamespace } from "./kubernetes-names";
import { unlessOfChart } from "./kubernetes-chart";
import { mustSelect, selectsAll } from "./kubernetes-selector";
import { Workload, withPatches, workloadTypes } from "./pod-workload";

const policyType = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

/** Which way traffic goes, as seen from the pods. */
const directions = ["Ingress", "Egress"] as const;
type Direction = (typeof directions)[number];

/** Where a policy lists what it lets through. */
const lists: Readonly<Record<Direction, string>> = { Ingress: "ingress", Egress: "egress" };

export const podIsolated = stackRule({
  id: "pod-isolated",
  requires: "A NetworkPolicy says what enters every pod, and another, or the same, what leaves it.",
  why: "A pod that no policy selects is reached by every pod of the cluster and reaches everything: whoever gets into one is in all.",
  fix: "Create a NetworkPolicy in the namespace whose podSelector matches the pods' labels, with the policyTypes Ingress and Egress.",
  severity: "high",
  standards: { checkov: ["CKV2_K8S_6"] },
  types: workloadTypes.filter((type) => !type.endsWith("Patch")),
  exemptible: true,
  check: (resource, _settings, stack) => {
    const { labels } = new Workload(resource);
    const policies = stack.ofType(policyType);
    return all(
      ...directions.map((direction) =>
        any(
          policies.map((policy) =>
            all(
              mustConcern(policy, direction),
              mustSelect(policy.at("spec").at("podSelector"), labels),
              mustShareNamespace(policy, resource),
            ),
          ),
          `it must be selected by a ${policyType} for ${direction}, but none selects it`,
        ),
      ),
    );
  },
});

/** Without policyTypes a policy is about what enters, and about what leaves where it lists that. */
function mustConcern(policy: Subject, direction: Direction): Judgement {
  const spec = policy.at("spec");
  const types = spec.at("policyTypes");
  if (types.isUnknown) return undecided(types.path);
  if (!types.isSet) {
    return direction === "Ingress" || spec.at(lists[direction]).isSet ? pass : fail("");
  }
  if (types.items.some(({ value }) => value === direction)) return pass;
  const unknown = types.items.find(({ isUnknown }) => isUnknown);
  return unknown === undefined ? fail("") : undecided(unknown.path);
}

export const kubernetesNamespaceIsolated = stackRule({
  id: "kubernetes-namespace-isolated",
  requires: "In every namespace nothing enters or leaves pods but what is let through.",
  why: "Policies that only open something close it for the pods they select: a pod that was forgotten stays open to all.",
  fix: "Create a NetworkPolicy in the namespace with an empty podSelector, the policyTypes Ingress and Egress, and no rules.",
  severity: "high",
  standards: {},
  types: ["kubernetes:core/v1:Namespace"],
  exemptible: true,
  check: (namespace, _settings, stack) =>
    unlessOfChart(
      namespace,
      stack,
      all(
        ...directions.map((direction) =>
          any(
            stack
              .ofType(policyType)
              .map((policy) =>
                all(
                  mustConcern(policy, direction),
                  mustDenyAll(policy, direction),
                  mustBeIn(namespace, policy),
                ),
              ),
            `the namespace must have a ${policyType} that denies all ${direction}, but has none`,
          ),
        ),
      ),
    ),
});

function mustDenyAll(policy: Subject, direction: Direction): Judgement {
  const rules = policy.at("spec").at(lists[direction]);
  const selector = policy.at("spec").at("podSelector");
  const isOfAll = selectsAll(selector);
  if (isOfAll === false || rules.items.length > 0) return fail("");
  return all(
    isOfAll === undefined ? undecided(selector.path) : pass,
    rules.isUnknown ? undecided(rules.path) : pass,
  );
}

export const kubernetesNetworkPolicyLimited = resourceRule({
  id: "kubernetes-network-policy-limited",
  requires: "NetworkPolicies let through what they name: peers, ports or both.",
  why: "A rule without either lets everything through; policies add up, so that no other one takes it back.",
  fix: "Name the peers in from or to, and the ports in ports.",
  severity: "high",
  standards: {},
  types: withPatches("networking.k8s.io/v1:NetworkPolicy"),
  exemptible: true,
  check: (policy) => {
    const rules = directions.map((direction) => policy.at("spec").at(lists[direction]));
    const unknown = [...rules, ...rules.flatMap(({ items }) => items)].filter(
      ({ isUnknown }) => isUnknown,
    );
    return all(
      ...rules.flatMap(({ items }) => items.map(mustNameSomething)),
      ...unknown.map(({ path }) => undecided(path)),
      pass,
    );
  },
});

function mustNameSomething(rule: Property): Judgement {
  const parts = ["from", "to", "ports"].map((key) => rule.at(key));
  if (rule.isUnknown || parts.some(({ items }) => items.length > 0)) return pass;
  const unknown = parts.find(({ isUnknown }) => isUnknown);
  if (unknown !== undefined) return undecided(unknown.path);
  return fail(`${rule.path} must name peers or ports, but lets everything through`);
}
