import { join } from "node:path";
import { previewStack } from "../preview/preview-stack";
import { bundled } from "../preview/program";
import { renderStack } from "../preview/reports/terminal";
import { styleFor } from "../preview/reports/style";
import { root } from "../preview/root";
import { configurationFor } from "../preview/rules/configuration";
import { designOf } from "../preview/stacks/design";
import { readStacks } from "../preview/stacks/stack";

bundled.set(join(root, "bench/bare.ts"), () => require("./bare") as unknown);
bundled.set(join(root, "bench/copies.ts"), () => require("./copies") as unknown);

/**
 * One cold preview of production, in a process of its own, as `npm start` does it. Prints how long each
 * part took, in milliseconds, and the process's peak memory. The argument is another program to run
 * with production's configuration.
 */
export async function probe(program: string | undefined): Promise<void> {
  const loaded = performance.now();
  const [stack] = readStacks(root, ["production"], { size: undefined, set: [] });
  if (stack === undefined) throw new Error("production is not a stack of this project");
  const design = designOf(stack);
  const { document, split } = await previewStack({
    stack: program === undefined ? stack : { ...stack, main: join(root, program) },
    design: program === undefined ? design : undefined,
    configuration: configurationFor(design, undefined),
    onStep: () => undefined,
  });
  const start = performance.now();
  renderStack(document, {
    ...{ title: design?.title ?? "", spec: design?.spec, seconds: 0, width: 100 },
    ...{ full: false, policies: true, style: styleFor({}) },
  });
  const result = {
    resources: document.resources.length,
    startup: loaded,
    ...split,
    report: performance.now() - start,
    total: performance.now(),
    peakMiB: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
