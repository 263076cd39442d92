import { ResourceError, runtime, type Resource as PulumiResource } from "@pulumi/pulumi";
import state = require("@pulumi/pulumi/runtime/state");
import { captureUncaught, FirstFailure, ProgramError } from "./failure";
import { makeSdkFast } from "./fast-sdk";
import { Monitor, type MonitorOptions } from "./monitor";
import type { Resource } from "./resource";
import { monitorService } from "./service";
import { formatStacksPlainly, sourceInStack } from "./source";
import { rootType } from "./urn";
import type { Data } from "./wire";

export interface RunOptions extends MonitorOptions {
  readonly secretKeys: readonly string[];
  /** The program: what `index.ts` exports. */
  readonly program: () => unknown;
}

/** What a program would deploy, in the order of URNs. */
export interface Deployment {
  readonly resources: readonly Resource[];
  readonly outputs: Data;
}

/**
 * Runs a Pulumi program in this process as `pulumi preview` would on an empty stack.
 *
 * @throws {@link ProgramError} at the program's first error: a throw, a rejected promise, a resource refused.
 */
export async function run(options: RunOptions): Promise<Deployment> {
  const makeSdkSlow = makeSdkFast();
  const monitor = new Monitor(options);
  const failure = new FirstFailure();
  const release = captureUncaught((reason) => {
    failure.fail(reason);
  });
  const waitsForever = (): void => {
    failure.fail(new ProgramError("the program waits for a promise that nothing will settle"));
  };
  process.once("beforeExit", waitsForever);
  const formatAsBefore = formatStacksPlainly();
  connect(options, monitor, failure);
  try {
    await Promise.race([execute(options.program, failure), failure.promise]);
    return deploymentOf(monitor);
  } catch (error) {
    throw await asProgramError(error, options.directory);
  } finally {
    await settle(failure);
    formatAsBefore();
    makeSdkSlow();
    process.off("beforeExit", waitsForever);
    release();
  }
}

/** Gives the SDK a state of its own for this run. A store local to asynchronous calls would slow down every promise. */
function connect(options: RunOptions, monitor: Monitor, failure: FirstFailure): void {
  globalThis.globalStore = new state.LocalStore();
  runtime.setAllConfig({ ...options.config }, [...options.secretKeys]);
  runtime.setMockOptions(
    monitorService(monitor, failure),
    options.project,
    options.stack,
    true,
    "organization",
  );
}

async function execute(program: () => unknown, failure: FirstFailure): Promise<void> {
  await runtime.runInPulumiStack(async () => {
    try {
      return (await program()) as Record<string, unknown>;
    } catch (error) {
      failure.fail(error);
      throw error;
    }
  });
  await runtime.disconnect();
  await nextTurn();
  if (failure.failed) await failure.promise;
}

/** After a failure what is under way still ends, and must not reach whoever listens next. */
async function settle(failure: FirstFailure): Promise<void> {
  if (!failure.failed) return;
  await Promise.race([runtime.disconnect().catch(() => undefined), delay(200)]);
  await nextTurn();
}

function deploymentOf(monitor: Monitor): Deployment {
  const resources = [...monitor.resources.values()].sort((a, b) => (a.urn < b.urn ? -1 : 1));
  const root = resources.find(({ type }) => type === rootType);
  return { resources, outputs: root?.outputs ?? {} };
}

async function asProgramError(error: unknown, directory: string): Promise<ProgramError> {
  if (error instanceof ProgramError) return error;
  if (!(error instanceof Error)) return new ProgramError(String(error));
  const urn = ResourceError.isInstance(error) ? await urnOf(error.resource) : "";
  return new ProgramError(error.message, urn, sourceInStack(error.stack, directory));
}

/** The URN of a resource that is being registered; empty where the program failed before it had one. */
function urnOf(resource: PulumiResource | undefined): Promise<string> {
  const named = new Promise<string>((resolve) => resource?.urn.apply(resolve));
  return Promise.race([named, delay(100).then(() => "")]);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
