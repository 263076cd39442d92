import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import {
  bucketKept,
  bucketObjectsLocked,
  bucketReplicated,
} from "../../../policies/rules/bucket-recovery";
import { type Resource, unknown } from "../kit";
import { suite } from "../suite";
import {
  about,
  bucket,
  current,
  former,
  loggingOf,
  replicationOf,
  replicationType,
  verdictsOf,
  waitsFor,
  without,
} from "./buckets";

const documents = bucket();
const notNamed = ["notApplicable", "configuration does not name it"];

for (const type of [current, former]) {
  describe(`bucket-kept, on ${type}`, () => {
    const rule = suite(bucketKept, type, { forceDestroy: false });
    rule.passes("passes a bucket that is kept", {});
    rule.passes("passes when nothing is said", { forceDestroy: undefined });
    rule.fails(
      "fails when its objects go with it",
      { forceDestroy: true },
      "forceDestroy must not be true, got true",
    );
    rule.isUndecided(
      "is undecided while that is not known",
      { forceDestroy: unknown },
      "forceDestroy",
    );
  });
}

describe("bucket-replicated", () => {
  const copy = bucket("copy");
  const verdicts = (stack: readonly Resource[], ...buckets: readonly string[]): Promise<unknown> =>
    verdictsOf(bucketReplicated, stack, { buckets });
  const held = ["notApplicable", "it holds logs or copies"];

  it("passes a bucket that is copied, and leaves out the copy", async () => {
    const stack = [documents, copy, replicationOf(documents, copy)];
    assert.deepEqual(await verdicts(stack, "*"), { documents: "pass", copy: held });
  });

  it("leaves out a copy that is named by its ARN, not known yet itself", async () => {
    const rules = [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::shop-copy" } }];
    const stack = [documents, copy, about(documents, replicationType, { rules })];
    assert.deepEqual(await verdicts(stack, "*"), { documents: "pass", copy: held });
  });

  it("passes a bucket that says so itself, in either generation", async () => {
    const rules = [{ status: "Enabled" }];
    const one = bucket("one", { replicationConfiguration: { rules } }, current);
    const two = bucket("two", { replicationConfigurations: [{ rules }] }, former);
    assert.deepEqual(await verdicts([one, two], "*"), { one: "pass", two: "pass" });
  });

  it("fails when it is not copied", async () => {
    assert.deepEqual(await verdicts([documents], "*"), { documents: without(replicationType) });
  });

  it("fails when no rule is on", async () => {
    const stack = [documents, replicationOf(documents, copy, "Disabled")];
    assert.deepEqual(await verdicts(stack, "*"), {
      documents: [
        "fail",
        `${replicationType} "documents": rules must have one that is Enabled, but have none`,
      ],
    });
  });

  it("is undecided while a rule or all of them are not known", async () => {
    const path = `${replicationType} "documents": rules`;
    assert.deepEqual(await verdicts([documents, replicationOf(documents, copy, unknown)], "*"), {
      documents: waitsFor(`${path}[0].status`),
    });
    const open = about(documents, replicationType, { rules: unknown });
    assert.deepEqual(await verdicts([documents, open], "*"), { documents: waitsFor(path) });
  });

  it("does not apply to a bucket that holds access logs", async () => {
    const logs = bucket("logs");
    assert.deepEqual(await verdicts([documents, logs, loggingOf(documents, logs)], "*logs"), {
      documents: notNamed,
      logs: held,
    });
  });

  it("does not apply unless configuration names buckets", async () => {
    assert.deepEqual(await verdicts([documents]), { documents: notNamed });
  });

  for (const glob of ["documents", "shop-doc*", "*::documents"]) {
    it(`applies to a bucket that is named as ${glob}`, async () => {
      const stack = [documents, bucket("statements")];
      assert.deepEqual(await verdicts(stack, "other", glob), {
        documents: without(replicationType),
        statements: notNamed,
      });
    });
  }

  it("is undecided while a bucket's name, which may be among them, is not known", async () => {
    const unnamed = bucket("documents", { bucket: unknown });
    assert.deepEqual(await verdicts([unnamed], "shop-*"), { documents: waitsFor("bucket") });
    assert.deepEqual(await verdicts([unnamed]), { documents: notNamed });
  });
});

describe("bucket-objects-locked", () => {
  const type = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
  const formerType = "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2";
  const path = `${type} "documents": rule.defaultRetention`;
  const verdicts = (stack: readonly Resource[], settings: Data = {}): Promise<unknown> =>
    verdictsOf(bucketObjectsLocked, stack, { buckets: ["*"], ...settings });
  const locked = (defaultRetention: unknown, ownType = type): Resource =>
    about(documents, ownType, { rule: { defaultRetention } });

  for (const ownType of [type, formerType]) {
    it(`passes a bucket with an ${ownType} of thirty days`, async () => {
      const lock = locked({ mode: "GOVERNANCE", days: 30 }, ownType);
      assert.deepEqual(await verdicts([documents, lock]), { documents: "pass" });
    });
  }

  it("passes years that are days enough", async () => {
    const lock = locked({ mode: "COMPLIANCE", years: 7 });
    const stack = [documents, lock];
    assert.deepEqual(await verdicts(stack, { minimumDays: 2555 }), { documents: "pass" });
    assert.deepEqual(await verdicts(stack, { minimumDays: 2556 }), {
      documents: ["fail", `${path}.years must be at least 2556 days, got 7`],
    });
  });

  it("passes a bucket that says so itself, in either generation", async () => {
    const retention = { mode: "GOVERNANCE", days: 30 };
    const rule = { defaultRetention: retention };
    const one = bucket("one", { objectLockConfiguration: { rule } }, current);
    const rules = [{ defaultRetentions: [retention] }];
    const two = bucket("two", { objectLockConfiguration: { rules } }, former);
    assert.deepEqual(await verdicts([one, two]), { one: "pass", two: "pass" });
  });

  it("fails when there is no lock", async () => {
    assert.deepEqual(await verdicts([documents]), { documents: without(type) });
  });

  it("fails when the lock is too short", async () => {
    const lock = locked({ mode: "GOVERNANCE", days: 29 });
    assert.deepEqual(await verdicts([documents, lock]), {
      documents: ["fail", `${path}.days must be at least 30 days, got 29`],
    });
  });

  it("fails when new versions are not locked of themselves", async () => {
    const lock = about(documents, type, { objectLockEnabled: "Enabled" });
    assert.deepEqual(await verdicts([documents, lock]), {
      documents: [
        "fail",
        `${path}.days must be at least 30 days, but is not set\n${path}.mode must be set`,
      ],
    });
  });

  it("is undecided while the days are not known", async () => {
    const lock = locked({ mode: "GOVERNANCE", days: unknown });
    assert.deepEqual(await verdicts([documents, lock]), { documents: waitsFor(`${path}.days`) });
  });

  it("does not apply unless configuration names buckets", async () => {
    assert.deepEqual(await verdicts([documents], { buckets: [] }), { documents: notNamed });
    assert.deepEqual(await verdicts([documents], { buckets: ["statements"] }), {
      documents: notNamed,
    });
  });
});
