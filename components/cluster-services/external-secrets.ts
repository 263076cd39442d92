import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { awaitsRole, createPodIdentity, type PodRole } from "../pod-role";
import { keepFromStores } from "./network-policies";
import { podSecurityLabels } from "./pod-security";
import { createRelease, resourcesOf } from "./release";
import type { Scope } from "./scope";

const chart = "external-secrets";
const namespace = "external-secrets";

/** What copies secrets into the cluster. */
export interface ExternalSecrets {
  readonly release: k8s.helm.v3.Release;
  /** Role of the pods that read, which may do nothing by itself. */
  readonly role: PodRole;
}

/**
 * Installs External Secrets, which copies secrets out of Secrets Manager for the pods that use them.
 *
 * @param admission - What holds back its pods until they have their role.
 */
export function createExternalSecrets(
  scope: Scope,
  admission: readonly pulumi.Resource[],
): ExternalSecrets {
  const home = createHome(scope);
  keepFromStores(scope, namespace, [home]);
  const role = createIdentity(scope);
  const release = createRelease(scope, {
    ...{ chart, namespace, after: [home, ...admission, ...role.ready] },
    values: {
      serviceAccount: { create: true, name: chart },
      replicaCount: 2,
      podLabels: awaitsRole,
      leaderElect: true,
      resources: resourcesOf("50m", "256Mi"),
      podDisruptionBudget: { enabled: true, minAvailable: 1 },
      webhook: {
        replicaCount: 2,
        resources: resourcesOf("20m", "128Mi"),
        podDisruptionBudget: { enabled: true, minAvailable: 1 },
      },
      certController: { resources: resourcesOf("20m", "192Mi") },
      processClusterExternalSecret: false,
      processClusterGenerator: false,
      processClusterPushSecret: false,
      processClusterStore: false,
      processPushSecret: false,
    },
  });
  return { release, role };
}

function createHome({ name, settings, options }: Scope): k8s.core.v1.Namespace {
  const labels = podSecurityLabels("restricted", settings.kubernetesVersion);
  return new k8s.core.v1.Namespace(
    `${name}-${namespace}`,
    { metadata: { name: namespace, labels } },
    { ...options, dependsOn: [...settings.ready] },
  );
}

function createIdentity({ name, settings, options }: Scope): PodRole {
  const { accountId, region, clusterName } = settings;
  return createPodIdentity(
    {
      name: `${name}-${chart}`,
      description: `Secrets for the pods of the cluster ${clusterName}`,
      ...{ accountId, region, clusterName, namespace, serviceAccount: chart },
    },
    settings.ready,
    options,
  );
}
