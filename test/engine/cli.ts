import { execFile } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, realpathSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

/** A Pulumi CLI that can run Node programs. */
export interface Cli {
  /** The `pulumi` binary. */
  readonly path: string;
  readonly from: "PATH" | "the cache" | "a build";
  /** Whether the language host beside it is the one of this suite, not Pulumi's own. */
  readonly ownLanguageHost: boolean;
}

/** Where to look for a CLI and where to build one. */
export interface Places {
  /** The directories of the PATH variable. */
  readonly path: readonly string[];
  /** Where binaries are kept, a directory for each version. */
  readonly cache: string;
  /** The Go module that names the version and builds it. */
  readonly module: string;
}

const languageHost = "pulumi-language-nodejs";

/** Starts the language host that the environment names: the cache is shared by all clones, the host is each one's own. */
const launcher = `#!/bin/sh
exec node --import "$GROUNDWORK_LOADER" "$GROUNDWORK_LANGUAGE_HOST" "$@"
`;

/** Where this machine keeps such things. */
export function usualPlaces(): Places {
  const cacheHome = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return {
    path: (process.env["PATH"] ?? "").split(delimiter),
    cache: join(cacheHome, "groundwork"),
    module: join(__dirname, "cli"),
  };
}

/**
 * Finds the Pulumi CLI on the PATH, else in the cache, else builds it into the cache, which takes some minutes.
 *
 * @throws if there is none and no Go to build one.
 */
export async function findCli(places: Places = usualPlaces()): Promise<Cli> {
  const installed = installedCli(places.path);
  if (installed !== undefined) return installed;
  const version = versionOf(places.module);
  const path = join(places.cache, `pulumi-${version}`, "pulumi");
  const cached = isExecutable(path);
  if (!cached) await build(places.module, version, path);
  await placeLanguageHost(dirname(path));
  return { path, from: cached ? "the cache" : "a build", ownLanguageHost: true };
}

/** An installation on the PATH counts when its language host is there too, on the PATH or beside the real binary. */
function installedCli(directories: readonly string[]): Cli | undefined {
  const directory = directories.find((each) => isExecutable(join(each, "pulumi")));
  if (directory === undefined) return undefined;
  const path = join(directory, "pulumi");
  const hostPlaces = [...directories, dirname(realpathSync(path))];
  const complete = hostPlaces.some((each) => isExecutable(join(each, languageHost)));
  return complete ? { path, from: "PATH", ownLanguageHost: false } : undefined;
}

/** The version of the CLI that the Go module requires. */
export function versionOf(module: string): string {
  const requirements = readFileSync(join(module, "go.mod"), "utf8");
  const version = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(requirements)?.[1];
  if (version === undefined) throw new Error(`go.mod in ${module} must require pulumi/pkg/v3`);
  return version;
}

async function build(module: string, version: string, path: string): Promise<void> {
  const unfinished = `${path}.${process.pid.toString()}`;
  const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";
  await mkdir(dirname(path), { recursive: true });
  process.stderr.write(`  building the Pulumi CLI ${version}, which takes some minutes\n`);
  const parameters = [
    ...["build", "-trimpath", "-tags", "osusergo", "-o", unfinished],
    ...["-ldflags", `-w -s -X ${versionVariable}=v${version}`],
    "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  ];
  const env = { ...process.env, CGO_ENABLED: "0", GOTOOLCHAIN: "local" };
  await promisify(execFile)("go", parameters, { cwd: module, env }).catch((error: unknown) => {
    throw new Error(
      `pulumi must be on the PATH, in ${dirname(path)} or built by Go, which failed: ${lastLine(error)}`,
    );
  });
  await rename(unfinished, path);
}

function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n").at(-1) ?? "";
}

/** A binary that was built has no language host beside it, where the engine looks for one. */
async function placeLanguageHost(directory: string): Promise<void> {
  const path = join(directory, languageHost);
  if (existsSync(path) && readFileSync(path, "utf8") === launcher) return;
  const unfinished = `${path}.${process.pid.toString()}`;
  await writeFile(unfinished, launcher, { mode: 0o755 });
  await rename(unfinished, path);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
