import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { ServerWritableStream } from "@grpc/grpc-js";
import {
  LanguageRuntimeService,
  type ILanguageRuntimeServer,
} from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  LanguageHandshakeResponse,
  RunPluginResponse,
  RunResponse,
  type RunPluginRequest,
  type RunRequest,
} from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { serve, unary } from "./grpc-server";

/**
 * The part of Pulumi's Node language host that the engine needs to run a program and a policy pack. It stands in
 * for `pulumi-language-nodejs`, whose Go module the Go proxy does not serve; what it starts is Pulumi's own.
 */
interface ProgramOptions {
  readonly nodeargs?: string;
  readonly typescript?: boolean;
}

/** The exit code by which a program says that it has already told the engine of its error. */
const alreadyReported = 32;

const engineAddress = process.argv.at(-1) ?? "";

const languageHost: Partial<ILanguageRuntimeServer> = {
  handshake: unary(() => new LanguageHandshakeResponse()),
  getRequiredPlugins: unary(() => new GetRequiredPluginsResponse()),
  getRequiredPackages: unary(() => new GetRequiredPackagesResponse()),
  getPluginInfo: unary(() => new PluginInfo()),
  cancel: unary(() => new Empty()),
  run: unary(runProgram),
  runPlugin,
};

async function runProgram(request: RunRequest): Promise<RunResponse> {
  const directory = directoryOf(request);
  const options = (request.getInfo()?.getOptions()?.toJavaScript() ?? {}) as ProgramOptions;
  const nodeArguments = options.nodeargs?.split(" ") ?? [];
  const program = spawn(process.execPath, [...nodeArguments, ...runArguments(request, directory)], {
    cwd: directory,
    stdio: ["ignore", process.stderr, process.stderr],
    env: { ...process.env, ...runEnvironment(request, options) },
  });
  return responseTo(await exitOf(program));
}

function responseTo(code: number): RunResponse {
  if (code === 0) return new RunResponse();
  if (code === alreadyReported) return new RunResponse().setBail(true);
  return new RunResponse().setError(`Program exited with non-zero exit code: ${code.toString()}`);
}

function runArguments(request: RunRequest, directory: string): readonly string[] {
  const info = request.getInfo();
  const valued = {
    monitor: request.getMonitorAddress(),
    engine: engineAddress,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": info?.getRootDirectory() ?? directory,
    stack: request.getStack(),
    pwd: request.getPwd(),
    parallel: request.getParallel().toString(),
  };
  return [
    sdkScript("run", directory),
    ...Object.entries(valued).flatMap(([name, value]) => [`--${name}`, value]),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    info?.getEntryPoint() ?? ".",
  ];
}

function runEnvironment(request: RunRequest, options: ProgramOptions): NodeJS.ProcessEnv {
  const config: Record<string, string> = {};
  request.getConfigMap().forEach((value: string, key: string) => {
    config[key] = value;
  });
  return {
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    ...(options.typescript === false ? {} : { PULUMI_NODEJS_TYPESCRIPT: "true" }),
  };
}

/** Starts a policy pack and hands on what it prints: its first line is the port that it listens on. */
function runPlugin(call: ServerWritableStream<RunPluginRequest, RunPluginResponse>): void {
  const { request } = call;
  const directory = directoryOf(request);
  const script = sdkScript("run-policy-pack", directory);
  const variables = request.getEnvList().map((entry) => entry.split(/=(.*)/s).slice(0, 2));
  const pack = spawn(process.execPath, [script, ...request.getArgsList(), directory], {
    cwd: directory,
    env: { ...process.env, ...(Object.fromEntries(variables) as NodeJS.ProcessEnv) },
  });
  pack.stdout.on("data", (chunk: Buffer) => call.write(new RunPluginResponse().setStdout(chunk)));
  pack.stderr.on("data", (chunk: Buffer) => call.write(new RunPluginResponse().setStderr(chunk)));
  call.on("cancelled", () => pack.kill());
  void exitOf(pack).then((code) => {
    call.write(new RunPluginResponse().setExitcode(code));
    call.end();
  });
}

/** The directory of the program, or of the pack. */
function directoryOf(request: RunPluginRequest | RunRequest): string {
  return request.getInfo()?.getProgramDirectory() ?? request.getPwd();
}

/** A script of the SDK that the program or the pack itself depends on. */
function sdkScript(name: string, directory: string): string {
  return createRequire(join(directory, "package.json")).resolve(`@pulumi/pulumi/cmd/${name}`);
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on("close", (code) => {
      resolve(code ?? 1);
    });
  });
}

void serve(LanguageRuntimeService, languageHost).then(({ port }) => {
  process.stdout.write(`${port.toString()}\n`);
});
