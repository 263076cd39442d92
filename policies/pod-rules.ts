import type { Rule } from "./rule";
import { podAccountOwn, podTokenUnmounted } from "./rules/pod-account";
import { podDisruptionBudgeted } from "./rules/kubernetes-disruption";
import {
  podHostNamespacesOwn,
  podHostPathsAbsent,
  podHostPortsAbsent,
  podUnprivileged,
  podVolumesLimited,
} from "./rules/pod-host";
import { podImagePinned, podImagePulled, podRegistryTrusted } from "./rules/pod-image";
import { podApparmorKept, podSelinuxKept, podSysctlsSafe } from "./rules/pod-kernel";
import { podIsolated } from "./rules/kubernetes-network-policy";
import { podManaged } from "./rules/kubernetes-object";
import {
  podLivenessProbed,
  podProbePortsDeclared,
  podProbesLocal,
  podReadinessProbed,
} from "./rules/pod-probes";
import {
  podCapabilitiesDropped,
  podCapabilitiesLimited,
  podEscalationRefused,
  podProcMasked,
  podRootReadOnly,
  podSeccompDefault,
} from "./rules/pod-process";
import { podReplicasEnough } from "./rules/pod-replicas";
import { podLimitsSet, podRequestsSet } from "./rules/pod-resources";
import { podSecretsKeptOut } from "./rules/pod-secrets";
import { podSpread, podUpdateRolling } from "./rules/pod-spread";
import { podNonRoot, podUserHigh } from "./rules/pod-user";

/** The rules about pods and what makes them, sorted by id. */
export const podRules: readonly Rule[] = [
  podAccountOwn,
  podApparmorKept,
  podCapabilitiesDropped,
  podCapabilitiesLimited,
  podDisruptionBudgeted,
  podEscalationRefused,
  podHostNamespacesOwn,
  podHostPathsAbsent,
  podHostPortsAbsent,
  podImagePinned,
  podImagePulled,
  podIsolated,
  podLimitsSet,
  podLivenessProbed,
  podManaged,
  podNonRoot,
  podProbePortsDeclared,
  podProbesLocal,
  podProcMasked,
  podReadinessProbed,
  podRegistryTrusted,
  podReplicasEnough,
  podRequestsSet,
  podRootReadOnly,
  podSeccompDefault,
  podSecretsKeptOut,
  podSelinuxKept,
  podSpread,
  podSysctlsSafe,
  podTokenUnmounted,
  podUnprivileged,
  podUpdateRolling,
  podUserHigh,
  podVolumesLimited,
];
