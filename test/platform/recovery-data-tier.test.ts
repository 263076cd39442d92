import assert from "node:assert/strict";
import type { ResourceDocument } from "../../preview/document";
import { previewConfigured } from "../support/preview-configured";
import { recoveryDataTier } from "../support/recovery-data-tier";

describe("a stack whose data tier stands in the recovery region too", () => {
  let resources: readonly ResourceDocument[];
  let failed: readonly unknown[];

  before(async () => {
    const { document } = await previewConfigured(recoveryDataTier);
    resources = document.resources;
    failed = document.findings.filter(({ verdict }) => verdict === "fail");
  });

  const there = (type: string): readonly ResourceDocument[] =>
    resources.filter(
      (resource) =>
        resource.type.endsWith(`:${type}`) && resource.inputs["region"] === "eu-central-1",
    );
  const names = (type: string): readonly string[] => there(type).map(({ name }) => name);
  /** Names of what an input of a resource is made from. */
  const from = (resource: ResourceDocument | undefined, input: string): readonly string[] =>
    (resource?.propertyDependencies[input] ?? []).map((urn) => urn.split("::").at(-1) ?? "").sort();

  it("is judged clean", () => {
    assert.deepEqual(failed, []);
  });

  it("has a VPC of its own addresses there, with a subnet of each tier in each zone", () => {
    assert.deepEqual(
      there("Vpc").map(({ name, inputs }) => [name, inputs["cidrBlock"]]),
      [["recovery-network", "10.8.0.0/16"]],
    );
    assert.deepEqual(
      there("Subnet").map(({ inputs }) => [inputs["availabilityZone"], inputs["cidrBlock"]]),
      ["2", "1", ""].flatMap((tier) =>
        ["a", "b", "c"].map((zone, index) => [
          `eu-central-1${zone}`,
          `10.8.${tier}${(index + 1).toString()}.0/24`,
        ]),
      ),
    );
  });

  it("has replicas of every key that something there is encrypted with", () => {
    assert.deepEqual(names("ReplicaKey"), [
      "keys-data-replica",
      "keys-logs-replica",
      "keys-secrets-replica",
    ]);
  });

  it("has a replica of the database in that network, under the key there", () => {
    const [replica, ...others] = there("Instance");
    assert.deepEqual(others, []);
    assert.equal(replica?.inputs["instanceClass"], "db.r6g.2xlarge");
    assert.deepEqual(from(replica, "replicateSourceDb"), ["database"]);
    assert.deepEqual(from(replica, "kmsKeyId"), ["keys-data-replica"]);
    const [subnets] = there("SubnetGroup").filter(({ type }) => type.startsWith("aws:rds"));
    assert.deepEqual(from(subnets, "subnetIds"), [
      "recovery-network-database-eu-central-1a",
      "recovery-network-database-eu-central-1b",
      "recovery-network-database-eu-central-1c",
    ]);
  });

  it("has a copy of the cache in that network, under the key there", () => {
    const [copy, ...others] = there("ReplicationGroup");
    assert.deepEqual(others, []);
    assert.deepEqual(from(copy, "kmsKeyId"), ["keys-data-replica"]);
  });

  it("lets the workloads of that network in, and nobody else", () => {
    const sources = there("SecurityGroupIngressRule")
      .filter(({ component }) => component === "database" || component === "cache")
      .map((rule) => [rule.component, ...from(rule, "referencedSecurityGroupId")]);
    assert.deepEqual(sources, [
      ["cache", "recovery-network-app"],
      ["database", "recovery-network-app"],
    ]);
  });

  it("copies what is in buckets there, encrypted with the key there", () => {
    assert.deepEqual(names("Bucket"), [
      "storage-access-logs-replica",
      "storage-backups-replica",
      "storage-documents-replica",
    ]);
  });

  it("protects all that would be lost there", () => {
    const stateful = ["Bucket", "Instance", "ReplicationGroup", "Vpc", "ReplicaKey"];
    assert.deepEqual(
      stateful.flatMap(there).filter(({ options }) => !options.protect),
      [],
    );
  });
});
