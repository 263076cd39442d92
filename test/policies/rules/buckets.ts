import type { Data } from "../../../policies/data";
import type { Rule } from "../../../policies/rule";
import { judge, resource, type Resource, root, unknown } from "../kit";

export const current = "aws:s3/bucket:Bucket";
export const former = "aws:s3/bucketV2:BucketV2";
export const loggingType = "aws:s3/bucketLogging:BucketLogging";
export const replicationType = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

/** A bucket whose id is not known yet. */
export function bucket(name = "documents", inputs: Data = {}, type = current): Resource {
  return resource(type, { bucket: `shop-${name}`, ...inputs }, { name });
}

/** A resource that says something about a bucket by the id that is not known yet. */
export function about(
  target: Resource,
  type: string,
  inputs: Data,
  more: Readonly<Record<string, readonly Resource[]>> = {},
): Resource {
  return resource(
    type,
    { bucket: unknown, ...inputs },
    { name: target.name, dependencies: { bucket: [target], ...more } },
  );
}

/** The logging of a bucket's requests to another one. */
export function loggingOf(source: Resource, target: Resource): Resource {
  const inputs = { targetBucket: unknown, targetPrefix: "requests/" };
  return about(source, loggingType, inputs, { targetBucket: [target] });
}

/** A load balancer that writes its access logs to a bucket. */
export function balancerTo(target: Resource, type = "aws:lb/loadBalancer:LoadBalancer"): Resource {
  const accessLogs = { bucket: unknown, enabled: true };
  return resource(type, { accessLogs }, { name: "public", dependencies: { accessLogs: [target] } });
}

/** The replication of a bucket to another one. */
export function replicationOf(source: Resource, target: Resource, status = "Enabled"): Resource {
  const rules = [{ status, destination: { bucket: unknown } }];
  return about(source, replicationType, { rules }, { rules: [target] });
}

/** The verdicts of a rule on a stack, by the name of the resource. */
export async function verdictsOf(
  rule: Rule,
  stack: readonly Resource[],
  settings: Data = {},
): Promise<unknown> {
  const { verdicts } = await judge([rule], [root, ...stack], {
    configuration: { [rule.id]: settings },
  });
  return Object.fromEntries(
    verdicts.map(({ urn, verdict, message }) => [
      urn.split("::").at(-1),
      message === undefined ? verdict : [verdict, message],
    ]),
  );
}

/** What a rule says of a bucket that no resource of the type refers to. */
export function without(type: string): readonly string[] {
  return ["fail", `the bucket must have an ${type}, but none refers to it`];
}

/** What a rule says that waits for a value. */
export function waitsFor(...values: readonly string[]): readonly string[] {
  return ["undecided", `not known until deployed: ${values.join(", ")}`];
}
