import type { PreviewedStack } from "../../preview/preview-stack";
import { root } from "../../preview/root";
import { configurationFor } from "../../preview/rules/configuration";
import { designOf } from "../../preview/stacks/design";
import { readStacks } from "../../preview/stacks/stack";
import { stackConfig } from "../../preview/stacks/stack-config";
import { previewOnce } from "./preview-once";

/** Previews production with further settings, written as in `Pulumi.production.yaml`. */
export async function previewConfigured(
  settings: Readonly<Record<string, unknown>>,
): Promise<PreviewedStack> {
  const [committed] = readStacks(root, ["production"], { size: undefined, set: [] });
  if (committed === undefined) throw new Error("the project has no stack named production");
  const further = stackConfig(committed.project, settings);
  const { values, secretKeys } = committed.config;
  const stack = {
    ...committed,
    config: {
      values: { ...values, ...further.values },
      secretKeys: [...secretKeys, ...further.secretKeys],
    },
  };
  const design = designOf(stack);
  return previewOnce({
    stack,
    design,
    configuration: configurationFor(design, undefined),
    onStep: () => undefined,
  });
}
