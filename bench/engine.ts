import { findCli } from "../test/engine/cli";
import { benchOf, closeBenches, packOf } from "../test/engine/suite";

const runs = 3;

/** Prints how long the real CLI takes to preview production with the pack, providers standing in. */
async function main(): Promise<void> {
  const { workspace } = await benchOf(await findCli(), ".");
  await workspace.initialize("production");
  const pack = packOf(workspace, "production");
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    const { code, stderr } = await workspace.preview("production", pack);
    if (code !== 0) throw new Error(stderr);
    times.push(performance.now() - start);
  }
  const [median = 0] = times.sort((a, b) => a - b).slice(Math.floor(runs / 2));
  process.stdout.write(`\nThe real CLI on production, with the pack (median of ${runs} runs)\n`);
  process.stdout.write(`  pulumi preview  ${Math.round(median)} ms\n`);
  await closeBenches();
}

void main();
