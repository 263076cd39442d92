import type { Rule } from "../../../policies/rule";
import {
  kubernetesRoleControlRefused,
  kubernetesRoleEscalationRefused,
  kubernetesRoleExecRefused,
  kubernetesRoleLimited,
  kubernetesRoleSecretsNamed,
} from "../../../policies/rules/kubernetes-role";
import { unknown } from "../kit";
import { suite, type Suite } from "../suite";

const role = "kubernetes:rbac.authorization.k8s.io/v1:Role";
const clusterRole = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";
const rbac = "rbac.authorization.k8s.io";

/** A role with one rule. */
function granting(group: unknown, resources: unknown, verbs: unknown, more = {}) {
  return { rules: [{ apiGroups: group, resources, verbs, ...more }] };
}

const harmless = granting([""], ["configmaps"], ["get", "list"]);
const on = (rule: Rule): Suite => suite(rule, clusterRole, harmless);

describe("kubernetes-role-limited", () => {
  const rule = on(kubernetesRoleLimited);
  rule.passes("passes a role that names what it is about", {});
  rule.passes("passes a role without rules", { rules: undefined });
  rule.fails(
    "fails when it is about everything",
    granting(["*"], ["pods", "*"], ["*"], { nonResourceURLs: ["*"] }),
    'rules[0].apiGroups must not include "*", got ["*"]',
    'rules[0].nonResourceURLs must not include "*", got ["*"]',
    'rules[0].resources must not include "*", got ["pods", "*"]',
    'rules[0].verbs must not include "*", got ["*"]',
  );
  suite(kubernetesRoleLimited, role, harmless).fails(
    "fails when one of a namespace is",
    granting([""], ["pods"], ["*"]),
    'rules[0].verbs must not include "*", got ["*"]',
  );
  rule.isUndecided("is undecided while its rules are not known", { rules: unknown }, "rules");
  rule.isUndecided("is undecided while a rule is not known", { rules: [unknown] }, "rules[0]");
  rule.isUndecided(
    "is undecided while a verb is not known",
    granting([""], ["pods"], ["get", unknown]),
    "rules[0].verbs[1]",
  );
});

describe("kubernetes-role-escalation-refused", () => {
  const rule = on(kubernetesRoleEscalationRefused);
  rule.passes("passes a role without such rights", {});
  rule.passes("passes the same verbs elsewhere", granting(["example.com"], ["roles"], ["bind"]));
  rule.passes("passes rights to look at roles", granting([rbac], ["roles"], ["get", "list"]));
  for (const verb of ["escalate", "bind"]) {
    rule.fails(
      `fails when it lets somebody ${verb} roles`,
      granting([rbac], ["clusterroles"], [verb]),
      "rules[0] must not let anybody escalate or bind roles or clusterroles",
    );
  }
  rule.fails(
    "fails when it lets somebody bind by bindings",
    granting([rbac], ["rolebindings"], ["bind"]),
    "rules[0] must not let anybody bind rolebindings or clusterrolebindings",
  );
  rule.fails(
    "fails when it lets somebody be another",
    granting([""], ["users"], ["impersonate"]),
    "rules[0] must not let anybody impersonate users or groups or serviceaccounts",
  );
  rule.fails(
    "fails when it lets somebody make tokens of others, by a wildcard too",
    granting(["*"], ["*/token"], ["*"]),
    "rules[0] must not let anybody create serviceaccounts/token",
  );
  rule.isUndecided(
    "is undecided while it is not known what somebody may do",
    granting([rbac], ["roles"], unknown),
    "rules[0].verbs",
  );
  rule.passes(
    "passes what is not known of other resources",
    granting([""], ["configmaps"], unknown),
  );
});

describe("kubernetes-role-exec-refused", () => {
  const rule = on(kubernetesRoleExecRefused);
  rule.passes("passes a role without such rights", {});
  rule.passes("passes rights to look at pods", granting([""], ["pods", "pods/log"], ["get"]));
  for (const verb of ["create", "get"]) {
    rule.fails(
      `fails when it lets somebody run commands by ${verb}`,
      granting([""], ["pods/exec"], [verb]),
      "rules[0] must not let anybody create or get pods/exec or pods/attach",
    );
  }
  rule.fails(
    "fails when it lets somebody talk to the kubelet",
    granting([""], ["nodes/proxy"], ["get"]),
    "rules[0] must not let anybody create or get nodes/proxy",
  );
});

describe("kubernetes-role-control-refused", () => {
  const rule = on(kubernetesRoleControlRefused);
  const webhooks = ["validatingwebhookconfigurations"];
  rule.passes("passes a role without such rights", {});
  rule.passes(
    "passes rights to look at webhooks",
    granting(["admissionregistration.k8s.io"], webhooks, ["get"]),
  );
  rule.fails(
    "fails when it lets somebody change webhooks",
    granting(["admissionregistration.k8s.io"], webhooks, ["patch"]),
    "rules[0] must not let anybody create or update or patch mutatingwebhookconfigurations or validatingwebhookconfigurations",
  );
  rule.fails(
    "fails when it lets somebody approve certificates",
    granting(["certificates.k8s.io"], ["certificatesigningrequests/approval"], ["update"]),
    "rules[0] must not let anybody update or patch certificatesigningrequests/approval",
  );
  rule.fails(
    "fails when it lets somebody sign them",
    granting(["certificates.k8s.io"], ["signers"], ["approve"]),
    "rules[0] must not let anybody approve signers",
  );
  rule.fails(
    "fails when it lets somebody say where services lead",
    granting([""], ["services/status"], ["patch"]),
    "rules[0] must not let anybody update or patch services/status",
  );
});

describe("kubernetes-role-secrets-named", () => {
  const rule = on(kubernetesRoleSecretsNamed);
  const named = { resourceNames: ["orders"] };
  rule.passes("passes a role without such rights", {});
  rule.passes("passes one that names the secret", granting([""], ["secrets"], ["get"], named));
  rule.fails(
    "fails when any secret may be read",
    granting([""], ["secrets"], ["get"]),
    "rules[0] must not let anybody get secrets",
  );
  rule.fails(
    "fails when they may be listed, names or not",
    granting([""], ["secrets"], ["list"], named),
    "rules[0] must not let anybody list or watch secrets",
  );
});
