import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { SecretReference } from "./edge";
import { labelsOf, metadataOf, type Scope } from "./scope";
import type { WorkloadSettings } from "./workload-settings";

/** Where the variables and files of a container come from. */
export interface Configuration {
  /** Fields of the container. */
  readonly container: Pick<k8s.types.input.core.v1.Container, "env" | "envFrom">;
  /** Name of the ConfigMap of its files; undefined where it has none. */
  readonly files?: pulumi.Output<string> | undefined;
  /** What must be there before the pods start. */
  readonly ready: readonly pulumi.Resource[];
}

/** The plain variables of a workload and of its edges. */
function environmentOf({
  environment,
  connectsTo,
}: Pick<WorkloadSettings, "environment" | "connectsTo">) {
  const all = [environment, ...connectsTo.map((edge) => edge.environment ?? {})];
  return Object.fromEntries(all.flatMap((each) => Object.entries(each)));
}

/** The files of a workload and of its edges. */
function filesOf({ files, connectsTo }: Pick<WorkloadSettings, "files" | "connectsTo">) {
  const all = [files, ...connectsTo.map((edge) => edge.files ?? {})];
  return Object.fromEntries(all.flatMap((each) => Object.entries(each)));
}

/** The secret variables of a workload and of its edges. */
export function secretsOf({
  secrets,
  connectsTo,
}: Pick<WorkloadSettings, "secrets" | "connectsTo">): Readonly<Record<string, SecretReference>> {
  const all = [secrets, ...connectsTo.map((edge) => edge.secrets ?? {})];
  return Object.fromEntries(all.flatMap((each) => Object.entries(each)));
}

/** Gives the pods of a workload their variables and files: plain ones in ConfigMaps, secret ones from Secrets Manager. */
export function createConfiguration(scope: Scope): Configuration {
  const { name, settings } = scope;
  const secrets = secretsOf(settings);
  const map = createMap(scope, name, environmentOf(settings));
  const files = createMap(scope, `${name}-files`, filesOf(settings));
  const secret = Object.keys(secrets).length === 0 ? [] : [createSecret(scope, secrets)];
  return {
    container: {
      envFrom: map.map(({ metadata }) => ({ configMapRef: { name: metadata.name } })),
      env: Object.keys(secrets).map((variable) => ({
        name: variable,
        valueFrom: { secretKeyRef: { name: settings.workloadName, key: variable } },
      })),
    },
    files: files[0]?.metadata.name,
    ready: [...map, ...files, ...secret],
  };
}

/**
 * Makes a map of its entries, or none of none. Without a name in Kubernetes of its own it gets another one with every
 * change, by which the pods are started anew. The one before stays until they are.
 *
 * @see https://github.com/pulumi/pulumi-kubernetes/issues/1567
 */
function createMap(
  { settings, inside }: Scope,
  name: string,
  data: Readonly<Record<string, pulumi.Input<string>>>,
): readonly k8s.core.v1.ConfigMap[] {
  if (Object.keys(data).length === 0) return [];
  const metadata = { namespace: settings.namespace, labels: labelsOf(settings) };
  return [new k8s.core.v1.ConfigMap(name, { metadata, immutable: true, data }, inside)];
}

/** Has External Secrets keep a secret of the workload's name, which Pulumi never sees. */
function createSecret(
  { name, settings, inside }: Scope,
  secrets: Readonly<Record<string, SecretReference>>,
): k8s.apiextensions.CustomResource {
  const { workloadName, secretStore, secretsRefreshMinutes } = settings;
  return new k8s.apiextensions.CustomResource(
    name,
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata: metadataOf(settings),
      spec: {
        refreshInterval: `${secretsRefreshMinutes}m`,
        secretStoreRef: secretStore,
        target: { name: workloadName, creationPolicy: "Owner" },
        data: Object.entries(secrets).map(([variable, { secretArn, key }]) => ({
          secretKey: variable,
          remoteRef: { key: secretArn, property: key },
        })),
      },
    },
    inside,
  );
}
