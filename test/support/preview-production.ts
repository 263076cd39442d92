import { join } from "node:path";
import type { StackDocument } from "../../preview/document";
import { previewStack } from "../../preview/preview-stack";
import { root } from "../../preview/root";
import { configurationFor } from "../../preview/rules/configuration";
import { designOf } from "../../preview/stacks/design";
import { readStacks } from "../../preview/stacks/stack";
import { edits, type Edit } from "./edit";

/** Previews production with changes of the command line, and with resources changed by a transformation. */
export async function previewProduction(
  set: readonly string[] = [],
  changes: readonly Edit[] = [],
): Promise<StackDocument> {
  const [stack] = readStacks(root, ["production"], { size: undefined, set });
  if (stack === undefined) throw new Error("the project has no stack named production");
  const design = designOf(stack);
  edits.current = changes;
  try {
    const { document } = await previewStack({
      stack: { ...stack, main: join(root, "test/preview/fixtures/edited.ts") },
      design: undefined, // requirements are not what these tests look at
      configuration: configurationFor(design, undefined),
      onStep: () => undefined,
    });
    return document;
  } finally {
    edits.current = [];
  }
}
