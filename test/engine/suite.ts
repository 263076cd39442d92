import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { standIns } from "../../preview/providers/stand-in";
import { findCli, type Cli } from "./cli";
import { Providers } from "./providers";
import { Workspace, type Pack } from "./workspace";

/** The repository. */
const root = join(__dirname, "..", "..");

/** A workspace with its providers. */
export interface Bench {
  readonly workspace: Workspace;
  readonly providers: Providers;
}

const benches: Bench[] = [];

/** The CLI; where there is none the tests are skipped with a reason, or fail where `CI` is set. */
export async function cliOrSkip(context: Mocha.Context): Promise<Cli> {
  context.timeout(20 * 60 * 1000);
  try {
    return await findCli();
  } catch (error) {
    if (process.env["CI"] !== undefined) throw error;
    console.warn(`      skipped: ${error instanceof Error ? error.message : String(error)}`);
    return context.skip();
  }
}

/** Makes a workspace for a project of the repository, with stand-ins for its providers, until the test file ends. */
export async function benchOf(cli: Cli, project: string): Promise<Bench> {
  const providers = new Providers(standIns);
  await providers.start();
  const workspace = await Workspace.create({
    ...{ cli, repository: root, project, providers: providers.addresses },
  });
  const bench = { workspace, providers };
  benches.push(bench);
  return bench;
}

/** Leaves nothing of the benches of a test file behind. */
export async function closeBenches(): Promise<void> {
  for (const { workspace, providers } of benches.splice(0)) {
    providers.close();
    await workspace.remove();
  }
}

/** Compiles the pack of a workspace as it is compiled for publishing, and configures it as a stack's pack is. */
export function packOf({ repository, project }: Workspace, stack: string): Required<Pack> {
  execFileSync("npm", ["run", "build", "-w", "policies"], { cwd: repository, stdio: "pipe" });
  const own = join(project, "policy.json");
  const ofSystem = join(repository, "systems", "cdf-smart-hub", `policy.${stack}.json`);
  return {
    directory: join(repository, "policies"),
    configuration: existsSync(own) ? own : ofSystem,
  };
}

/** The same pack, made to report what it cannot decide before the deployment, which it else passes over. */
export function outspoken(workspace: Workspace, pack: Required<Pack>): Required<Pack> {
  const given = JSON.parse(readFileSync(pack.configuration, "utf8")) as object;
  const configuration = join(workspace.directory, "outspoken.json");
  const valuesKnown = { enforcementLevel: "advisory", report: true };
  writeFileSync(configuration, JSON.stringify({ ...given, "values-known": valuesKnown }));
  return { ...pack, configuration };
}
