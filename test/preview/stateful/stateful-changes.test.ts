import assert from "node:assert/strict";
import type { ResourceDocument } from "../../../preview/document";
import { statefulChanges } from "../../../preview/stateful/stateful-changes";
import { statefulList } from "../../../preview/stateful/stateful-list";
import { resource } from "../requirements/stack";

const project = "urn:pulumi:production::test";
const bucket = resource({
  urn: `${project}::shop:index:Store$aws:s3/bucket:Bucket::orders`,
  ...{ type: "aws:s3/bucket:Bucket", name: "orders" },
  inputs: { bucket: "orders", region: "eu-west-1" },
});
const logs = resource({
  ...{ type: "aws:cloudwatch/logGroup:LogGroup", name: "logs" },
  inputs: { name: "/shop", region: "eu-west-1" },
});
const list = statefulList([bucket, logs]);
const accept = "if that is meant, run `npm run generate -- --stateful`";

/** The bucket with another name, type or parents; everything else stays. */
const bucketAs = (urn: string, aliases: string[] = []): ResourceDocument => {
  const [types = "", name = ""] = urn.split("::");
  const type = types.split("$").at(-1) ?? "";
  const options = { ...bucket.options, aliases };
  return { ...bucket, urn: `${project}::${urn}`, type, name, options };
};

describe("the changes of a list of stateful resources", () => {
  it("are none where the stack is as listed", () => {
    assert.deepEqual(statefulChanges(list, [logs, bucket]), []);
  });

  it("are none where something else has changed", () => {
    const inputs = { ...bucket.inputs, forceDestroy: true };
    assert.deepEqual(statefulChanges(list, [logs, { ...bucket, inputs }]), []);
  });

  it("name a resource that is gone, and what goes with it", () => {
    assert.deepEqual(statefulChanges(list, [logs]), [
      `${bucket.urn} is gone: the next deployment deletes it, which loses the objects. Put it back or, ${accept}`,
    ]);
  });

  it("name a resource that was renamed", () => {
    assert.deepEqual(
      statefulChanges(list, [logs, bucketAs("shop:index:Store$aws:s3/bucket:Bucket::documents")]),
      [
        `${bucket.urn} has become ${project}::shop:index:Store$aws:s3/bucket:Bucket::documents: the next deployment makes the one and deletes the other, which loses the objects. Give the new one, or what it is part of, the old one as an alias or, ${accept}`,
      ],
    );
  });

  it("name a resource that is part of something else", () => {
    assert.deepEqual(
      statefulChanges(list, [logs, bucketAs("shop:index:Archive$aws:s3/bucket:Bucket::orders")]),
      [
        `${bucket.urn} has become ${project}::shop:index:Archive$aws:s3/bucket:Bucket::orders: the next deployment makes the one and deletes the other, which loses the objects. Give the new one, or what it is part of, the old one as an alias or, ${accept}`,
      ],
    );
  });

  it("name a resource of another type", () => {
    assert.deepEqual(
      statefulChanges(list, [
        logs,
        bucketAs("shop:index:Store$aws:secretsmanager/secret:Secret::orders"),
      ]),
      [
        `${bucket.urn} has become ${project}::shop:index:Store$aws:secretsmanager/secret:Secret::orders: the next deployment makes the one and deletes the other, which loses the objects. Give the new one, or what it is part of, the old one as an alias or, ${accept}`,
      ],
    );
  });

  it("say that nothing is lost by an alias", () => {
    const renamed = "shop:index:Store$aws:s3/bucket:Bucket::documents";
    assert.deepEqual(statefulChanges(list, [logs, bucketAs(renamed, [bucket.urn])]), [
      `${bucket.urn} has become ${project}::${renamed}, by an alias: nothing is lost. To list it so, run \`npm run generate -- --stateful\``,
    ]);
  });

  it("take the resource with the alias for the one that was renamed", () => {
    const renamed = "shop:index:Store$aws:s3/bucket:Bucket::documents";
    const other = bucketAs("shop:index:Archive$aws:s3/bucket:Bucket::orders");
    assert.deepEqual(statefulChanges(list, [logs, other, bucketAs(renamed, [bucket.urn])]), [
      `${bucket.urn} has become ${project}::${renamed}, by an alias: nothing is lost. To list it so, run \`npm run generate -- --stateful\``,
      `${other.urn} is not on the list of what would be missed. To list it, run \`npm run generate -- --stateful\``,
    ]);
  });

  it("name a value that has changed", () => {
    const inputs = { ...bucket.inputs, bucket: "documents" };
    assert.deepEqual(statefulChanges(list, [logs, { ...bucket, inputs }]), [
      `${bucket.urn} bucket was "orders" and is "documents": the next deployment replaces it, which loses the objects. Undo the change or, ${accept}`,
    ]);
  });

  it("name a value that is no longer given, and one that was not", () => {
    const inputs = { bucket: "orders", objectLockEnabled: true };
    assert.deepEqual(statefulChanges(list, [logs, { ...bucket, inputs }]), [
      `${bucket.urn} objectLockEnabled was not set and is true: the next deployment replaces it, which loses the objects. Undo the change or, ${accept}`,
      `${bucket.urn} region was "eu-west-1" and is not set: the next deployment replaces it, which loses the objects. Undo the change or, ${accept}`,
    ]);
  });

  it("name a resource that is new", () => {
    assert.deepEqual(statefulChanges(statefulList([bucket]), [logs, bucket]), [
      `${logs.urn} is not on the list of what would be missed. To list it, run \`npm run generate -- --stateful\``,
    ]);
  });

  it("tell two resources of a type apart by their values", () => {
    const archive = { ...bucketAs("aws:s3/bucket:Bucket::archive"), inputs: { bucket: "archive" } };
    const documents = bucketAs("aws:s3/bucket:Bucket::documents");
    assert.deepEqual(statefulChanges(list, [logs, archive, documents]), [
      `${bucket.urn} has become ${documents.urn}: the next deployment makes the one and deletes the other, which loses the objects. Give the new one, or what it is part of, the old one as an alias or, ${accept}`,
      `${archive.urn} is not on the list of what would be missed. To list it, run \`npm run generate -- --stateful\``,
    ]);
  });
});
