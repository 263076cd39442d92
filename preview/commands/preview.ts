import { documentVersion, type PreviewDocument, type StackDocument } from "../document";
import { exitCodes } from "../exit-codes";
import type { Io } from "../io";
import { previewStack, type Previewer } from "../preview-stack";
import { renderStack } from "../reports/terminal";
import { describeFailures, reportFailures, type Failure } from "./failures";
import { prepare, type PrepareOptions, type Request } from "./prepare";

/** What `groundwork preview` was asked for. */
export interface PreviewOptions extends PrepareOptions {
  readonly failOn: "mandatory" | "advisory";
  readonly full: boolean;
  readonly json: boolean;
}

/** Previews the stacks, prints what they are, and returns the exit code. */
export async function preview(
  options: PreviewOptions,
  io: Io,
  previewer: Previewer = previewStack,
): Promise<number> {
  const documents: StackDocument[] = [];
  const { requests, failures } = prepare(options);
  for (const request of failures.length === 0 ? requests : []) {
    try {
      documents.push(await previewOne(request, options, io, previewer));
    } catch (error) {
      failures.push({ error, stack: request.stack.name });
    }
    io.progress.done();
  }
  if (options.json) io.out(JSON.stringify(documentOf(documents, failures), undefined, 2));
  else reportFailures(failures, io);
  return failures.length > 0 ? exitCodes.badInput : verdictOn(documents, options.failOn);
}

async function previewOne(
  request: Request,
  options: PreviewOptions,
  { out, progress, style, width }: Io,
  previewer: Previewer,
): Promise<StackDocument> {
  const start = performance.now();
  const onStep = (step: string): void => {
    progress.step(`${request.stack.name}: ${step}`);
  };
  const { document } = await previewer({ ...request, onStep });
  progress.done();
  if (options.json) return document;
  const seconds = (performance.now() - start) / 1000;
  const { full, policies } = options;
  const { title = request.stack.project, spec } = request.design ?? {};
  out(`${renderStack(document, { title, spec, seconds, full, policies, width, style })}\n`);
  return document;
}

function documentOf(stacks: StackDocument[], failures: readonly Failure[]): PreviewDocument {
  return {
    version: documentVersion,
    errors: describeFailures(failures),
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
