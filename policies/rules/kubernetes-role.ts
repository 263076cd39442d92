import { all, fail, type Judgement, pass, undecided } from "../judgement";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { type Grant, judgeRules, mustNotGrant, roleTypes } from "./kubernetes-grant";

const rbac = "rbac.authorization.k8s.io";

export const kubernetesRoleLimited = resourceRule({
  id: "kubernetes-role-limited",
  requires: "Roles name the resources and the verbs that they are about.",
  why: "A wildcard covers what the next version of Kubernetes or the next chart adds, secrets and their likes included.",
  fix: "List the apiGroups, resources and verbs that are needed.",
  severity: "high",
  standards: { checkov: ["CKV_K8S_49"] },
  types: roleTypes,
  exemptible: true,
  check: (role) =>
    judgeRules(role, (rule) =>
      all(
        ...["apiGroups", "nonResourceURLs", "resources", "verbs"].map((key) =>
          mustHaveNoWildcard(rule.at(key)),
        ),
      ),
    ),
});

function mustHaveNoWildcard(list: Property): Judgement {
  if (list.items.some(({ value }) => value === "*")) {
    return fail(`${list.path} must not include "*", ${list.finding}`);
  }
  const unknown = [list, ...list.items].find(({ isUnknown }) => isUnknown);
  return unknown === undefined ? pass : undecided(unknown.path);
}

/** Ways to rights that one does not have. */
const escalations: readonly Grant[] = [
  { group: rbac, resources: ["roles", "clusterroles"], verbs: ["escalate", "bind"] },
  { group: rbac, resources: ["rolebindings", "clusterrolebindings"], verbs: ["bind"] },
  { group: "", resources: ["users", "groups", "serviceaccounts"], verbs: ["impersonate"] },
  { group: "", resources: ["serviceaccounts/token"], verbs: ["create"] },
];

export const kubernetesRoleEscalationRefused = resourceRule({
  id: "kubernetes-role-escalation-refused",
  requires: "Roles let nobody give themselves, or take on, rights that they do not have.",
  why: "Whoever may escalate, bind, impersonate or make tokens of others is the administrator, by a detour.",
  fix: "Remove these verbs, and bind the rights that are needed in the program.",
  severity: "critical",
  standards: { checkov: ["CKV_K8S_157", "CKV_K8S_158", "CKV2_K8S_1", "CKV2_K8S_3"] },
  types: roleTypes,
  exemptible: true,
  check: (role) => mustNotGrant(role, escalations),
});

export const kubernetesRoleExecRefused = resourceRule({
  id: "kubernetes-role-exec-refused",
  requires: "Roles let nobody run commands in pods, or talk to the kubelet of a node.",
  why: "A shell in a pod has its secrets and its role in AWS, and leaves no trace of what was typed.",
  fix: "Remove pods/exec, pods/attach and nodes/proxy; for an incident, give access for as long as it lasts.",
  severity: "high",
  standards: { checkov: ["CKV2_K8S_2"] },
  types: roleTypes,
  exemptible: true,
  check: (role) =>
    mustNotGrant(role, [
      { group: "", resources: ["pods/exec", "pods/attach"], verbs: ["create", "get"] },
      { group: "", resources: ["nodes/proxy"], verbs: ["create", "get"] },
    ]),
});

export const kubernetesRoleControlRefused = resourceRule({
  id: "kubernetes-role-control-refused",
  requires:
    "Roles let nobody change what the API server asks, whom it trusts or where services lead.",
  why: "A webhook sees and changes every object, a signed certificate is a new identity, and an address in a service's status draws its traffic away.",
  fix: "Remove the verbs that write to webhook configurations, certificate approvals and services/status.",
  severity: "high",
  standards: { checkov: ["CKV_K8S_155", "CKV_K8S_156", "CKV2_K8S_4"] },
  types: roleTypes,
  exemptible: true,
  check: (role) =>
    mustNotGrant(role, [
      {
        group: "admissionregistration.k8s.io",
        resources: ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"],
        verbs: ["create", "update", "patch"],
      },
      {
        group: "certificates.k8s.io",
        resources: ["certificatesigningrequests/approval"],
        verbs: ["update", "patch"],
      },
      { group: "certificates.k8s.io", resources: ["signers"], verbs: ["approve"] },
      { group: "", resources: ["services/status"], verbs: ["update", "patch"] },
    ]),
});

export const kubernetesRoleSecretsNamed = resourceRule({
  id: "kubernetes-role-secrets-named",
  requires: "Roles that let somebody read secrets name them.",
  why: "Whoever may list secrets reads them all, those of tokens and certificates that others keep there too.",
  fix: "Set resourceNames to the secrets that are needed, and verbs to get alone.",
  severity: "high",
  standards: { checkov: ["CKV2_K8S_5"] },
  types: roleTypes,
  exemptible: true,
  check: (role) =>
    mustNotGrant(role, [
      { group: "", resources: ["secrets"], verbs: ["list", "watch"] },
      { group: "", resources: ["secrets"], verbs: ["get"], named: true },
    ]),
});
