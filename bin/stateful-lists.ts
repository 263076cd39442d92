import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { previewStack } from "../preview/preview-stack";
import { root } from "../preview/root";
import { designOf } from "../preview/stacks/design";
import { readStacks } from "../preview/stacks/stack";
import { statefulChanges } from "../preview/stateful/stateful-changes";
import { statefulList, type StatefulList } from "../preview/stateful/stateful-list";

/** A stack's list of stateful resources, and how the stack differs from what is committed. */
export interface StatefulFile {
  readonly stack: string;
  /** Its path in the project. */
  readonly path: string;
  /** What the file should hold. */
  readonly text: string;
  readonly changes: readonly string[];
}

/** The lists of every stack of the project, from previews of them. */
export async function statefulFiles(): Promise<readonly StatefulFile[]> {
  const files: StatefulFile[] = [];
  for (const stack of readStacks(root, [], { size: undefined, set: [] })) {
    const design = designOf(stack);
    if (design === undefined) continue;
    const { document } = await previewStack({
      ...{ stack, design, configuration: undefined, onStep: () => undefined },
    });
    const { system, environment } = design.spec;
    const path = join("systems", system, `stateful.${environment}.json`);
    const text = `${JSON.stringify(statefulList(document.resources), undefined, 2)}\n`;
    const changes = statefulChanges(committed(path), document.resources);
    files.push({ stack: stack.name, path, text, changes });
  }
  return files;
}

function committed(path: string): StatefulList {
  const file = join(root, path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as StatefulList) : {};
}
