import type { Graph } from "./graph";
import { isAbout, principalsOf, type Request } from "./policies";
import { listAt, parsed } from "./read";

/**
 * Whether the policy of a key leaves it to the account's own policies who does something with it. No other principal of
 * the account is named in one.
 */
export function keyLeavesToAccount(graph: Graph, { action, resource, context }: Request): boolean {
  const key =
    graph.named("aws:kms/key:Key", resource) ??
    graph.named("aws:kms/replicaKey:ReplicaKey", resource);
  if (key === undefined) throw new Error(`no key has the ARN ${resource}`);
  const about = listAt(parsed(key.inputs["policy"]), "Statement").filter((statement) =>
    isAbout(statement, { action, resource: "*", ...(context === undefined ? {} : { context }) }),
  );
  return about.some((statement) =>
    principalsOf(statement).includes("AWS arn:aws:iam::123456789012:root"),
  );
}
