import type * as pulumi from "@pulumi/pulumi";
import { filesPath, type Edge } from "../edge";

/** Name of the file with the certificates by which clients know the server. */
const caFile = "database-ca.pem";

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
  /**
   * Certificates of the authorities that sign the server's, in PEM: the file that the variable `<prefix>_SSLROOTCERT`
   * names.
   *
   * @default - the workload knows them
   */
  readonly caCertificates?: string | undefined;
  /**
   * Most connections that one pod holds, as the variable `<prefix>_POOL_SIZE` says it.
   *
   * @default - the workload decides
   */
  readonly poolSize?: number | undefined;
  /**
   * First part of the variables, before an underscore.
   *
   * @default "DATABASE"
   */
  readonly variablePrefix?: string | undefined;
}

/** An edge to a PostgreSQL database: its place, and the login by which it is reached over TLS. */
export function databaseEdge(target: DatabaseTarget): Edge {
  const { to, host, port, databaseName, secretArn, cidrBlocks, overlapMinutes } = target;
  const { caCertificates, poolSize, variablePrefix: prefix = "DATABASE" } = target;
  return {
    to,
    destination: { port, cidrBlocks },
    environment: {
      [`${prefix}_HOST`]: host,
      [`${prefix}_PORT`]: String(port),
      [`${prefix}_NAME`]: databaseName,
      [`${prefix}_SSLMODE`]: "verify-full",
      ...(caCertificates === undefined
        ? {}
        : { [`${prefix}_SSLROOTCERT`]: `${filesPath}/${caFile}` }),
      ...(poolSize === undefined ? {} : { [`${prefix}_POOL_SIZE`]: String(poolSize) }),
    },
    files: caCertificates === undefined ? {} : { [caFile]: caCertificates },
    secrets: {
      [`${prefix}_USERNAME`]: { secretArn, key: "username", overlapMinutes },
      [`${prefix}_PASSWORD`]: { secretArn, key: "password", overlapMinutes },
    },
  };
}
