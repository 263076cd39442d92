import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { dnsSuffixOf } from "../partition";
import { createPodIdentity, type PolicyStatement } from "../pod-role";
import { keepFromStores } from "./network-policies";
import { podSecurityLabels } from "./pod-security";
import { createRelease, resourcesOf } from "./release";
import type { Scope } from "./scope";
import type { Settings } from "./services-settings";

const chart = "external-secrets";
const namespace = "external-secrets";

/** Name of the store that workloads take their secrets from. */
export const secretStoreName = "secrets-manager";

/** What workloads need to be there before their secrets arrive. */
export interface ExternalSecrets {
  readonly release: k8s.helm.v3.Release;
  readonly store: pulumi.Resource;
}

/**
 * Installs External Secrets, which copies secrets out of Secrets Manager for the pods that use them. It reads those
 * that it is told of and no others, and only the namespaces of workloads get any.
 */
export function createExternalSecrets(scope: Scope): ExternalSecrets {
  const home = createHome(scope);
  keepFromStores(scope, namespace, [home]);
  const identity = createIdentity(scope);
  const release = createRelease(scope, {
    ...{ chart, namespace, after: [home, ...identity] },
    values: {
      serviceAccount: { create: true, name: chart },
      replicaCount: 2,
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
      processPushSecret: false,
    },
  });
  return { release, store: createStore(scope, release) };
}

function createHome({ name, settings, options }: Scope): k8s.core.v1.Namespace {
  const labels = podSecurityLabels("restricted", settings.kubernetesVersion);
  return new k8s.core.v1.Namespace(
    `${name}-${namespace}`,
    { metadata: { name: namespace, labels } },
    { ...options, dependsOn: [...settings.ready] },
  );
}

function createIdentity({ name, settings, options }: Scope): readonly pulumi.Resource[] {
  const { accountId, region, clusterName } = settings;
  const identity = createPodIdentity(
    {
      name: `${name}-${chart}`,
      description: `Secrets for the pods of the cluster ${clusterName}`,
      ...{ accountId, region, clusterName, namespace, serviceAccount: chart },
      statements: statementsFor(settings),
    },
    settings.ready,
    options,
  );
  return identity.ready;
}

function statementsFor({
  region,
  secretArns,
  secretsKeyArn,
}: Settings): readonly PolicyStatement[] {
  if (secretArns.length === 0) return [];
  return [
    {
      Effect: "Allow",
      Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      Resource: secretArns,
    },
    {
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: secretsKeyArn,
      Condition: {
        StringEquals: { "kms:ViaService": `secretsmanager.${region}.${dnsSuffixOf(region)}` },
      },
    },
  ];
}

function createStore(
  { name, settings, options }: Scope,
  release: k8s.helm.v3.Release,
): pulumi.Resource {
  return new k8s.apiextensions.CustomResource(
    `${name}-${secretStoreName}`,
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ClusterSecretStore",
      metadata: { name: secretStoreName },
      spec: {
        conditions: [{ namespaces: Object.keys(settings.namespaces) }],
        provider: { aws: { service: "SecretsManager", region: settings.region } },
      },
    },
    { ...options, dependsOn: [release] },
  );
}
