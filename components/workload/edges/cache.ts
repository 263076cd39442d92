import type * as pulumi from "@pulumi/pulumi";
import type { Edge } from "../edge";

/** How a cache is reached: what {@link Cache} gives. */
export interface CacheTarget {
  /** What the edge leads to, among the edges of one workload. */
  readonly to: string;
  readonly host: pulumi.Input<string>;
  readonly port: number;
  /** Secret with `password`, and with `username` where the cache has users. */
  readonly authSecretArn: pulumi.Input<string>;
  /**
   * Whether the cache has users, who are told apart by their names.
   *
   * @default false
   */
  readonly users?: boolean | undefined;
  /** IPv4 ranges of its subnets. */
  readonly cidrBlocks: readonly string[];
  /**
   * First part of the variables, before an underscore.
   *
   * @default "REDIS"
   */
  readonly variablePrefix?: string | undefined;
}

/** An edge to a cache: its place, and the password by which it is reached over TLS. */
export function cacheEdge(target: CacheTarget): Edge {
  const { to, host, port, authSecretArn, users = false, cidrBlocks } = target;
  const { variablePrefix: prefix = "REDIS" } = target;
  const username = { [`${prefix}_USERNAME`]: { secretArn: authSecretArn, key: "username" } };
  return {
    to,
    destination: { port, cidrBlocks },
    environment: {
      [`${prefix}_HOST`]: host,
      [`${prefix}_PORT`]: String(port),
      [`${prefix}_TLS`]: "true",
    },
    secrets: {
      ...(users ? username : {}),
      [`${prefix}_PASSWORD`]: { secretArn: authSecretArn, key: "password" },
    },
  };
}
