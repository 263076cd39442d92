import assert from "node:assert/strict";
import { bucketVersioned } from "../../../policies/rules/bucket-recovery";
import { resource, type Resource, unknown } from "../kit";
import { about, bucket, current, former, verdictsOf, waitsFor, without } from "./buckets";

const type = "aws:s3/bucketVersioning:BucketVersioning";
const formerType = "aws:s3/bucketVersioningV2:BucketVersioningV2";
const enabled = { versioningConfiguration: { status: "Enabled" } };
const suspended = { versioningConfiguration: { status: "Suspended" } };

const verdicts = (...stack: readonly Resource[]): Promise<unknown> =>
  verdictsOf(bucketVersioned, stack);

for (const bucketType of [current, former]) {
  describe(`bucket-versioned, on ${bucketType}`, () => {
    const documents = bucket("documents", {}, bucketType);

    for (const ownType of [type, formerType]) {
      it(`passes a bucket with an ${ownType} that names it by its id, not known yet`, async () => {
        assert.deepEqual(await verdicts(documents, about(documents, ownType, enabled)), {
          documents: "pass",
        });
      });
    }

    it("passes one that is named by its literal name", async () => {
      const named = resource(type, { bucket: "shop-documents", ...enabled });
      assert.deepEqual(await verdicts(documents, named), { documents: "pass" });
    });

    it("fails when there is none", async () => {
      assert.deepEqual(await verdicts(documents), { documents: without(type) });
    });

    it("fails when it is another bucket's", async () => {
      const other = bucket("other", {}, bucketType);
      const named = resource(type, { bucket: "shop-statements", ...enabled });
      assert.deepEqual(await verdicts(documents, other, about(other, type, enabled), named), {
        documents: without(type),
        other: "pass",
      });
    });

    it("fails when it is suspended", async () => {
      assert.deepEqual(await verdicts(documents, about(documents, type, suspended)), {
        documents: [
          "fail",
          `${type} "documents": versioningConfiguration.status must be "Enabled", got "Suspended"`,
        ],
      });
    });

    it("fails when nothing is said", async () => {
      assert.deepEqual(await verdicts(documents, about(documents, type, {})), {
        documents: [
          "fail",
          `${type} "documents": versioningConfiguration.status must be "Enabled", but is not set`,
        ],
      });
    });

    it("is undecided while the status is not known", async () => {
      const open = about(documents, type, { versioningConfiguration: unknown });
      assert.deepEqual(await verdicts(documents, open), {
        documents: waitsFor(`${type} "documents": versioningConfiguration.status`),
      });
    });

    it("is undecided while one of an unknown bucket may be its own", async () => {
      const open = resource(type, { bucket: unknown, ...enabled }, { name: "open" });
      assert.deepEqual(await verdicts(documents, open), {
        documents: waitsFor(`bucket of ${type} "open"`),
      });
    });
  });
}

describe("bucket-versioned, said in the bucket itself", () => {
  const inline: readonly [type: string, path: string, versioning: (on: unknown) => object][] = [
    [current, "versioning.enabled", (on) => ({ versioning: { enabled: on } })],
    [former, "versionings[0].enabled", (on) => ({ versionings: [{ enabled: on }] })],
  ];
  for (const [bucketType, path, versioning] of inline) {
    const documents = (on: unknown): Resource =>
      bucket("documents", { ...versioning(on) }, bucketType);

    it(`passes ${path}`, async () => {
      assert.deepEqual(await verdicts(documents(true)), { documents: "pass" });
    });

    it(`fails when ${path} is off`, async () => {
      assert.deepEqual(await verdicts(documents(false)), {
        documents: ["fail", `${path} must be true, got false`],
      });
    });

    it(`is undecided while ${path} is not known`, async () => {
      assert.deepEqual(await verdicts(documents(unknown)), { documents: waitsFor(path) });
    });

    it(`takes the resource of its own for ${path}, which reads back what was there`, async () => {
      const off = documents(false);
      assert.deepEqual(await verdicts(off, about(off, type, enabled)), { documents: "pass" });
    });

    it(`passes ${path} while a resource of its own may be there`, async () => {
      const open = resource(type, { bucket: unknown, ...enabled }, { name: "open" });
      assert.deepEqual(await verdicts(documents(true), open), { documents: "pass" });
    });

    it(`is undecided when ${path} is off while a resource of its own may be there`, async () => {
      const open = resource(type, { bucket: unknown, ...enabled }, { name: "open" });
      assert.deepEqual(await verdicts(documents(false), open), {
        documents: waitsFor(`bucket of ${type} "open"`),
      });
    });
  }
});
