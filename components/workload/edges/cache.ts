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
}

/** An edge to a cache: its place, and the password by which it is reached over TLS. */
export function cacheEdge(target: CacheTarget): Edge {
  const { to, host, port, authSecretArn, users = false, cidrBlocks } = target;
  const username = { REDIS_USERNAME: { secretArn: authSecretArn, key: "username" } };
  return {
    to,
    destination: { port, cidrBlocks },
    environment: { REDIS_HOST: host, REDIS_PORT: String(port), REDIS_TLS: "true" },
    secrets: {
      ...(users ? username : {}),
      REDIS_PASSWORD: { secretArn: authSecretArn, key: "password" },
    },
  };
}
