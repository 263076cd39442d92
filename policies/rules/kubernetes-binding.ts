import { all, type Judgement, pass, undecided } from "../judgement";
import { given, must, mustNotBe } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { withPatches } from "./pod-workload";

const bindingTypes = withPatches(
  "rbac.authorization.k8s.io/v1:ClusterRoleBinding",
  "rbac.authorization.k8s.io/v1:RoleBinding",
);

export const kubernetesAdministratorUnbound = resourceRule({
  id: "kubernetes-administrator-unbound",
  requires: "Nobody is bound to the role cluster-admin.",
  why: "It may do everything, to the secrets of every namespace and to the rights of everybody.",
  fix: "Bind a role with the rights that are needed; people get in by access entries of the cluster.",
  severity: "critical",
  standards: {},
  types: bindingTypes,
  exemptible: true,
  check: (binding) => mustNotBe(binding.at("roleRef").at("name"), "cluster-admin"),
});

/** Who stands for many, or for nobody in particular, by kind. */
const crowds: Readonly<Record<string, readonly string[]>> = {
  Group: [
    ...["system:authenticated", "system:masters", "system:serviceaccounts"],
    "system:unauthenticated",
  ],
  User: ["system:anonymous"],
  ServiceAccount: ["default"],
};

export const kubernetesBindingNamed = resourceRule({
  id: "kubernetes-binding-named",
  requires:
    "Rights are bound to users and service accounts by name, not to everybody or to default accounts.",
  why: "What all may do, each pod that somebody takes over may do, and some of it whoever reaches the API server.",
  fix: "Name the service account, or the group of people, that needs the rights.",
  severity: "critical",
  standards: { checkov: ["CKV_K8S_42"] },
  types: bindingTypes,
  exemptible: true,
  check: (binding) => {
    const subjects = binding.at("subjects");
    if (subjects.isUnknown) return undecided(subjects.path);
    return all(...subjects.items.map(mustBeSomebody), pass);
  },
});

function mustBeSomebody(subject: Property): Judgement {
  const kind = subject.at("kind");
  const crowd = Object.entries(crowds)
    .filter(([of]) => kind.isUnknown || kind.value === of)
    .flatMap(([, names]) => names);
  const judgement = must(
    subject.at("name"),
    "be somebody in particular",
    (name) => !crowd.some((one) => one === name),
  );
  return given(kind, judgement);
}
