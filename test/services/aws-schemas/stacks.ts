import type { StackDocument } from "../../../preview/document";
import { previewStack } from "../../../preview/preview-stack";
import { root } from "../../../preview/root";
import { configurationFor } from "../../../preview/rules/configuration";
import { designOf } from "../../../preview/stacks/design";
import { readStacks } from "../../../preview/stacks/stack";

/** Previews a stack of the project as `groundwork preview` does. */
export async function preview(name: string, set: readonly string[] = []): Promise<StackDocument> {
  const [stack] = readStacks(root, [name], { size: undefined, set });
  if (stack === undefined) throw new Error(`the project has no stack named ${name}`);
  const design = designOf(stack);
  const configuration = configurationFor(design, undefined);
  const { document } = await previewStack({
    ...{ stack, design, configuration, onStep: () => undefined },
  });
  return document;
}
