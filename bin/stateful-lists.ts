import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { previewStack } from "../preview/preview-stack";
import { root } from "../preview/root";
import { designOf, type Design } from "../preview/stacks/design";
import { readStacks, type Stack } from "../preview/stacks/stack";
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

/** The lists of every stack of the project and of the account program, from previews of them. */
export async function statefulFiles(): Promise<readonly StatefulFile[]> {
  const files: StatefulFile[] = [];
  for (const { name, stack, design, path } of listedStacks()) {
    const { document } = await previewStack({
      ...{ stack, design, configuration: undefined, onStep: () => undefined },
    });
    const text = `${JSON.stringify(statefulList(document.resources), undefined, 2)}\n`;
    const changes = statefulChanges(committed(path), document.resources);
    files.push({ stack: name, path, text, changes });
  }
  return files;
}

/** A stack that has a list. */
interface ListedStack {
  readonly name: string;
  readonly stack: Stack;
  readonly design: Design | undefined;
  /** The list's path in the project. */
  readonly path: string;
}

function listedStacks(): readonly ListedStack[] {
  const unchanged = { size: undefined, set: [] };
  const systems = readStacks(root, [], unchanged).flatMap((stack) => {
    const design = designOf(stack);
    if (design === undefined) return [];
    const { system, environment } = design.spec;
    const path = join("systems", system, `stateful.${environment}.json`);
    return [{ name: stack.name, stack, design, path }];
  });
  const accounts = readStacks(join(root, "account"), [], unchanged).map((stack) => ({
    name: `account:${stack.name}`,
    stack,
    design: undefined,
    path: join("account", `stateful.${stack.name}.json`),
  }));
  return [...systems, ...accounts];
}

function committed(path: string): StatefulList {
  const file = join(root, path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as StatefulList) : {};
}
