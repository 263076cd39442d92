import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../preview/root";
import { generatedFiles } from "./generated-files";
import { statefulFiles } from "./stateful-lists";

/**
 * Writes every file that is made from another. The lists of stateful resources are written only when asked for, by
 * `--stateful`: they are there to be changed on purpose.
 */
async function generate(parameters: readonly string[]): Promise<void> {
  for (const [path, text] of generatedFiles()) write(path, text);
  if (!parameters.includes("--stateful")) return;
  for (const { path, text, changes } of await statefulFiles()) {
    write(path, text);
    for (const change of changes) process.stdout.write(`  ${change}\n`);
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  process.stdout.write(`${path}\n`);
}

void generate(process.argv.slice(2));
