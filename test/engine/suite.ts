import { join } from "node:path";
import { standIns } from "../../preview/providers/stand-in";
import { findCli, type Cli } from "./cli";
import { Providers } from "./providers";
import { Workspace } from "./workspace";

/** The repository. */
export const root = join(__dirname, "..", "..");

/** A workspace with its providers. */
export interface Bench {
  readonly workspace: Workspace;
  readonly providers: Providers;
  close(): Promise<void>;
}

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

/** Makes a workspace for a project of the repository, with stand-ins for its providers. */
export async function benchOf(cli: Cli, project: string): Promise<Bench> {
  const providers = new Providers(standIns);
  await providers.start();
  const workspace = await Workspace.create({
    ...{ cli, repository: root, project, providers: providers.addresses },
  });
  return {
    workspace,
    providers,
    close: async () => {
      providers.close();
      await workspace.remove();
    },
  };
}
