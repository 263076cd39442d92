import type { ApplicationRoleArgs } from "../database-bootstrap/args";
import type { CheckArgs } from "./args";

/** What {@link DatabaseBootstrap} is to have done. */
interface Bootstrapped {
  readonly applicationRole: ApplicationRoleArgs;
  readonly extensions: readonly string[];
}

/** Checks that the database is as the bootstrap leaves it: extensions, and the limits of the application's role. */
export function bootstrapChecks({
  applicationRole: { name, connectionLimit },
  extensions,
}: Bootstrapped): readonly CheckArgs[] {
  const role = `'${name}'`;
  const limit = {
    name: `connection limit of ${name}`,
    sql: `SELECT rolconnlimit FROM pg_roles WHERE rolname = ${role}`,
    exactly: connectionLimit,
  };
  return [
    ...extensions.map((extension) => ({
      name: `extension ${extension}`,
      sql: `SELECT count(*) FROM pg_extension WHERE extname = '${extension}'`,
      exactly: 1,
    })),
    ...(connectionLimit === undefined ? [] : [limit]),
    {
      name: `right of ${name} to make tables`,
      sql: `SELECT has_schema_privilege(${role}, 'public', 'CREATE')::int`,
      exactly: 0,
    },
  ];
}
