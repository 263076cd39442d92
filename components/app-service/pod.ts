import type * as k8s from "@pulumi/kubernetes";
import type { Configuration } from "./configuration";
import { probeInputs } from "./probes";
import { selectorOf } from "./scope";
import type { Settings } from "./service-settings";

/** Room for files that last as long as the pod. */
const scratch = { name: "tmp", path: "/tmp", size: "256Mi" };

/**
 * What the pods of a service are. They do no more on their node than the Pod Security Standard `restricted` lets them,
 * write to no file but those in `/tmp`, and know nothing of the API server.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function podOf(
  settings: Settings,
  configuration: Configuration,
): k8s.types.input.core.v1.PodSpec {
  const { serviceName, preStopSeconds, shutdownSeconds, priorityClass, userId } = settings;
  return {
    serviceAccountName: serviceName,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    ...(priorityClass === undefined ? {} : { priorityClassName: priorityClass }),
    terminationGracePeriodSeconds: preStopSeconds + shutdownSeconds,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: userId,
      runAsGroup: userId,
      fsGroup: userId,
      seccompProfile: { type: "RuntimeDefault" },
    },
    topologySpreadConstraints: [
      spread(serviceName, "topology.kubernetes.io/zone", "DoNotSchedule"),
      spread(serviceName, "kubernetes.io/hostname", "ScheduleAnyway"),
    ],
    containers: [containerOf(settings, configuration)],
    volumes: [{ name: scratch.name, emptyDir: { sizeLimit: scratch.size } }],
  };
}

function containerOf(
  settings: Settings,
  { container }: Configuration,
): k8s.types.input.core.v1.Container {
  const { serviceName, image, port, metricsPort, resources, probes, preStopSeconds } = settings;
  const metrics =
    metricsPort === undefined ? [] : [{ name: "metrics", containerPort: metricsPort }];
  return {
    name: serviceName,
    image,
    imagePullPolicy: "IfNotPresent",
    ports: [{ name: "http", containerPort: port }, ...metrics],
    ...container,
    resources: { requests: { ...resources.requests }, limits: { ...resources.limits } },
    ...probeInputs(probes),
    lifecycle: { preStop: { sleep: { seconds: preStopSeconds } } },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      privileged: false,
      readOnlyRootFilesystem: true,
    },
    volumeMounts: [{ name: scratch.name, mountPath: scratch.path }],
  };
}

/** Counts the pods of one version alone, so that those which are going do not push new ones together. */
function spread(serviceName: string, topologyKey: string, whenUnsatisfiable: string) {
  return {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable,
    labelSelector: { matchLabels: selectorOf(serviceName) },
    matchLabelKeys: ["pod-template-hash"],
  };
}
