import {
  kubernetesAdministratorUnbound,
  kubernetesBindingNamed,
} from "../../../policies/rules/kubernetes-binding";
import { unknown } from "../kit";
import { suite } from "../suite";

const types = [
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
  "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
];
const bound = (name: unknown) => ({ roleRef: { kind: "ClusterRole", name } });
const to = (kind: unknown, name: unknown) => ({ subjects: [{ kind, name }] });

for (const type of types) {
  describe(`kubernetes-administrator-unbound, on ${type}`, () => {
    const rule = suite(kubernetesAdministratorUnbound, type, bound("view"));
    rule.passes("passes another role", {});
    rule.fails(
      "fails when it is the administrator",
      bound("cluster-admin"),
      'roleRef.name must not be "cluster-admin", got "cluster-admin"',
    );
    rule.isUndecided("is undecided while it is not known", bound(unknown), "roleRef.name");
  });

  describe(`kubernetes-binding-named, on ${type}`, () => {
    const rule = suite(kubernetesBindingNamed, type, to("ServiceAccount", "orders"));
    rule.passes("passes an account of its own", {});
    rule.passes("passes a user of that name", to("User", "default"));
    rule.passes("passes a binding without subjects", { subjects: undefined });
    for (const [kind, name] of [
      ["Group", "system:authenticated"],
      ["Group", "system:masters"],
      ["Group", "system:serviceaccounts"],
      ["Group", "system:unauthenticated"],
      ["User", "system:anonymous"],
      ["ServiceAccount", "default"],
    ]) {
      rule.fails(
        `fails when it is the ${kind ?? ""} ${name ?? ""}`,
        to(kind, name),
        `subjects[0].name must be somebody in particular, got "${name ?? ""}"`,
      );
    }
    rule.isUndecided(
      "is undecided while the name is not known",
      to("Group", unknown),
      "subjects[0].name",
    );
    rule.isUndecided(
      "is undecided while the kind is not known",
      to(unknown, "default"),
      "subjects[0].kind",
    );
    rule.isUndecided("is undecided while none is known", { subjects: unknown }, "subjects");
  });
}
