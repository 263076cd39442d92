import type { Size } from "../../spec/spec";
import { documentVersion, type PreviewDocument, type StackDocument } from "../document";
import { exitCodes } from "../exit-codes";
import type { Io } from "../io";
import { previewStack, type PreviewRequest } from "../preview-stack";
import { describeError, renderError } from "../reports/errors";
import { renderStack } from "../reports/terminal";
import { root } from "../root";
import { configurationFor } from "../rules/configuration";
import { designOf } from "../stacks/design";
import { readStacks } from "../stacks/stack";

/** What `groundwork preview` was asked for. */
export interface PreviewOptions {
  readonly stack: readonly string[];
  readonly size?: Size;
  readonly set: readonly string[];
  readonly policyConfig?: string;
  readonly policies: boolean;
  readonly failOn: "mandatory" | "advisory";
  readonly full: boolean;
  readonly json: boolean;
}

type Request = Omit<PreviewRequest, "onStep">;

/** What went wrong, and with which stack. */
interface Failure {
  readonly error: unknown;
  readonly stack: string | undefined;
}

/** Previews the stacks, prints what they are, and returns the exit code. */
export async function preview(options: PreviewOptions, io: Io): Promise<number> {
  const documents: StackDocument[] = [];
  const { requests, failures } = prepare(options);
  for (const request of failures.length === 0 ? requests : []) {
    try {
      documents.push(await previewOne(request, options, io));
    } catch (error) {
      failures.push({ error, stack: request.stack.name });
    }
    io.progress.done();
  }
  if (options.json) io.out(JSON.stringify(documentOf(documents, failures), undefined, 2));
  else reportFailures(failures, io);
  return failures.length > 0 ? exitCodes.badInput : verdictOn(documents, options.failOn);
}

/** Reads everything that the previews need, so that all bad input is reported before the first one runs. */
function prepare(options: PreviewOptions): { requests: Request[]; failures: Failure[] } {
  const requests: Request[] = [];
  const failures: Failure[] = [];
  const attempt = (stack: string | undefined, action: () => void): void => {
    try {
      action();
    } catch (error) {
      failures.push({ error, stack });
    }
  };
  attempt(undefined, () => {
    const changes = { size: options.size, set: options.set };
    for (const stack of readStacks(root, options.stack, changes)) {
      attempt(stack.name, () => {
        const design = designOf(stack);
        const configuration = options.policies
          ? configurationFor(design, options.policyConfig)
          : undefined;
        requests.push({ stack, design, configuration });
      });
    }
  });
  return { requests, failures };
}

async function previewOne(
  request: Request,
  options: PreviewOptions,
  { out, progress, style, width }: Io,
): Promise<StackDocument> {
  const start = performance.now();
  const onStep = (step: string): void => {
    progress.step(`${request.stack.name}: ${step}`);
  };
  const { document } = await previewStack({ ...request, onStep });
  progress.done();
  if (options.json) return document;
  const seconds = (performance.now() - start) / 1000;
  const { full, policies } = options;
  const { title = request.stack.project, spec } = request.design ?? {};
  out(`${renderStack(document, { title, spec, seconds, full, policies, width, style })}\n`);
  return document;
}

/** What is wrong with several stacks alike is said once. */
function reportFailures(failures: readonly Failure[], { err }: Io): void {
  const texts = failures.map(({ error, stack }) => renderError(error, stack));
  new Set(texts).forEach((text) => {
    err(`${text}\n`);
  });
}

function documentOf(stacks: StackDocument[], failures: readonly Failure[]): PreviewDocument {
  return {
    version: documentVersion,
    errors: failures.flatMap(({ error, stack }) => describeError(error, stack)),
    stacks,
    milliseconds: Math.round(performance.now()),
  };
}

/** Findings at the level or above it, and requirements that a proof shows to be broken, are not clean. */
function verdictOn(stacks: readonly StackDocument[], failOn: PreviewOptions["failOn"]): number {
  const isDirty = stacks.some(
    ({ findings, requirements }) =>
      findings.some(
        ({ verdict, level }) =>
          verdict === "fail" && (level === "mandatory" || failOn === "advisory"),
      ) || requirements.some(({ verdict }) => verdict === "failed"),
  );
  return isDirty ? exitCodes.findings : exitCodes.clean;
}
