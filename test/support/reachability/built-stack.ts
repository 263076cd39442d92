import { designOf } from "../../../preview/stacks/design";
import { readStacks } from "../../../preview/stacks/stack";
import { root } from "../../../preview/root";
import type { Spec } from "../../../spec/spec";
import { deployed, type Deployed } from "./deployed";

/** What a stack asks for, and the resources that it becomes. */
export interface Built {
  readonly spec: Spec;
  readonly resources: readonly Deployed[];
}

const built = new Map<string, Promise<Built>>();

/** A stack of the project, deployed once for all tests. */
export function builtStack(name: string): Promise<Built> {
  const before = built.get(name);
  if (before !== undefined) return before;
  const now = build(name);
  built.set(name, now);
  return now;
}

async function build(name: string): Promise<Built> {
  const [stack] = readStacks(root, [name], { size: undefined, set: [] });
  const design = stack && designOf(stack);
  if (design === undefined) throw new Error(`the project has no stack named ${name}`);
  return { spec: design.spec, resources: await deployed(name) };
}
