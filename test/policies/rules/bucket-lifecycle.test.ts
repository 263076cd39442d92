import assert from "node:assert/strict";
import { bucketLifecycleSet } from "../../../policies/rules/bucket-lifecycle";
import { resource, type Resource, unknown } from "../kit";
import { about, bucket, current, former, verdictsOf, waitsFor, without } from "./buckets";

const type = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const formerType = "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";
const versioningType = "aws:s3/bucketVersioning:BucketVersioning";

const documents = bucket();
const versioned = (status: unknown): Resource =>
  about(documents, versioningType, { versioningConfiguration: { status } });

const abort = { abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };
const expire = { noncurrentVersionExpiration: { noncurrentDays: 90 } };
const on = { status: "Enabled", filter: { prefix: "" } };
const both = { ...on, ...abort, ...expire };

const verdicts = (...stack: readonly Resource[]): Promise<unknown> =>
  verdictsOf(bucketLifecycleSet, stack);
/** The verdict on a versioned bucket with these rules. */
const verdictOn = (...rules: readonly unknown[]): Promise<unknown> =>
  verdicts(documents, versioned("Enabled"), about(documents, type, { rules }));

const title = `${type} "documents": rules`;
const noAbort = `${title} must end uploads that are not completed, of all objects, but do not`;
const noExpiry = `${title} must end versions that are not current, but do not`;
const failure = (...lines: readonly string[]): unknown => ({
  documents: ["fail", lines.join("\n")],
});

describe("bucket-lifecycle-set", () => {
  it("passes one rule that does both", async () => {
    assert.deepEqual(await verdictOn(both), { documents: "pass" });
  });

  it("passes two rules, the versions of some objects alone", async () => {
    const some = { ...expire, status: "Enabled", filter: { prefix: "drafts/" } };
    assert.deepEqual(await verdictOn({ ...abort, status: "Enabled" }, some), { documents: "pass" });
  });

  it("passes the same by the former token", async () => {
    const own = about(documents, formerType, { rules: [both] });
    assert.deepEqual(await verdicts(documents, versioned("Enabled"), own), { documents: "pass" });
  });

  it("fails when there is none", async () => {
    assert.deepEqual(await verdicts(documents), { documents: without(type) });
  });

  it("fails when there is no rule", async () => {
    assert.deepEqual(await verdictOn(), failure(noAbort, noExpiry));
  });

  it("fails when the rule is off", async () => {
    assert.deepEqual(await verdictOn({ ...both, status: "Disabled" }), failure(noAbort, noExpiry));
  });

  it("fails when uploads are not ended", async () => {
    assert.deepEqual(await verdictOn({ ...on, ...expire }), failure(noAbort));
  });

  for (const days of [0, "7"]) {
    it(`fails when uploads are ended after ${JSON.stringify(days)} days`, async () => {
      const none = { abortIncompleteMultipartUpload: { daysAfterInitiation: days } };
      assert.deepEqual(await verdictOn({ ...both, ...none }), failure(noAbort));
    });
  }

  const narrowed: readonly [what: string, scope: object][] = [
    ["a prefix", { filter: { prefix: "drafts/" } }],
    ["a prefix in the old form", { filter: null, prefix: "drafts/" }],
    ["a tag", { filter: { tag: { key: "kind", value: "draft" } } }],
    ["several", { filter: { and: { prefix: "drafts/", tags: { kind: "draft" } } } }],
    ["the size", { filter: { objectSizeGreaterThan: 1024 } }],
  ];
  for (const [what, scope] of narrowed) {
    it(`fails when uploads are ended by ${what} only`, async () => {
      assert.deepEqual(await verdictOn({ ...both, ...scope }), failure(noAbort));
    });
  }

  it("fails when versions are not ended", async () => {
    assert.deepEqual(await verdictOn({ ...on, ...abort }), failure(noExpiry));
  });

  it("asks a bucket without versions for none", async () => {
    const own = about(documents, type, { rules: [{ ...on, ...abort }] });
    assert.deepEqual(await verdicts(documents, own), { documents: "pass" });
    assert.deepEqual(await verdicts(documents, versioned("Suspended"), own), {
      documents: "pass",
    });
  });

  it("is undecided when versions are not ended while it is not known whether there are any", async () => {
    const own = about(documents, type, { rules: [{ ...on, ...abort }] });
    assert.deepEqual(await verdicts(documents, versioned(unknown), own), {
      documents: waitsFor(`${versioningType} "documents": versioningConfiguration.status`),
    });
  });

  it("is undecided while the rules are not known", async () => {
    const own = about(documents, type, { rules: unknown });
    assert.deepEqual(await verdicts(documents, versioned("Enabled"), own), {
      documents: waitsFor(title),
    });
  });

  const open: readonly [what: string, change: object, ...paths: string[]][] = [
    ["state", { status: unknown }, "status"],
    [
      "days",
      { abortIncompleteMultipartUpload: unknown },
      "abortIncompleteMultipartUpload.daysAfterInitiation",
    ],
    ["prefix", { filter: { prefix: unknown } }, "filter.prefix"],
  ];
  for (const [what, change, ...paths] of open) {
    it(`is undecided while the ${what} of the rule is not known`, async () => {
      assert.deepEqual(await verdictOn({ ...both, ...change }), {
        documents: waitsFor(...paths.map((path) => `${title}[0].${path}`)),
      });
    });
  }

  it("is undecided while one of an unknown bucket may be its own", async () => {
    const own = resource(type, { bucket: unknown, rules: [both] }, { name: "open" });
    assert.deepEqual(await verdicts(documents, own), {
      documents: waitsFor(`bucket of ${type} "open"`),
    });
  });
});

describe("bucket-lifecycle-set, while it is not known whether there are versions", () => {
  it("fails when uploads are not ended", async () => {
    const own = about(documents, type, { rules: [{ ...on, ...expire }] });
    assert.deepEqual(await verdicts(documents, versioned(unknown), own), failure(noAbort));
  });

  it("passes one rule that does both", async () => {
    const own = about(documents, type, { rules: [both] });
    assert.deepEqual(await verdicts(documents, versioned(unknown), own), { documents: "pass" });
  });
});

describe("bucket-lifecycle-set, said in the bucket itself", () => {
  const rule = { enabled: true, abortIncompleteMultipartUploadDays: 7 };
  const one = (expiration: object): object => ({ noncurrentVersionExpiration: expiration });
  const other = (expiration: object): object => ({ noncurrentVersionExpirations: [expiration] });
  const forms: readonly [string, object, (expiration: object) => object][] = [
    [current, { versioning: { enabled: true } }, one],
    [former, { versionings: [{ enabled: true }] }, other],
  ];
  for (const [bucketType, versioning, expiration] of forms) {
    const withRule = (change: object): Resource =>
      bucket("documents", { ...versioning, lifecycleRules: [{ ...rule, ...change }] }, bucketType);

    it(`passes an ${bucketType} that does both`, async () => {
      assert.deepEqual(await verdicts(withRule(expiration({ days: 90 }))), { documents: "pass" });
    });

    it(`fails when an ${bucketType} ends no versions`, async () => {
      assert.deepEqual(
        await verdicts(withRule({})),
        failure("lifecycleRules must end versions that are not current, but do not"),
      );
    });

    it(`fails when an ${bucketType} ends uploads of some objects`, async () => {
      const some = { ...expiration({ days: 90 }), tags: { kind: "draft" } };
      assert.deepEqual(
        await verdicts(withRule(some)),
        failure(
          "lifecycleRules must end uploads that are not completed, of all objects, but do not",
        ),
      );
    });
  }
});
