import type { Configuration } from "@groundwork/policies/configuration";
import { run } from "./engine/run";
import { redact } from "./engine/wire";
import type { StackDocument } from "./document";
import { prove } from "./requirements/prove";
import { judge } from "./rules/judge";
import { Program } from "./program";
import { describeFindings, describeResources, describeRules } from "./stacks/describe";
import type { Design } from "./stacks/design";
import type { Stack } from "./stacks/stack";

/** How long each step of a preview took, in milliseconds. */
interface Split {
  readonly import: number;
  readonly program: number;
  readonly rules: number;
  readonly proofs: number;
}

export interface PreviewedStack {
  readonly document: StackDocument;
  readonly split: Split;
}

/** What to preview, and how to judge it. */
export interface PreviewRequest {
  readonly stack: Stack;
  /** What the stack is made from; undefined for a program that is not Groundwork's. */
  readonly design: Design | undefined;
  /** Configuration of the pack; undefined where no rule is to be judged. */
  readonly configuration: Configuration | undefined;
  /** Told what is being done, for a terminal. */
  readonly onStep: (step: string) => void;
}

/**
 * Previews one stack: runs its program, has the pack judge it, evaluates the proofs.
 *
 * @throws {@link ProgramError} at the program's first error.
 */
export async function previewStack(request: PreviewRequest): Promise<PreviewedStack> {
  const { stack, design, configuration, onStep } = request;
  const clock = stopwatch();
  onStep("running the program");
  const program = new Program(stack.main);
  const deployment = await run({
    project: stack.project,
    stack: stack.name,
    directory: stack.directory,
    config: stack.config.values,
    secretKeys: stack.config.secretKeys,
    program: () => program.run(),
  });
  const programTime = clock() - program.importTime;
  onStep("judging its resources");
  const verdicts = configuration ? await judge(deployment.resources, configuration) : [];
  const rulesTime = clock();
  onStep("checking requirements");
  const described = {
    project: stack.project,
    stack: stack.name,
    system: design?.spec.system ?? "",
    environment: design?.spec.environment ?? "",
    size: design?.spec.size ?? "",
    spec: (design ? redact(design.spec) : {}) as StackDocument["spec"],
    resources: describeResources(deployment.resources),
    findings: describeFindings(verdicts),
    rules: configuration ? describeRules(configuration, verdicts) : [],
    outputs: redact(deployment.outputs) as StackDocument["outputs"],
  };
  const requirements = design ? prove(described) : [];
  return {
    document: { ...described, requirements },
    split: { import: program.importTime, program: programTime, rules: rulesTime, proofs: clock() },
  };
}

/** Milliseconds since the last call. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const elapsed = now - last;
    last = now;
    return elapsed;
  };
}
