import type * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "./cluster-settings";
import type { Scope } from "./scope";

/**
 * Makes the provider of what runs in the cluster, after the rights that it needs. It is known by the cluster's ARN, so
 * that another kubeconfig replaces nothing.
 */
export function createProvider(
  { name, settings, options }: Scope,
  cluster: aws.eks.Cluster,
  access: readonly pulumi.Resource[],
): k8s.Provider {
  return new k8s.Provider(
    name,
    {
      kubeconfig: pulumi.secret(kubeconfigOf(settings, cluster)),
      clusterIdentifier: cluster.arn,
      enableServerSideApply: true,
    },
    { ...options, dependsOn: [...access] },
  );
}

/** A kubeconfig without a token in it: the AWS CLI asks for one each time. */
function kubeconfigOf(settings: Settings, cluster: aws.eks.Cluster): pulumi.Output<string> {
  const { clusterName: name } = settings;
  return pulumi.jsonStringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name,
        cluster: {
          server: cluster.endpoint,
          "certificate-authority-data": cluster.certificateAuthority.data,
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
    users: [
      {
        name,
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            command: "aws",
            args: tokenRequest(settings),
            interactiveMode: "Never",
          },
        },
      },
    ],
  });
}

function tokenRequest({
  region,
  clusterName,
  kubeconfigRoleArn,
}: Settings): readonly pulumi.Input<string>[] {
  return [
    ...["--region", region, "eks", "get-token", "--cluster-name", clusterName],
    ...["--output", "json"],
    ...(kubeconfigRoleArn === undefined ? [] : ["--role-arn", kubeconfigRoleArn]),
  ];
}
