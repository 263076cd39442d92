import assert from "node:assert/strict";
import { bucketAccessLogged } from "../../../policies/rules/bucket-logs";
import { resource, type Resource, unknown } from "../kit";
import {
  about,
  balancerTo,
  bucket,
  current,
  former,
  loggingOf,
  loggingType,
  verdictsOf,
  waitsFor,
  without,
} from "./buckets";

describe("bucket-access-logged", () => {
  const documents = bucket();
  const logs = bucket("logs");
  const held = ["notApplicable", "it holds such records"];
  const verdicts = (...stack: readonly Resource[]): Promise<unknown> =>
    verdictsOf(bucketAccessLogged, stack);

  it("passes a bucket that is logged, and leaves out the one that holds the logs", async () => {
    assert.deepEqual(await verdicts(documents, logs, loggingOf(documents, logs)), {
      documents: "pass",
      logs: held,
    });
  });

  it("passes a bucket that says so itself, in either generation", async () => {
    const one = bucket("one", { logging: { targetBucket: unknown } }, current);
    const two = bucket("two", { loggings: [{ targetBucket: unknown }] }, former);
    assert.deepEqual(await verdicts(one, two), { one: "pass", two: "pass" });
  });

  it("passes a bucket that holds its own logs", async () => {
    assert.deepEqual(await verdicts(logs, loggingOf(logs, logs)), { logs: "pass" });
  });

  it("fails when requests are not recorded", async () => {
    assert.deepEqual(await verdicts(documents), { documents: without(loggingType) });
  });

  it("fails when no bucket for the logs is named", async () => {
    assert.deepEqual(await verdicts(documents, about(documents, loggingType, {})), {
      documents: ["fail", `${loggingType} "documents": targetBucket must be set`],
    });
  });

  it("is undecided while a logging of an unknown bucket may be its own", async () => {
    const open = resource(loggingType, { bucket: unknown, targetBucket: "x" }, { name: "open" });
    assert.deepEqual(await verdicts(documents, open), {
      documents: waitsFor(`bucket of ${loggingType} "open"`),
    });
  });

  it("does not apply to a bucket that a load balancer logs to", async () => {
    assert.deepEqual(await verdicts(logs, balancerTo(logs)), { logs: held });
  });

  it("does not apply to a bucket that CloudFront logs to, named by its domain", async () => {
    const distribution = resource("aws:cloudfront/distribution:Distribution", {
      loggingConfig: { bucket: "shop-logs.s3.amazonaws.com" },
    });
    const known = { ...logs, outputs: { bucketDomainName: "shop-logs.s3.amazonaws.com" } };
    assert.deepEqual(await verdicts(known, distribution), { logs: held });
  });
});
