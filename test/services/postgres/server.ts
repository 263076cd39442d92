import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, openSync, readFileSync } from "node:fs";
import { chown, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { command, type Finished } from "./command";
import { clientFolder, type Installation } from "./installation";

/** Who logs in, and by which password. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** The user `nobody`: PostgreSQL refuses to run as root. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** The superuser, as RDS calls its own. */
const superuser: Login = { user: "rdsadmin", password: "superuser-Secret" };

/**
 * A server as RDS makes one: reached by TLS and SCRAM only, with a master user who makes roles and databases and is no
 * superuser. It logs every statement.
 */
export class Server {
  /** The master user. */
  readonly master: Login = { user: "postgres", password: "master-Secret" };
  /** The certificate by which it is known, in PEM. */
  readonly certificate: string;

  private constructor(
    private readonly folder: string,
    private readonly process: ChildProcess,
    readonly port: number,
  ) {
    this.certificate = readFileSync(join(folder, "server.pem"), "utf8");
  }

  static async start(installation: Installation): Promise<Server> {
    const folder = await mkdtemp(join(tmpdir(), "groundwork-postgres-"));
    if (isRoot) await chown(folder, nobody, nobody);
    const programs = await readable(installation, folder);
    const port = await freePort();
    await createCluster(programs, folder);
    await configure(folder, port, installation.settings);
    const [program, ...parameters] = asOwner(
      join(programs, "postgres"),
      "-D",
      join(folder, "data"),
    );
    const server = new Server(folder, spawn(program, parameters, quiet(folder)), port);
    await server.becomesReady();
    await server.query(superuser, [
      "CREATE ROLE rds_superuser",
      `CREATE ROLE ${server.master.user} LOGIN CREATEDB CREATEROLE PASSWORD '${server.master.password}'`,
      `GRANT rds_superuser TO ${server.master.user}`,
      `ALTER DATABASE postgres OWNER TO ${server.master.user}`,
      `ALTER DATABASE template1 OWNER TO ${server.master.user}`,
    ]);
    return server;
  }

  /** What the superuser is answered. */
  asSuperuser(statement: string, database = "postgres"): Promise<string> {
    return this.query(superuser, [statement], database);
  }

  /** What a login is answered to its statements, values of a row between bars; rejects with what the server says. */
  async query(login: Login, statements: readonly string[], database = "postgres"): Promise<string> {
    const { status, output } = await this.ask(login, statements, database);
    if (status !== 0) throw new Error(output.trim());
    return output.trim();
  }

  /** Everything that it wrote to its log. */
  log(): string {
    return readFileSync(join(this.folder, "log"), "utf8");
  }

  async stop(): Promise<void> {
    this.process.kill("SIGQUIT");
    if (this.process.exitCode === null) {
      await new Promise((resolve) => this.process.once("exit", resolve));
    }
    await rm(this.folder, { recursive: true });
  }

  private ask({ user, password }: Login, statements: readonly string[], database: string) {
    return command(
      ["psql", "-XqtA", ...statements.flatMap((statement) => ["--command", statement])],
      {
        PATH: `${clientFolder()}:${process.env["PATH"] ?? ""}`,
        HOME: this.folder,
        PGHOST: "localhost",
        PGPORT: String(this.port),
        PGSSLMODE: "verify-full",
        PGSSLROOTCERT: join(this.folder, "server.pem"),
        PGUSER: user,
        PGPASSWORD: password,
        PGDATABASE: database,
      },
    );
  }

  private async becomesReady(): Promise<void> {
    let last: Finished | undefined;
    for (let tries = 0; tries < 100 && this.process.exitCode === null; tries += 1) {
      last = await this.ask(superuser, ["SELECT"], "postgres");
      if (last.status === 0) return;
      await wait(100);
    }
    throw new Error(`PostgreSQL does not start: ${last?.output ?? ""}\n${this.log()}`);
  }
}

/** The folder of programs that the user who runs them can read. */
async function readable({ home, programs }: Installation, folder: string): Promise<string> {
  if (home === undefined || !isRoot) return programs;
  await cp(home, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  return join(folder, "native", "bin");
}

/** The command as the user who may run PostgreSQL, ended with these tests. */
function asOwner(...program: readonly [string, ...string[]]): [string, ...string[]] {
  const user = [`--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"];
  return ["setpriv", ...(isRoot ? user : []), "--pdeathsig=QUIT", ...program];
}

async function createCluster(programs: string, folder: string): Promise<void> {
  const password = join(folder, "superuser");
  await writeFile(password, superuser.password);
  const { status, output } = await command(
    asOwner(
      ...[join(programs, "initdb"), `--pgdata=${join(folder, "data")}`, "--auth=scram-sha-256"],
      ...[`--username=${superuser.user}`, `--pwfile=${password}`, "--encoding=UTF8", "--no-locale"],
    ),
    { PATH: process.env["PATH"] ?? "" },
  );
  if (status !== 0) throw new Error(output);
}

async function configure(
  folder: string,
  port: number,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  await createCertificate(folder);
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    ssl: "on",
    ssl_cert_file: join(folder, "server.pem"),
    ssl_key_file: join(folder, "server.key"),
    fsync: "off",
    log_statement: "all",
    log_connections: "on",
    ...more,
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key} = '${value}'\n`);
  appendFileSync(join(folder, "data", "postgresql.conf"), lines.join(""));
  await writeFile(join(folder, "data", "pg_hba.conf"), "hostssl all all all scram-sha-256\n");
}

async function createCertificate(folder: string): Promise<void> {
  const key = join(folder, "server.key");
  const { status, output } = await command(
    [
      ...["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"],
      ...["-keyout", key, "-out", join(folder, "server.pem")],
      ...["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
    ],
    { PATH: process.env["PATH"] ?? "" },
  );
  if (status !== 0) throw new Error(output);
  if (isRoot) await chown(key, nobody, nobody);
}

function quiet(folder: string) {
  const log = openSync(join(folder, "log"), "a");
  return { stdio: ["ignore", log, log] as ["ignore", number, number] };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
      });
    });
  });
}
