import type { Rule } from "./rule";
import { kubernetesAdministratorUnbound, kubernetesBindingNamed } from "./rules/kubernetes-binding";
import { kubernetesConfigMapPlain, kubernetesSecretExternal } from "./rules/kubernetes-config-map";
import {
  kubernetesBudgetSatisfiable,
  kubernetesBudgetUnhealthyEvicted,
} from "./rules/kubernetes-disruption";
import { kubernetesIngressTls, kubernetesServiceInternal } from "./rules/kubernetes-entrance";
import {
  kubernetesNamespaceDefaultsSet,
  kubernetesNamespaceOwn,
  kubernetesNamespacePodSecurity,
  kubernetesNamespaceQuotaSet,
} from "./rules/kubernetes-namespace";
import {
  kubernetesNamespaceIsolated,
  kubernetesNetworkPolicyLimited,
} from "./rules/kubernetes-network-policy";
import { kubernetesApiServed, kubernetesLabelsSet } from "./rules/kubernetes-object";
import {
  kubernetesReleaseAtomic,
  kubernetesReleasePinned,
  kubernetesReleaseSourced,
} from "./rules/kubernetes-release";
import {
  kubernetesRoleControlRefused,
  kubernetesRoleEscalationRefused,
  kubernetesRoleExecRefused,
  kubernetesRoleLimited,
  kubernetesRoleSecretsNamed,
} from "./rules/kubernetes-role";
import { kubernetesSecretStoreLimited } from "./rules/kubernetes-secret-store";

/** The rules about objects of Kubernetes that make no pods, sorted by id. */
export const kubernetesRules: readonly Rule[] = [
  kubernetesAdministratorUnbound,
  kubernetesApiServed,
  kubernetesBindingNamed,
  kubernetesBudgetSatisfiable,
  kubernetesBudgetUnhealthyEvicted,
  kubernetesConfigMapPlain,
  kubernetesIngressTls,
  kubernetesLabelsSet,
  kubernetesNamespaceDefaultsSet,
  kubernetesNamespaceIsolated,
  kubernetesNamespaceOwn,
  kubernetesNamespacePodSecurity,
  kubernetesNamespaceQuotaSet,
  kubernetesNetworkPolicyLimited,
  kubernetesReleaseAtomic,
  kubernetesReleasePinned,
  kubernetesReleaseSourced,
  kubernetesRoleControlRefused,
  kubernetesRoleEscalationRefused,
  kubernetesRoleExecRefused,
  kubernetesRoleLimited,
  kubernetesRoleSecretsNamed,
  kubernetesSecretExternal,
  kubernetesSecretStoreLimited,
  kubernetesServiceInternal,
];
