import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseClientArgs } from "../../components/database-client/args";
import { preview, type Previewed } from "../support/preview";

/** A job with PostgreSQL's client that is told nothing but the least. */
export const clientArgs: Omit<DatabaseClientArgs, "workloadName"> = {
  namespace: "shop",
  partOf: "shop",
  clusterName: "shop-production",
  region: "eu-west-1",
  accountId: "123456789012",
  secretStore: { kind: "SecretStore", name: "secrets-manager" },
  ready: [],
  database: {
    host: "db.example.com",
    port: 5432,
    databaseName: "shop",
    cidrBlocks: ["10.0.21.0/24"],
  },
  caCertificates: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
};

/** What a component would be made of in a cluster that stands, and a topic that comes after it. */
export function previewBefore(
  make: (options: pulumi.ComponentResourceOptions) => { readonly done: readonly pulumi.Resource[] },
): Promise<Previewed> {
  return preview(([provider]) => {
    const providers = [provider, new k8s.Provider("cluster", { kubeconfig: "{}" })];
    const { done } = make({ providers });
    new aws.sns.Topic("after", {}, { provider, dependsOn: [...done] });
  });
}

/** Types of what such a job is made of. */
export const types = {
  job: "kubernetes:batch/v1:Job",
  map: "kubernetes:core/v1:ConfigMap",
  policy: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  secret: "kubernetes:external-secrets.io/v1:ExternalSecret",
  topic: "aws:sns/topic:Topic",
} as const;
