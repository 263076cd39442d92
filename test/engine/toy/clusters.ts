import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

/** What the objects of a program are made from: a text that is secret, and one that no preview knows. */
export interface ClusterTexts {
  readonly secret: pulumi.Input<string>;
  readonly unknown: pulumi.Input<string>;
}

const kubeconfig = JSON.stringify({ apiVersion: "v1", kind: "Config", clusters: [] });

/** The same objects in a cluster that is known, in one whose access is secret and in one that is not there yet. */
export function clusters(texts: ClusterTexts): void {
  objects("known", kubeconfig, texts);
  objects("hidden", pulumi.secret(kubeconfig), texts);
  objects("absent", pulumi.secret(texts.unknown), texts);
}

function objects(name: string, config: pulumi.Input<string>, texts: ClusterTexts): void {
  const provider = new k8s.Provider(name, { kubeconfig: config, enableServerSideApply: true });
  const opts = { provider };
  const namespace = new k8s.core.v1.Namespace(`${name}-namespace`, {}, opts);
  const metadata = { namespace: namespace.metadata.name };
  new k8s.core.v1.ConfigMap(`${name}-plain`, { metadata, data: { key: "value" } }, opts);
  new k8s.core.v1.Secret(`${name}-secret`, { metadata, stringData: { key: texts.secret } }, opts);
  new k8s.core.v1.Secret(`${name}-late`, { metadata, stringData: { key: texts.unknown } }, opts);
  new k8s.storage.v1.StorageClass(`${name}-class`, { provisioner: "ebs.csi.aws.com" }, opts);
  new k8s.apiextensions.CustomResource(
    `${name}-custom`,
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata: { name: "database" },
      spec: { refreshInterval: "5m", target: { name: texts.unknown } },
    },
    opts,
  );
  releases(name, texts, opts);
}

function releases(name: string, texts: ClusterTexts, opts: pulumi.CustomResourceOptions): void {
  const chart = { chart: "chart", version: "1.2.3", namespace: "kube-system" };
  new k8s.helm.v3.Release(`${name}-release`, { ...chart, values: { replicas: 2 } }, opts);
  new k8s.helm.v3.Release(`${name}-late`, { ...chart, values: { vpcId: texts.unknown } }, opts);
}
