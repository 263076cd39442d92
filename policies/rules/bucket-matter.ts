import { all, fail, type Judgement, undecided } from "../judgement";
import type { Property } from "../property";
import { propertiesAt } from "../reference";
import type { Stack, StackResource } from "../stack";
import { named, titleOf } from "./title";

const current = "aws:s3/bucket:Bucket";
const former = "aws:s3/bucketV2:BucketV2";

/** The tokens of a bucket: the provider's own since version 7, and the one it had before, still an alias. */
export const bucketTypes = [current, former];

/** Something about a bucket that is said in a resource of its own or, as it once was, in the bucket. */
export interface Matter {
  /** Tokens of that resource, the one to use first. */
  readonly types: readonly string[];
  /** Judges that resource. */
  readonly own: (resource: StackResource) => Judgement;
  /** Where a bucket says it, in either generation, as `propertiesAt` takes paths. */
  readonly inline?: readonly string[];
  /** Judges what stands there. */
  readonly within?: (input: Property) => Judgement;
}

/**
 * Judges one matter of a bucket. Where both are there, the resource counts: the bucket's own input is what
 * the provider reads back from it. Without either the judgement is a failure.
 */
export function judgeMatter(bucket: StackResource, stack: Stack, matter: Matter): Judgement {
  const { types, own } = matter;
  const { found, possible } = stack.referring(bucket, "bucket", ...types);
  if (found.length > 0) return all(...found.map((resource) => named(resource, own(resource))));
  const within = judgeWithin(bucket, matter);
  if (within?.verdict === "pass") return within;
  if (possible.length > 0) return undecided(...possible.map((one) => `bucket of ${titleOf(one)}`));
  const [type = ""] = types;
  return within ?? fail(`the bucket must have an ${type}, but none refers to it`);
}

function judgeWithin(bucket: StackResource, matter: Matter): Judgement | undefined {
  const { inline = [], within } = matter;
  const inputs = inline.flatMap((path) => propertiesAt(bucket, path)).filter(({ isSet }) => isSet);
  return within === undefined || inputs.length === 0 ? undefined : all(...inputs.map(within));
}

/** Judges every property at a path, whose lists may not be empty. */
export function judgeEach(
  resource: StackResource,
  path: string,
  judge: (property: Property) => Judgement,
): Judgement {
  const properties = propertiesAt(resource, path);
  const [list = ""] = path.split("[]");
  return properties.length > 0 ? all(...properties.map(judge)) : fail(`${list} must not be empty`);
}
