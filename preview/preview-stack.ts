import type { Configuration } from "@groundwork/policies/configuration";
import type { Verdict } from "@groundwork/policies/verdict";
import { run, type Deployment } from "./engine/run";
import { redact } from "./engine/wire";
import type { StackDocument } from "./document";
import { Program } from "./program";
import { describeRequirements } from "./requirements/describe";
import type { Evaluation } from "./requirements/evaluate";
import { prove } from "./requirements/prove";
import { judge } from "./rules/judge";
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
  /** What each rule says of each resource of its types. */
  readonly verdicts: readonly Verdict[];
  /** What each requirement of the system comes to, in the order of its guide. */
  readonly requirements: readonly Evaluation[];
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

/** Previews one stack: {@link previewStack}, or what remembers its previews. */
export type Previewer = (request: PreviewRequest) => Promise<PreviewedStack>;

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
  const deployment = await deploy(stack, program);
  const programTime = clock() - program.importTime;
  onStep("judging its resources");
  const verdicts = configuration ? await judge(deployment.resources, configuration) : [];
  const rulesTime = clock();
  onStep("checking requirements");
  const described = describe(request, deployment, verdicts);
  const requirements = design ? prove({ ...described, verdicts }) : [];
  const document = { ...described, requirements: describeRequirements(requirements) };
  const times = { import: program.importTime, program: programTime, rules: rulesTime };
  return { document, verdicts, requirements, split: { ...times, proofs: clock() } };
}

function deploy(stack: Stack, program: Program): Promise<Deployment> {
  return run({
    project: stack.project,
    stack: stack.name,
    directory: stack.directory,
    config: stack.config.values,
    secretKeys: stack.config.secretKeys,
    program: () => program.run(),
  });
}

function describe(
  { stack, design, configuration }: PreviewRequest,
  { resources, outputs }: Deployment,
  verdicts: readonly Verdict[],
): Omit<StackDocument, "requirements"> {
  return {
    project: stack.project,
    stack: stack.name,
    ...identityOf(design),
    resources: describeResources(resources),
    findings: describeFindings(verdicts),
    rules: configuration ? describeRules(configuration, verdicts) : [],
    outputs: redact(outputs) as StackDocument["outputs"],
  };
}

function identityOf(
  design: Design | undefined,
): Pick<StackDocument, "system" | "environment" | "size" | "spec"> {
  if (design === undefined) return { system: "", environment: "", size: "", spec: {} };
  const { system, environment, size } = design.spec;
  return { system, environment, size, spec: redact(design.spec) as StackDocument["spec"] };
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
