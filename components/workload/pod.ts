import type * as k8s from "@pulumi/kubernetes";
import type { Configuration } from "./configuration";
import { filesPath } from "./edge";
import type { WorkloadSettings } from "./workload-settings";

/** Room for files that last as long as the pod. */
const scratch = { name: "tmp", path: "/tmp", size: "256Mi" };

/**
 * What the pods of every workload are. They do no more on their node than the Pod Security Standard `restricted` lets
 * them, write to no file but those in `/tmp`, and know nothing of the API server.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function podOf(
  { workloadName, priorityClass, userId }: WorkloadSettings,
  { files }: Configuration,
) {
  return {
    serviceAccountName: workloadName,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    ...(priorityClass === undefined ? {} : { priorityClassName: priorityClass }),
    securityContext: {
      runAsNonRoot: true,
      runAsUser: userId,
      runAsGroup: userId,
      fsGroup: userId,
      seccompProfile: { type: "RuntimeDefault" },
    },
    volumes: [
      { name: scratch.name, emptyDir: { sizeLimit: scratch.size } },
      ...(files === undefined ? [] : [{ name: "files", configMap: { name: files } }]),
    ],
  };
}

/** What the container of every workload is. */
export function containerOf(
  { workloadName, image, resources }: WorkloadSettings,
  { container, files }: Configuration,
): k8s.types.input.core.v1.Container {
  return {
    name: workloadName,
    image,
    imagePullPolicy: "IfNotPresent",
    ...container,
    resources: { requests: { ...resources.requests }, limits: { ...resources.limits } },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      privileged: false,
      readOnlyRootFilesystem: true,
    },
    volumeMounts: [
      { name: scratch.name, mountPath: scratch.path },
      ...(files === undefined ? [] : [{ name: "files", mountPath: filesPath, readOnly: true }]),
    ],
  };
}
