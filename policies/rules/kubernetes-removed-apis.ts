const apps = ["DaemonSet", "Deployment", "ReplicaSet"];

/** Kinds of an API version that no supported version of Kubernetes serves, and the version that took its place. */
const removals: readonly (readonly [version: string, kinds: readonly string[], by?: string])[] = [
  ["extensions/v1beta1", apps, "apps/v1"],
  ["extensions/v1beta1", ["Ingress", "NetworkPolicy"], "networking.k8s.io/v1"],
  ["extensions/v1beta1", ["PodSecurityPolicy"]],
  ["apps/v1beta1", ["ControllerRevision", "Deployment", "StatefulSet"], "apps/v1"],
  ["apps/v1beta2", ["ControllerRevision", "StatefulSet", ...apps], "apps/v1"],
  [
    "admissionregistration.k8s.io/v1beta1",
    ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
    "admissionregistration.k8s.io/v1",
  ],
  ["apiextensions.k8s.io/v1beta1", ["CustomResourceDefinition"], "apiextensions.k8s.io/v1"],
  ["apiregistration.k8s.io/v1beta1", ["APIService"], "apiregistration.k8s.io/v1"],
  ["autoscaling/v2beta1", ["HorizontalPodAutoscaler"], "autoscaling/v2"],
  ["autoscaling/v2beta2", ["HorizontalPodAutoscaler"], "autoscaling/v2"],
  ["batch/v1beta1", ["CronJob"], "batch/v1"],
  ["batch/v2alpha1", ["CronJob"], "batch/v1"],
  ["certificates.k8s.io/v1beta1", ["CertificateSigningRequest"], "certificates.k8s.io/v1"],
  ["coordination.k8s.io/v1beta1", ["Lease"], "coordination.k8s.io/v1"],
  ["discovery.k8s.io/v1beta1", ["EndpointSlice"], "discovery.k8s.io/v1"],
  ["events.k8s.io/v1beta1", ["Event"], "events.k8s.io/v1"],
  ...["v1beta1", "v1beta2", "v1beta3"].map(
    (version) =>
      [
        `flowcontrol.apiserver.k8s.io/${version}`,
        ["FlowSchema", "PriorityLevelConfiguration"],
        "flowcontrol.apiserver.k8s.io/v1",
      ] as const,
  ),
  ["networking.k8s.io/v1beta1", ["Ingress", "IngressClass"], "networking.k8s.io/v1"],
  ["node.k8s.io/v1beta1", ["RuntimeClass"], "node.k8s.io/v1"],
  ["policy/v1beta1", ["PodDisruptionBudget"], "policy/v1"],
  ["policy/v1beta1", ["PodSecurityPolicy"]],
  [
    "rbac.authorization.k8s.io/v1beta1",
    ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
    "rbac.authorization.k8s.io/v1",
  ],
  ["scheduling.k8s.io/v1beta1", ["PriorityClass"], "scheduling.k8s.io/v1"],
  [
    "storage.k8s.io/v1beta1",
    ["CSIDriver", "CSINode", "CSIStorageCapacity", "StorageClass", "VolumeAttachment"],
    "storage.k8s.io/v1",
  ],
];

/**
 * By API version and kind, `apps/v1beta1:Deployment`, the version that took its place; nothing where none did.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
export const removedApis: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  removals.flatMap(([version, kinds, by]) => kinds.map((kind) => [`${version}:${kind}`, by])),
);
