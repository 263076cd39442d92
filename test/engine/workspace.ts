import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Cli } from "./cli";
import { readEvents, type Events } from "./events";

/** The passphrase that encrypts the secrets of the workspace's stacks. */
const passphrase = "correct horse battery staple";

/**
 * Megabytes that a program may use. Ours use a third; without the script that `Pulumi.yaml` preloads, Node 20
 * uses gigabytes, and a minute, to show why a program failed.
 */
const programMemory = 512;

/** What a workspace is made of. */
export interface WorkspaceArgs {
  readonly cli: Cli;
  /** The repository. It is copied, and its packages are linked. */
  readonly repository: string;
  /** The project: a directory of the repository with a `Pulumi.yaml`. */
  readonly project: string;
  /** The value of `PULUMI_DEBUG_PROVIDERS`. */
  readonly providers: string;
}

/** How one command of the CLI ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly events: Events;
}

/** A policy pack that judges an operation. */
export interface Pack {
  /** The directory of its `PulumiPolicy.yaml`. */
  readonly directory: string;
  /** A file for `--policy-pack-config`. */
  readonly configuration?: string;
}

const leftOut: ReadonlySet<string> = new Set([".git", ".groundwork", "coverage", "node_modules"]);

/** A project with a Pulumi home and a state of its own: nothing outside its directory is read or written. */
export class Workspace {
  /** The copy of the repository. */
  readonly repository: string;
  /** The copy of the project. */
  readonly project: string;
  #operations = 0;

  private constructor(
    /** Holds everything of the workspace. */
    readonly directory: string,
    private readonly args: WorkspaceArgs,
  ) {
    this.repository = join(directory, "repository");
    this.project = join(this.repository, args.project);
  }

  static async create(args: WorkspaceArgs): Promise<Workspace> {
    const workspace = new Workspace(await mkdtemp(join(tmpdir(), "groundwork-")), args);
    await mkdir(join(workspace.directory, "home"));
    await mkdir(join(workspace.directory, "state"));
    await cp(args.repository, workspace.repository, {
      recursive: true,
      filter: (source) => !leftOut.has(basename(source)),
    });
    await symlink(
      join(args.repository, "node_modules"),
      join(workspace.repository, "node_modules"),
    );
    return workspace;
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Makes an empty stack. */
  initialize(stack: string): Promise<Outcome> {
    return this.pulumi("stack", "init", stack);
  }

  /** Shows what a deployment would do. */
  preview(stack: string, pack?: Pack, ...options: readonly string[]): Promise<Outcome> {
    return this.#operation("preview", stack, pack, options);
  }

  /** Deploys without a preview. */
  up(stack: string, pack?: Pack, ...options: readonly string[]): Promise<Outcome> {
    return this.#operation("up", stack, pack, ["--yes", "--skip-preview", ...options]);
  }

  /** Deletes everything, after a preview that must succeed unless `--skip-preview` is given. */
  destroy(stack: string, ...options: readonly string[]): Promise<Outcome> {
    return this.#operation("destroy", stack, undefined, ["--yes", ...options]);
  }

  /** The stack's state, as the backend keeps it. */
  async export(stack: string): Promise<string> {
    const { stdout } = await this.pulumi("stack", "export", "--stack", stack);
    return stdout;
  }

  /** Runs any command of the CLI in the project. */
  pulumi(...parameters: readonly string[]): Promise<Outcome> {
    return this.#run(parameters, "");
  }

  async #run(parameters: readonly string[], log: string): Promise<Outcome> {
    const child = spawn(this.args.cli.path, parameters, {
      cwd: this.project,
      env: this.#environment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
    const code = await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (status) => {
        resolve(status ?? -1);
      });
    });
    const events = readEvents(log);
    await rm(log, { force: true }); // it holds the SDK's debug messages, and those hold secrets
    return { code, ...output, events };
  }

  #operation(
    command: string,
    stack: string,
    pack: Pack | undefined,
    options: readonly string[],
  ): Promise<Outcome> {
    this.#operations += 1;
    const log = join(this.directory, `events-${this.#operations.toString()}.jsonl`);
    const common = ["--stack", stack, "--non-interactive", "--color", "never", "--event-log", log];
    return this.#run([command, ...common, ...packOptions(pack), ...options], log);
  }

  #environment(): NodeJS.ProcessEnv {
    return {
      PATH: [dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
      NODE_OPTIONS: `--max-old-space-size=${programMemory.toString()}`,
      HOME: this.directory,
      TMPDIR: this.directory,
      PULUMI_HOME: join(this.directory, "home"),
      PULUMI_BACKEND_URL: `file://${join(this.directory, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: passphrase,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_DEBUG_COMMANDS: "true",
      PULUMI_DEBUG_PROVIDERS: this.args.providers,
      GROUNDWORK_LOADER: pathToFileURL(require.resolve("tsx")).href,
      GROUNDWORK_LANGUAGE_HOST: join(__dirname, "language-host.ts"),
    };
  }
}

function packOptions(pack: Pack | undefined): readonly string[] {
  if (pack === undefined) return [];
  const configuration = pack.configuration;
  return [
    ...["--policy-pack", pack.directory],
    ...(configuration === undefined ? [] : ["--policy-pack-config", configuration]),
  ];
}
