import assert from "node:assert/strict";
import type { ResourceDocument, StackDocument } from "../../preview/document";
import { previewConfigured } from "../support/preview-configured";

describe("a stack with a cluster", () => {
  let document: StackDocument;

  before(async () => {
    ({ document } = await previewConfigured({}));
  });

  const one = (type: string, name: string): ResourceDocument | undefined =>
    document.resources.find((each) => each.type.endsWith(`:${type}`) && each.name === name);
  /** Names of what an input is made from. */
  const from = (resource: ResourceDocument | undefined, input: string): readonly string[] =>
    (resource?.propertyDependencies[input] ?? []).map((urn) => urn.split("::").at(-1) ?? "").sort();

  it("breaks no rule", () => {
    assert.deepEqual(
      document.findings.filter(({ verdict }) => verdict === "fail"),
      [],
    );
  });

  it("stands in the private subnets, under the secrets key", () => {
    const cluster = one("Cluster", "cluster");
    assert.equal(cluster?.inputs["name"], "cdf-smart-hub-production");
    assert.deepEqual(from(cluster, "encryptionConfig"), ["keys-secrets"]);
    assert.deepEqual(
      from(cluster, "vpcConfig").filter((name) => name.includes("private")),
      ["a", "b", "c"].map((zone) => `network-private-eu-west-1${zone}`),
    );
  });

  it("lets the account's own role in by its ARN", () => {
    assert.equal(
      one("AccessEntry", "cluster-deployer")?.inputs["principalArn"],
      "arn:aws:iam::123456789012:role/groundwork-deploy-production",
    );
  });

  it("runs the workloads' namespaces through the cluster's own provider", () => {
    const namespace = document.resources.find(
      ({ type, inputs }) =>
        type === "kubernetes:core/v1:Namespace" &&
        JSON.stringify(inputs).includes('"cdf-smarthub"'),
    );
    assert.match(namespace?.provider ?? "", /pulumi:providers:kubernetes::cluster/);
  });

  it("opens the keys to what the cluster does with them", () => {
    const policyOf = (name: string) => JSON.stringify(one("Key", name)?.inputs["policy"]);
    assert.match(policyOf("keys-data"), /Ebs.*Autoscaling|Autoscaling.*Ebs/);
    assert.match(policyOf("keys-secrets"), /Eks/);
  });
});
