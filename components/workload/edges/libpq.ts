import { filesPath, type Edge } from "../edge";

import type { DatabaseTarget } from "./database";

/** Where a PostgreSQL database is, and by which login it is reached. */
export type LibpqTarget = Pick<
  DatabaseTarget,
  "to" | "host" | "port" | "databaseName" | "secretArn" | "cidrBlocks" | "overlapMinutes"
>;

/** Name of the file with the certificates by which clients of PostgreSQL know the server. */
export const caFile = "ca.pem";

/**
 * An edge to a PostgreSQL database for what speaks to it by PostgreSQL's own library, as `psql` and `pg_dump` do: the
 * variables that this reads. The server proves who it is by the certificates in the workload's file {@link caFile}.
 *
 * @see https://www.postgresql.org/docs/16/libpq-envars.html
 */
export function libpqEdge(target: LibpqTarget): Edge {
  const { to, host, port, databaseName, secretArn, cidrBlocks, overlapMinutes } = target;
  return {
    to,
    destination: { port, cidrBlocks },
    environment: {
      PGHOST: host,
      PGPORT: String(port),
      PGDATABASE: databaseName,
      PGSSLMODE: "verify-full",
      PGSSLROOTCERT: `${filesPath}/${caFile}`,
      PGCONNECT_TIMEOUT: "10",
    },
    secrets: {
      PGUSER: { secretArn, key: "username", overlapMinutes },
      PGPASSWORD: { secretArn, key: "password", overlapMinutes },
    },
  };
}
