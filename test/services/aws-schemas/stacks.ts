import { join } from "node:path";
import type { StackDocument } from "../../../preview/document";
import { previewStack } from "../../../preview/preview-stack";
import { root } from "../../../preview/root";
import { configurationFor } from "../../../preview/rules/configuration";
import { designOf } from "../../../preview/stacks/design";
import { readStacks } from "../../../preview/stacks/stack";

/** Where the program of the accounts is. */
export const accountProject = join(root, "account");

/** Previews a stack of the project, or of another one, as `groundwork preview` does. */
export async function preview(name: string, project = root): Promise<StackDocument> {
  const [stack] = readStacks(project, [name], { size: undefined, set: [] });
  if (stack === undefined) throw new Error(`${project} has no stack named ${name}`);
  const design = designOf(stack);
  const configuration = configurationFor(design, undefined);
  const { document } = await previewStack({
    ...{ stack, design, configuration, onStep: () => undefined },
  });
  return document;
}
