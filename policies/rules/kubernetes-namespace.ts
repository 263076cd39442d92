import { all, any, fail, type Judgement, pass, undecided } from "../judgement";
import { must } from "../must";
import { resourceRule, stackRule } from "../rule";
import type { Subject } from "../subject";
import { unlessOfChart } from "./kubernetes-chart";
import { mustBeIn, namespaceOf } from "./kubernetes-names";
import { withPatches, workloadTypes } from "./pod-workload";

const namespaceType = "kubernetes:core/v1:Namespace";

/** What stands in a namespace, beside what makes pods. */
const namespaced = withPatches(
  "autoscaling/v2:HorizontalPodAutoscaler",
  "core/v1:ConfigMap",
  "core/v1:PersistentVolumeClaim",
  "core/v1:Secret",
  "core/v1:Service",
  "core/v1:ServiceAccount",
  "networking.k8s.io/v1:Ingress",
  "networking.k8s.io/v1:NetworkPolicy",
  "policy/v1:PodDisruptionBudget",
  "rbac.authorization.k8s.io/v1:Role",
  "rbac.authorization.k8s.io/v1:RoleBinding",
);

export const kubernetesNamespaceOwn = resourceRule({
  id: "kubernetes-namespace-own",
  requires: "Objects name a namespace, and not the one called default.",
  why: "In default everything meets that nobody put anywhere: no quota, no policy and no rights of its own tell it apart.",
  fix: "Create a Namespace and set metadata.namespace to its name.",
  severity: "low",
  standards: { checkov: ["CKV_K8S_21"] },
  types: [...workloadTypes, ...namespaced],
  exemptible: true,
  check: (resource) =>
    must(
      namespaceOf(resource),
      'be set, and not "default"',
      (value) => typeof value === "string" && value !== "" && value !== "default",
    ),
});

const enforce = "pod-security.kubernetes.io/enforce";

export const kubernetesNamespacePodSecurity = resourceRule({
  id: "kubernetes-namespace-pod-security",
  requires:
    "Namespaces have the API server refuse pods that take more than the Pod Security Standards allow.",
  why: "Rules over a program see its own pods; the label holds for whoever gets at the API server, charts included.",
  fix: `Set the label ${enforce} to restricted.`,
  severity: "high",
  standards: { podSecurity: ["baseline", "restricted"] },
  types: [namespaceType],
  settings: {
    restricted: {
      kind: "boolean",
      description: "Whether the level must be restricted; baseline suffices otherwise.",
      default: true,
    },
  },
  exemptible: true,
  check: (namespace, { restricted }) => {
    const label = namespace.at("metadata").at("labels").at(enforce);
    const allowed = restricted ? ["restricted"] : ["restricted", "baseline"];
    return must(label, `be ${allowed.join(" or ")}`, (value) => allowed.includes(String(value)));
  },
});

export const kubernetesNamespaceQuotaSet = stackRule({
  id: "kubernetes-namespace-quota-set",
  requires: "Every namespace has a quota of what it may use.",
  why: "One namespace whose pods multiply takes the nodes, and the addresses, of all the others.",
  fix: "Create a ResourceQuota in the namespace with hard limits.",
  severity: "low",
  standards: {},
  types: [namespaceType],
  exemptible: true,
  check: (namespace, _settings, stack) => {
    const type = "kubernetes:core/v1:ResourceQuota";
    const quotas = stack
      .ofType(type)
      .map((quota) => all(mustLimit(quota), mustBeIn(namespace, quota)));
    const judgement = any(quotas, `the namespace must have a ${type} with limits, but has none`);
    return unlessOfChart(namespace, stack, judgement);
  },
});

function mustLimit(quota: Subject): Judgement {
  const hard = quota.at("spec").at("hard");
  if (hard.isUnknown) return undecided(hard.path);
  return hard.entries.length > 0 ? pass : fail("");
}

export const kubernetesNamespaceDefaultsSet = stackRule({
  id: "kubernetes-namespace-defaults-set",
  requires: "Every namespace says what a container gets that does not say what it needs.",
  why: "A container of a chart or of a hand that says nothing takes what it likes, and a quota refuses it with no hint.",
  fix: "Create a LimitRange in the namespace with default and defaultRequest for containers.",
  severity: "low",
  standards: {},
  types: [namespaceType],
  exemptible: true,
  level: "advisory",
  check: (namespace, _settings, stack) => {
    const type = "kubernetes:core/v1:LimitRange";
    const ranges = stack.ofType(type).map((range) => mustBeIn(namespace, range));
    const judgement = any(ranges, `the namespace must have a ${type}, but has none`);
    return unlessOfChart(namespace, stack, judgement);
  },
});
