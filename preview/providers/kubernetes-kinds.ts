import type { Data } from "../engine/wire";

/** Kinds outside of any namespace; those whose names begin with `Cluster` are too. */
const clusterScoped: ReadonlySet<string> = new Set([
  "APIService",
  "CertificateSigningRequest",
  "CSIDriver",
  "CSINode",
  "CustomResourceDefinition",
  "FlowSchema",
  "IngressClass",
  "MutatingAdmissionPolicy",
  "MutatingAdmissionPolicyBinding",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Node",
  "PersistentVolume",
  "PriorityClass",
  "PriorityLevelConfiguration",
  "RuntimeClass",
  "StorageClass",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
  "VolumeAttachment",
  "VolumeAttributesClass",
]);

/** What programs read of an object's status once it is there, by kind. */
const statuses: Readonly<Record<string, Data>> = {
  Deployment: { observedGeneration: 1 },
  Namespace: { phase: "Active" },
  Service: { loadBalancer: {} },
};

/** Tells whether objects of a kind stand outside of any namespace. */
export function isClusterScoped(kind: unknown): boolean {
  return typeof kind === "string" && (kind.startsWith("Cluster") || clusterScoped.has(kind));
}

/** The status of an object that was made, as an output; nothing where none is known of. */
export function statusOf(kind: unknown): Data {
  const status = statuses[String(kind)];
  return status === undefined ? {} : { status };
}
