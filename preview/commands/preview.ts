import type { Size } from "../../spec/spec";
import { documentVersion, type PreviewDocument, type StackDocument } from "../document";
import { exitCodes } from "../exit-codes";
import { previewStack, type PreviewRequest } from "../preview-stack";
import { progressOn, type Progress } from "../progress";
import { describeError, renderError } from "../reports/errors";
import { styleFor } from "../reports/style";
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

/** Previews the stacks, prints what they are, and sets the exit code. */
export async function previewCommand(options: PreviewOptions): Promise<void> {
  const documents: StackDocument[] = [];
  const { requests, failures } = prepare(options);
  const progress = progressOn(process.stderr);
  for (const request of failures.length === 0 ? requests : []) {
    try {
      documents.push(await previewOne(request, options, progress));
    } catch (error) {
      failures.push({ error, stack: request.stack.name });
    }
    progress.done();
  }
  if (options.json) print(JSON.stringify(documentOf(documents, failures), undefined, 2));
  else
    failures.forEach(({ error, stack }) => process.stderr.write(`${renderError(error, stack)}\n`));
  process.exitCode =
    failures.length > 0 ? exitCodes.badInput : verdictOn(documents, options.failOn);
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
    for (const stack of readStacks(root, options.stack, {
      size: options.size,
      set: options.set,
    })) {
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
  progress: Progress,
): Promise<StackDocument> {
  const start = performance.now();
  const onStep = (step: string): void => {
    progress.step(`${request.stack.name}: ${step}`);
  };
  const { document } = await previewStack({ ...request, onStep });
  progress.done();
  if (options.json) return document;
  const report = renderStack(document, {
    title: request.design?.title ?? request.stack.project,
    spec: request.design?.spec,
    seconds: (performance.now() - start) / 1000,
    full: options.full,
    policies: options.policies,
    width: Math.min(Math.max(process.stdout.columns || 100, 80), 120),
    style: styleFor(process.stdout),
  });
  print(`${report}\n`);
  return document;
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
  const counts = stacks.some(
    ({ findings, requirements }) =>
      findings.some(
        ({ verdict, level }) =>
          verdict === "fail" && (level === "mandatory" || failOn === "advisory"),
      ) || requirements.some(({ verdict }) => verdict === "failed"),
  );
  return counts ? exitCodes.findings : exitCodes.clean;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
