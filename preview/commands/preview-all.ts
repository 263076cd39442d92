import type { Configuration } from "@groundwork/policies/configuration";
import type { Io } from "../io";
import type { PreviewedStack, Previewer } from "../preview-stack";
import type { ProvedStack } from "../requirements/listing";
import type { Failure } from "./failures";
import type { Request } from "./prepare";

/** A stack that the pack is to judge. */
export interface JudgedStack extends Request {
  readonly configuration: Configuration;
}

/** A stack, and what its preview shows. */
export interface Previewed extends JudgedStack, PreviewedStack {}

export function judgedStacks(requests: readonly Request[]): readonly JudgedStack[] {
  return requests.flatMap(({ configuration, ...request }) =>
    configuration === undefined ? [] : [{ ...request, configuration }],
  );
}

/** Previews stacks one after the other, and says on the terminal what is being done. */
export async function previewAll(
  stacks: readonly JudgedStack[],
  { progress }: Pick<Io, "progress">,
  previewer: Previewer,
): Promise<{ readonly previewed: readonly Previewed[]; readonly failures: readonly Failure[] }> {
  const previewed: Previewed[] = [];
  const failures: Failure[] = [];
  for (const stack of stacks) {
    const { name } = stack.stack;
    const onStep = (step: string): void => {
      progress.step(`${name}: ${step}`);
    };
    try {
      previewed.push({ ...stack, ...(await previewer({ ...stack, onStep })) });
    } catch (error) {
      failures.push({ error, stack: name });
    }
  }
  progress.done();
  return { previewed, failures };
}

/** What the requirements of stacks come to; stacks that are of no system of this project have none. */
export function provedStacks(stacks: readonly Previewed[]): readonly ProvedStack[] {
  return stacks.flatMap(({ stack, design, requirements }) => {
    if (design === undefined) return [];
    const { system, environment } = design.spec;
    return [{ system, title: design.title, stack: stack.name, environment, requirements }];
  });
}
