import assert from "node:assert/strict";
import { cfnLintOrSkip } from "./cfn-lint";
import { Schemas } from "./schemas";

describe("AWS's schemas of a region", () => {
  let schemas: Schemas;
  before(function () {
    schemas = new Schemas(cfnLintOrSkip(this), "eu-west-1");
  });

  it("tell the types that the region has", () => {
    assert.deepEqual(
      ["AWS::S3::Bucket", "AWS::Serverless::Application", "AWS::S3::Barrel"].map((type) =>
        schemas.has(type),
      ),
      [true, true, false],
    );
  });

  it("tell the properties of a type, through what they refer to", () => {
    const has = (path: string) => schemas.hasProperty("AWS::S3::Bucket", path);
    const rule = "LifecycleConfiguration.Rules[]";
    assert.deepEqual(["BucketName", `${rule}.Id`, `${rule}.Transitions[].StorageClass`].map(has), [
      true,
      true,
      true,
    ]);
    assert.deepEqual(
      ["Name", "LifecycleConfiguration.Rules.Id", `${rule}.Identifier`, "BucketName.Length"].map(
        has,
      ),
      [false, false, false, false],
    );
  });

  it("tell the properties of alternatives, and those that a pattern names", () => {
    const location = "Location.SemanticVersion";
    assert.equal(schemas.hasProperty("AWS::Serverless::Application", location), true);
    assert.equal(schemas.hasProperty("AWS::MSK::Cluster", "Tags.Name"), true);
    assert.equal(schemas.hasProperty("AWS::MSK::Cluster", "Tags.a%b"), false);
  });

  it("tell the create-only properties, within others too", () => {
    assert.deepEqual(schemas.createOnly("AWS::KMS::ReplicaKey"), ["PrimaryKeyArn"]);
    assert.ok(schemas.createOnly("AWS::MSK::Cluster").includes("EncryptionInfo.EncryptionAtRest"));
    assert.deepEqual(schemas.createOnly("AWS::KMS::Key"), []);
  });
});
