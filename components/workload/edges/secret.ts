import type * as pulumi from "@pulumi/pulumi";
import { mapRecord } from "../../map-record";
import type { Edge } from "../edge";

/** A secret: what {@link Secrets} give of it, and the variables that its values become. */
export interface SecretTarget {
  /** What the edge leads to, among the edges of one workload. */
  readonly to: string;
  readonly secretArn: pulumi.Input<string>;
  /** Key of each variable's value in the secret. */
  readonly variables: Readonly<Record<string, string>>;
}

/** An edge to values of a secret. The pods are handed them, and need neither a right nor a way to it. */
export function secretEdge({ to, secretArn, variables }: SecretTarget): Edge {
  return { to, secrets: mapRecord(variables, (key) => ({ secretArn, key })) };
}
