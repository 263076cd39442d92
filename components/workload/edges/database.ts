import type * as pulumi from "@pulumi/pulumi";
import type { Edge } from "../edge";

/** How a database is reached: what {@link Database} gives, of its proxy where it has one. */
export interface DatabaseTarget {
  /** What the edge leads to, among the edges of one workload. */
  readonly to: string;
  readonly host: pulumi.Input<string>;
  readonly port: number;
  readonly databaseName: string;
  /** Secret of the application's role, with `username` and `password`. */
  readonly secretArn: pulumi.Input<string>;
  /** IPv4 ranges of its subnets. */
  readonly cidrBlocks: readonly string[];
  /**
   * Minutes for which a login stays good after it was rotated.
   *
   * @default - it is not rotated
   */
  readonly overlapMinutes?: number | undefined;
}

/** An edge to a PostgreSQL database: its place, and the login by which it is reached over TLS. */
export function databaseEdge(target: DatabaseTarget): Edge {
  const { to, host, port, databaseName, secretArn, cidrBlocks, overlapMinutes } = target;
  return {
    to,
    destination: { port, cidrBlocks },
    environment: {
      DATABASE_HOST: host,
      DATABASE_PORT: String(port),
      DATABASE_NAME: databaseName,
      DATABASE_SSLMODE: "verify-full",
    },
    secrets: {
      DATABASE_USERNAME: { secretArn, key: "username", overlapMinutes },
      DATABASE_PASSWORD: { secretArn, key: "password", overlapMinutes },
    },
  };
}
