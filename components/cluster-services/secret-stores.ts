import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { mapRecord } from "../map-record";
import { dnsSuffixOf } from "../../spec/partition";
import { createRolePolicy, type PodRole, type PolicyStatement } from "../pod-role";
import type { ExternalSecrets } from "./external-secrets";
import type { Namespaces } from "./namespaces";
import type { Scope } from "./scope";
import type { Settings } from "./services-settings";
import { keepRolesApart } from "./store-admission";

/** Name of the store in each namespace. */
export const secretStoreName = "secrets-manager";

/**
 * What it takes to go from one role to another. The sessions that EKS Pod Identity gives out carry tags, which go along.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
 */
const takeOn = ["sts:AssumeRole", "sts:TagSession"];

/** A role that reads the secrets of a namespace. */
interface ReaderRole {
  readonly arn: pulumi.Output<string>;
  /** What it may do. */
  readonly policy: pulumi.Resource;
}

/**
 * Makes the stores that workloads take their secrets from: in each namespace that has secrets one that reads these and no
 * others, by a role of the namespace. External Secrets goes from its own role to that of the store.
 *
 * @see https://external-secrets.io/latest/provider/aws-access/
 */
export function createSecretStores(
  scope: Scope,
  { release, role: controller }: ExternalSecrets,
  namespaces: Namespaces,
): readonly pulumi.Resource[] {
  const roles = createRoles(scope, controller);
  if (Object.keys(roles).length === 0) return [];

  const { name, options } = scope;
  const arns = mapRecord(roles, ({ arn }) => arn);
  const taking = createRolePolicy(
    `${name}-external-secrets`,
    controller.name,
    [{ Effect: "Allow", Action: takeOn, Resource: Object.values(arns) }],
    options,
  );
  const admission = keepRolesApart(scope, arns, release);
  return Object.entries(roles).map(([namespace, { arn, policy }]) => {
    const before = [release, ...admission, taking, policy, ...(namespaces[namespace] ?? [])];
    return createStore(scope, namespace, arn, before);
  });
}

function createRoles(scope: Scope, controller: PodRole): Readonly<Record<string, ReaderRole>> {
  const reading = Object.entries(scope.settings.namespaces).flatMap(([label, { secretArns }]) =>
    secretArns.length === 0 ? [] : [[label, createRole(scope, label, controller)] as const],
  );
  return Object.fromEntries(reading);
}

function createRole(
  { name, settings, options }: Scope,
  namespace: string,
  controller: PodRole,
): ReaderRole {
  const roleName = `${name}-secrets-${namespace}`;
  const role = new aws.iam.Role(
    roleName,
    {
      description: `Secrets of the namespace ${namespace} in the cluster ${settings.clusterName}`,
      assumeRolePolicy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: controller.arn }, Action: takeOn }],
      }),
    },
    options,
  );
  const statements = statementsFor(settings, namespace);
  return { arn: role.arn, policy: createRolePolicy(roleName, role.name, statements, options) };
}

function statementsFor(
  { region, namespaces, secretsKeyArn }: Settings,
  namespace: string,
): readonly PolicyStatement[] {
  return [
    {
      Effect: "Allow",
      Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      Resource: namespaces[namespace]?.secretArns ?? [],
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
  namespace: string,
  role: pulumi.Output<string>,
  before: readonly pulumi.Resource[],
): k8s.apiextensions.CustomResource {
  return new k8s.apiextensions.CustomResource(
    `${name}-${namespace}`,
    {
      apiVersion: "external-secrets.io/v1",
      kind: "SecretStore",
      metadata: { name: secretStoreName, namespace },
      spec: {
        provider: { aws: { service: "SecretsManager", region: settings.region, role } },
      },
    },
    { ...options, dependsOn: [...before] },
  );
}
