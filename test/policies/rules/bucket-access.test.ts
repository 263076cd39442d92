import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import {
  bucketAclsDisabled,
  bucketPolicyPrivate,
  bucketPublicAccessBlocked,
} from "../../../policies/rules/bucket-access";
import { resource, type Resource, unknown } from "../kit";
import { suite } from "../suite";
import { about, bucket, current, former, verdictsOf, waitsFor, without } from "./buckets";

const documents = bucket();

describe("bucket-public-access-blocked", () => {
  const type = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
  const accountType = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
  const all = {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  };
  const verdicts = (...stack: readonly Resource[]): Promise<unknown> =>
    verdictsOf(bucketPublicAccessBlocked, [documents, ...stack]);
  const blocked = (inputs: Data): Resource => about(documents, type, inputs);
  const ofAccount = (inputs: Data): Resource => resource(accountType, inputs, { name: "account" });

  it("passes a bucket with all four switches on", async () => {
    assert.deepEqual(await verdicts(blocked(all)), { documents: "pass" });
  });

  it("fails when there are none", async () => {
    assert.deepEqual(await verdicts(), { documents: without(type) });
  });

  for (const flag of Object.keys(all)) {
    it(`fails when ${flag} is off`, async () => {
      assert.deepEqual(await verdicts(blocked({ ...all, [flag]: false })), {
        documents: ["fail", `${type} "documents": ${flag} must be true, got false`],
      });
    });

    it(`fails when ${flag} is not said, for the provider takes false then`, async () => {
      assert.deepEqual(await verdicts(blocked({ ...all, [flag]: undefined })), {
        documents: ["fail", `${type} "documents": ${flag} must be true, but is not set`],
      });
    });
  }

  it("is undecided while a switch is not known", async () => {
    assert.deepEqual(await verdicts(blocked({ ...all, ignorePublicAcls: unknown })), {
      documents: waitsFor(`${type} "documents": ignorePublicAcls`),
    });
  });

  it("passes when the switches of the whole account are on", async () => {
    assert.deepEqual(await verdicts(ofAccount(all)), { documents: "pass" });
  });

  it("fails when a switch of the account is off, and the bucket has none", async () => {
    const open = ofAccount({ ...all, blockPublicAcls: false });
    assert.deepEqual(await verdicts(open), { documents: without(type) });
  });

  it("is undecided while a switch of the account is not known, and the bucket has none", async () => {
    const open = ofAccount({ ...all, blockPublicAcls: unknown });
    assert.deepEqual(await verdicts(open), {
      documents: waitsFor(`${accountType} "account": blockPublicAcls`),
    });
  });
});

describe("bucket-acls-disabled", () => {
  const type = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
  const distributionType = "aws:cloudfront/distribution:Distribution";
  const verdicts = (...stack: readonly Resource[]): Promise<unknown> =>
    verdictsOf(bucketAclsDisabled, [documents, ...stack]);
  const owned = (objectOwnership: unknown): Resource =>
    about(documents, type, { rule: { objectOwnership } });

  it("passes a bucket whose owner owns all objects", async () => {
    assert.deepEqual(await verdicts(owned("BucketOwnerEnforced")), { documents: "pass" });
  });

  it("fails when nothing is said", async () => {
    assert.deepEqual(await verdicts(), { documents: without(type) });
  });

  for (const ownership of ["BucketOwnerPreferred", "ObjectWriter"]) {
    it(`fails when it is ${ownership}`, async () => {
      assert.deepEqual(await verdicts(owned(ownership)), {
        documents: [
          "fail",
          `${type} "documents": rule.objectOwnership must be "BucketOwnerEnforced", got "${ownership}"`,
        ],
      });
    });
  }

  it("is undecided while it is not known", async () => {
    assert.deepEqual(await verdicts(owned(unknown)), {
      documents: waitsFor(`${type} "documents": rule.objectOwnership`),
    });
  });

  it("does not apply to a bucket that CloudFront logs to", async () => {
    const reason = ["notApplicable", "CloudFront writes these logs by ACL"];
    const loggingConfig = { bucket: unknown };
    const distribution = resource(
      distributionType,
      { loggingConfig },
      { dependencies: { loggingConfig: [documents] } },
    );
    assert.deepEqual(await verdicts(distribution), { documents: reason });
  });

  it("is undecided while CloudFront may log to it", async () => {
    const loggingConfig = { bucket: unknown };
    const distribution = resource(distributionType, { loggingConfig }, { name: "site" });
    assert.deepEqual(await verdicts(distribution), {
      documents: waitsFor(`loggingConfig.bucket of ${distributionType} "site"`),
    });
  });
});

for (const type of ["aws:s3/bucketPolicy:BucketPolicy", current, former]) {
  describe(`bucket-policy-private, on ${type}`, () => {
    const policyOf = (statement: Data): Data => ({
      policy: JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] }),
    });
    const role = { AWS: "arn:aws:iam::123456789012:role/shop" };
    const rule = suite(bucketPolicyPrivate, type, policyOf({ Principal: role }));
    const failure =
      'policy.Statement[0].Principal must not be everyone without a condition on who asks, got "*"';
    rule.passes("passes a policy that names who", {});
    rule.passes("passes everyone who is refused", policyOf({ Effect: "Deny", Principal: "*" }));
    rule.passes(
      "passes everyone who comes by one endpoint",
      policyOf({
        Principal: "*",
        Condition: { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } },
      }),
    );
    rule.passes("passes an object that names who", {
      policy: { Statement: [{ Effect: "Allow", Principal: role }] },
    });
    rule.fails("fails when everyone is let in", policyOf({ Principal: "*" }), failure);
    rule.isUndecided("is undecided while the policy is not known", { policy: unknown }, "policy");
    rule.doesNotApply(
      "does not apply without a policy",
      { policy: undefined },
      "it has no policy, or one in a resource of its own",
    );
  });
}
